import CityAgent

/// Puts an analysis, or a refusal, into a draft: figures as computed sentences, the rest as framing.
struct IndicatorDraft {
  let words: StatementText
  let table: ObservationTable
  private var catalog: IndicatorCatalog { table.catalog }

  init(_ table: ObservationTable, isEnglish: Bool) {
    self.table = table
    let catalog = table.catalog
    words = StatementText(catalog: catalog, isEnglish: isEnglish)
  }

  /// Columns of a chart for a terminal: it fits the usual eighty.
  private static let textWidth = 76

  func compose(_ analysis: Analysis) -> Draft {
    var draft = Draft(outcome: .answered)
    for statement in analysis.statements {
      draft.sentences.append(
        DraftSentence(
          .computed(words.text(statement), statement.figure.derivation), isCore: statement.isCore))
      if statement.showsFormula {
        draft.sentences.append(
          DraftSentence(.computed(words.formula(statement), statement.figure.derivation)))
      }
    }
    draft.data = data(analysis)
    draft.notices = notices(analysis)
    draft.attachments = attachments(analysis)
    draft.suggestions = suggestions(analysis)
    return draft
  }

  private func data(_ analysis: Analysis) -> AnswerData? {
    if let list = analysis.list { return AnswerData(value: .list(list)) }
    if let name = analysis.name { return AnswerData(value: .text(name)) }
    guard let first = analysis.statements.first else { return nil }
    return AnswerData(
      value: .number(first.figure.value),
      unit: first.figure.unit.isEmpty ? nil : first.figure.unit)
  }

  private func attachments(_ analysis: Analysis) -> [Attachment] {
    let drawer = EvidenceChart(table: table, isEnglish: words.isEnglish)
    guard let evidence = analysis.chart, let svg = drawer.svg(evidence) else { return [] }
    var attachments = [Attachment(name: "chart.svg", mediaType: "image/svg+xml", content: svg)]
    if let text = drawer.text(evidence, width: Self.textWidth) {
      attachments.append(Attachment(name: "chart.txt", mediaType: "text/plain", content: text))
    }
    return attachments
  }

  private func notices(_ analysis: Analysis) -> [Framing] {
    var notices = analysis.warnings.map(notice)
    if let first = analysis.statements.first {
      let entry = catalog.indicators[first.indicator]
      let note = words.isEnglish ? entry.englishNote : entry.note
      if !note.isEmpty { notices.append(Framing(.scopeNote, .item(note))) }
    }
    let vintages = Set(analysis.vintages).subtracting([""]).sorted()
    notices += vintages.prefix(2).map { Framing(.vintageNote, .day($0)) }
    return notices
  }

  private func notice(_ warning: Analysis.Warning) -> Framing {
    switch warning {
    case .publishedDiffers: Framing(.publishedDiffers)
    case .onlyGrowth(let indicator): Framing(.onlyGrowth, .item(words.indicator(indicator)))
    case .latest(let reading):
      Framing(.askedLatest, .day(PeriodText(isEnglish: words.isEnglish).text(reading)))
    case .approximateWeights: Framing(.approximateWeights)
    case .nominalOnly: Framing(.nominalOnly)
    case .notAdjusted: Framing(.notAdjusted)
    case .otherCurrency: Framing(.otherCurrency)
    case .noAmount: Framing(.noAmount)
    case .computedAmount: Framing(.computedAmount)
    case .rounded: Framing(.sharesRounded)
    case .extrapolated: Framing(.briefForecastNote)
    case .shortened(let told, let all): Framing(.shortened, .count(told), .count(all))
    case .assumed(let indicator): Framing(.assumedIndicator, .item(words.indicator(indicator)))
    }
  }

