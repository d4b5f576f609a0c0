/// The terminal's own words, by what they are for; the texts stand in ``InterfaceText``.
enum Phrase: CaseIterable, Sendable {
  // usage and files
  case unknownCommand, commandNeedsMore, unknownOption, optionNeedsValue
  case optionTakesNoValue, optionNeeded, operandMissing, operandTooMany
  case didYouMean, seeHelp, notANumber, badLanguage
  case badDay, offlineAndModel, commandUsesNoModel, noBackend, noBackends, noPrompts, unknownSkill,
    noFolder
  case noResponsibility, isAFolder, cannotRead, cannotWrite, notJSON
  case questionTooLong, unknownKey, keysAre, badConfigurationValue
  // knowledge
  case noHome, noKnowledgeAt, noDocumentsAt, noIndexYet
  case outputIsFolder, outputIsNoIndex, indexHasNoDocuments, upToDate, buildReading
  case buildCompiling, buildWriting, buildDone, indexIsWhole
  case noDocument, nothingFound, infoIndex, infoGeneration
  case infoFormat, infoDocuments, infoPassages, infoKinds
  case infoLanguages, infoAsOf, infoTables, infoSize, infoPart, infoPartHolds, infoPartUnused
  case undated, notStated, explainTerm, explainScore
  case explainRarity, explainPassages, explainPlaces
  case noEmbedder, embedProgress, embedDone, embedCurrent, embedNothing, embedShortened
  case infoVectors, infoVectorsOf, infoVectorsCurrent, infoVectorsOther, infoVectorsNone
  case infoVectorsPartial, vectorsAreWhole, vectorsAreOld
  // answers and chat
  case asOfDay, suggestions, restarted, greeting
  case forExample, greetingHelp, sessionKept, prompt
  case interruptAgain, stopped, lineTooLong, chatHelp
  case unknownChatCommand, skillNeedsQuestion, resetDone, languageSet
  case languageAuto, noSources, nothingAsked, asOfLabel
  case sourceLabel, confidenceLabel, bytes, decisionGoes
  case decisionAsksBack, decisionAbstains, runIs, saveNeedsFile
  case saveExists, saveDone, transcriptHead
  // indicators
  case briefPeriod, indicatorsChecked, indicatorsImported
  // triage
  case trained, trainedThreshold, trainedUnsure, notAShare, classified, labelUnknown, confusionTable
  case resumeNeedsOrders, ordersAreOthers, ordersMade, arrayTooLarge
  case deskUsage, deskNoEvent, deskNoOrder, badLimit
  // batch and eval
  case inputIsUTF16, stdinAndFile, outputExists, outputInUse, outputIsInput, resumeNeedsFiles,
    resumeWithoutState
  case resumeBadState, resumeOtherInput, resumeOtherAgent, resumeHint
  case resuming, stoppedResume, stoppedBatch, batchProgress
  case batchSummary, evalBuilds, evalDone, noJudgements
  case noGolds, queryIncomplete, badJudgement
  case badRerank, badBy, tuneOneIndex, tuneTooFew, tuneReadingAlone, tuneNoPlaces,
    evalWithoutVectors, hybridTwice
  // models and audit
  case modelsNone, modelsNoneToTest, modelKeyNone, modelKeySet, modelKeyMissing, modelNoTask
  case probeStreamsOnly, probeNoSchema, probeNoText, probeNoJSON, probeNoCall, probeNoVectors,
    probeNoRanking
  case hintAddress, hintThinking, hintSchema, hintTools, hintKey, hintLimited, hintProfile,
    hintServer,
    hintAuthorities, hintSlow, hintLinkLocal, hintUnreachable, hintAudit
  case measureFirst, measureTokens, measurePieces
  case byteCount, auditWhole, auditRepairs, auditNone, auditRepaired, auditMasked, auditRefused
  // memory
  case memoryNeedsDocuments, memoryAdded, memoryNoLine, memoryRemoved, memoryChecked, memoryTaken
  case memoryNothing, memoryWillStore, memoryStored, memoryHasPair, foldsTooMany, memoryNoAnswer,
    memoryNoQuestion, memoryNotAnswered
  // doctor
  case doctorHome, doctorConfiguration, doctorFolder, doctorNoFolder
  case doctorSkills, doctorIndex, doctorCurrent, doctorOutOfDate
  case doctorRebuild, doctorInForce, doctorExpired, doctorOld
  case doctorConverter, doctorNoConverter, doctorSessions, doctorSessionsNone
  case doctorSessionsBad, doctorVariable, doctorLibedit, doctorNoLibedit
  case doctorOffline, doctorModel, doctorNoKey, doctorPrompts
  case doctorAudit, doctorAuditNone, doctorAuditBad
  case doctorLocale, doctorLocaleBytes, doctorTerminal, doctorNoTerminal
  case minutes, hours, days
  // help
  case helpUsage, helpCommands, helpOptions, helpMore
  case helpAbout

  /// The text with `{0}`, `{1}` … replaced, in the terminal's language.
  func text(_ arguments: String..., in language: InterfaceLanguage = .current) -> String {
    let row = InterfaceText.row(self)
    let template = Array((language == .chinese ? row.chinese : row.english).utf8)
    var text: [UInt8] = []
    var at = 0
    // One pass: what an argument holds is never read for marks.
    while at < template.count {
      if template[at] == UInt8(ascii: "{"), at + 2 < template.count,
        template[at + 2] == UInt8(ascii: "}"), (0x30...0x39).contains(template[at + 1])
      {
        let index = Int(template[at + 1] - 0x30)
        if index < arguments.count { text += Array(arguments[index].utf8) }
        at += 3
      } else {
        text.append(template[at])
        at += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