  /// Two questions that this answer leads to, which the skill can answer.
  private func suggestions(_ analysis: Analysis) -> [String] {
    guard let first = analysis.statements.first else { return [] }
    let isOfParts: Bool = if case .parts = analysis.chart { true } else { false }
    let when = PeriodText(isEnglish: words.isEnglish).text(first.reading)
    let place = words.region(first.region)
    let name = words.indicator(first.indicator, region: first.region)
    let entry = catalog.indicators[first.indicator]
    let hasParts =
      !isOfParts
      && catalog.indicators.indices.contains { number in
        catalog.indicators[number].parent == entry.name
          && (first.reading.basis.isGrowth ? [first.reading.basis] : first.reading.basis.growths)
            .contains { table.series(number, first.region, $0)?[first.reading.period] != nil }
      }
    var questions: [String] = []
    if words.isEnglish {
      if hasParts { questions.append("Which industry drove \(name) of \(place) most in \(when)?") }
      if entry.parent != nil, !isOfParts {
        questions.append("What share of GDP was \(name) of \(place) in \(when)?")
      }
      questions.append("How has \(name) of \(place) developed?")
    } else {
      if hasParts { questions.append("\(when)\(place)哪个行业拉动最大？") }
      if entry.parent != nil, !isOfParts { questions.append("\(when)\(place)\(name)占比多少？") }
      questions.append("\(place)\(name)走势如何？")
    }
    return Array(questions.prefix(2))
  }

  func refuse(_ refusal: Refusal) -> Draft {
    var draft = Draft(outcome: .refused)
    draft.sentences = [DraftSentence(.framing(framing(refusal)))]
    return draft
  }

  private func framing(_ refusal: Refusal) -> Framing {
    switch refusal {
    case .noPeriod(let indicator, let region, let period, let first, let last):
      guard let first, let last else {
        return Framing(
          .notPublishedAtAll, .place(words.region(region)),
          .item(words.indicator(indicator, region: region)))
      }
      return Framing(
        .noPeriod, .place(words.region(region)), .item(words.indicator(indicator, region: region)),
        .day("\(period)"), .day("\(first)"), .day("\(last)"))
    case .notPublished(let indicator, let region):
      return Framing(
        .notPublishedAtAll, .place(words.region(region)), .item(words.indicator(indicator)))
    case .onlyMonths(let indicator, let region, let year):
      return Framing(
        .onlyMonths, .place(words.region(region)),
        .item(words.indicator(indicator, region: region)),
        .day("\(year)"))
    case .mergedMonths(let indicator, let year):
      return Framing(.mergedMonths, .item(words.indicator(indicator)), .day("\(year)"))
    case .noPreviousOfYear(let indicator):
      return Framing(.noPreviousOfYear, .item(words.indicator(indicator)))
    case .noPrevious(let indicator, let region):
      return Framing(.noPrevious, .place(words.region(region)), .item(words.indicator(indicator)))
    case .noBasis(let indicator, let region, let wanted):
      return noBasis(indicator, region, wanted)
    case .noPoints(let indicator, let region):
      return Framing(
        .noPoints, .place(words.region(region)), .item(words.indicator(indicator, region: region)))
    case .tooShort(let indicator, let region):
      return Framing(
        .tooShort, .place(words.region(region)), .item(words.indicator(indicator, region: region)))
    case .noMeaning(let indicator): return Framing(.noMeaning, .item(words.indicator(indicator)))
    case .mixedUnits: return Framing(.mixedUnits)
    case .noCause: return Framing(.noCause)
    case .noBase: return Framing(.noBase)
    case .noOrder(let indicator): return Framing(.noOrder, .item(words.indicator(indicator)))
    case .noArrival: return Framing(.noArrival)
    case .noAnnualised(let indicator):
      return Framing(.noAnnualised, .item(words.indicator(indicator)))
    case .onlyElsewhere(let indicator, let regions):
      return Framing(
        .onlyElsewhere, .item(words.indicator(indicator)),
        .options(regions.prefix(8).map { words.region($0) }))
    case .noParts(let indicator): return Framing(.noParts, .item(words.indicator(indicator)))
    case .noTarget(let indicator, let region, let year):
      return Framing(
        .noTarget, .place(words.region(region)), .item(words.indicator(indicator)), .day("\(year)"))
    }
  }

  private func noBasis(_ indicator: Int, _ region: Int, _ wanted: Refusal.Wanted) -> Framing {
    let place = Framing.Argument.place(words.region(region))
    let name = Framing.Argument.item(words.indicator(indicator, region: region))
    switch wanted {
    case .level: return Framing(.noLevel, place, name)
    case .growth:
      return catalog.indicators[indicator].nature == .diffusion
        ? Framing(.diffusionGrowth, name) : Framing(.noGrowth, place, name)
    case .nominal: return Framing(.noNominal, place, name)
    case .share, .target, .weights, .deflator: return Framing(.noWeights, place, name)
    }
  }
}
