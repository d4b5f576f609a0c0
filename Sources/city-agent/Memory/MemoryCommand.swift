import CityAgentKit
import CityIndex
import CityJSON

/// `memory list|add|remove|check`: the confirmed pairs beside the documents.
enum MemoryCommand {
  /// The file of the installation's memory.
  static func path(_ installation: Installation) throws(CommandFailure) -> String {
    guard case .documents(let sources) = try installation.place() else {
      throw .usage(Phrase.memoryNeedsDocuments.text(installation.knowledge ?? ""))
    }
    return sources.documents + "/" + MemoryFile.name
  }

  private static func file(_ arguments: ParsedArguments) throws -> MemoryFile {
    try MemoryFile(path(Installation(arguments)))
  }

  static func list(_ arguments: ParsedArguments) throws -> ExitStatus {
    let file = try file(arguments)
    for pair in file.pairs {
      if arguments.has("json") {
        try Console.out(String(decoding: MemoryFile.line(pair), as: UTF8.self))
      } else {
        try Console.line("\(pair.line)  \(shown(pair))")
      }
    }
    for problem in file.problems { Console.note("\(problem)") }
    return file.problems.isEmpty ? .success : .someFailed
  }

  static func shown(_ pair: ConfirmedPair) -> String {
    let place = pair.document + (pair.clause.map { "#\($0)" } ?? "")
    let day = pair.day.map { " \($0)" } ?? ""
    return "\(MemoryFile.masked(pair.question)) → \(place)  (\(pair.source)\(day))"
  }

  static func add(_ arguments: ParsedArguments) throws -> ExitStatus {
    let installation = try Installation(arguments)
    var file = try MemoryFile(path(installation))
    let (pairs, badLines) = try confirmed(arguments, day: installation.asOf)
    var problems = badLines
    let index = try installation.openKnowledge(for: installation.skills()).index
    let compiled = MemoryCompilation(pairs, index: index, silent: QuestionWords.phrases)
    let out = Set(compiled.leftOut.map(\.line))
    func tell(_ reason: String, line: Int) {
      problems.append(
        IndexError(
          .badDocument, reason, path: arguments["answers"] ?? arguments["file"],
          line: line > 0 ? line : nil))
    }
    for left in compiled.leftOut { tell(left.reason, line: left.line) }
    let taken = pairs.filter { !out.contains($0.line) }
    let there = taken.isEmpty ? [:] : try file.append(taken)
    for (place, line) in there.sorted(by: { $0.key < $1.key }) {
      tell(Phrase.memoryHasPair.text(file.path, "\(line)"), line: taken[place].line)
    }
    for problem in problems { Console.note("\(problem)") }
    try Console.line(
      Phrase.memoryAdded.text("\(taken.count - there.count)", "\(problems.count)", file.path))
    return problems.isEmpty ? .success : .someFailed
  }

  /// What is to be added: of a reviewed batch, of a file, or the pair of the command line.
  private static func confirmed(
    _ arguments: ParsedArguments, day: CalendarDay
  ) throws -> ([ConfirmedPair], [IndexError]) {
    for path in [arguments["file"], arguments["answers"]].compactMap(\.self)
    where !FilePath.exists(path) {
      throw CommandFailure.usage(Phrase.noDocumentsAt.text(path))
    }
    let operands = arguments.operands
    let usage = CommandFailure.usage(
      Phrase.operandMissing.text(arguments.command.path, arguments.command.usage))
    if let answers = arguments["answers"] {
      guard let input = arguments["file"], operands.isEmpty else { throw usage }
      let reviewed = try ReviewedAnswers(answers, input: input, day: day)
      return (reviewed.pairs, reviewed.problems)
    }
    if let source = arguments["file"] {
      guard operands.isEmpty else { throw usage }
      let other = try MemoryFile(source)
      return (other.pairs, other.problems)
    }
    guard operands.count == 2, operands[0].contains(where: { !$0.isWhitespace }) else {
      throw usage
    }
    let place = operands[1].split(separator: "#", maxSplits: 1).map(String.init)
    guard let document = place.first else { throw usage }
    let pair = ConfirmedPair(
      question: operands[0], document: document, clause: place.count > 1 ? place[1] : nil,
      day: "\(day)")
    return ([pair], [])
  }

  static func remove(_ arguments: ParsedArguments) throws -> ExitStatus {
    var file = try file(arguments)
    guard let number = Int(arguments.operands[0]), try file.remove(line: number) else {
      throw CommandFailure.usage(Phrase.memoryNoLine.text(file.path, arguments.operands[0]))
    }
    try Console.line(Phrase.memoryRemoved.text(file.path, "\(number)"))
    return .success
  }

  static func check(_ arguments: ParsedArguments) throws -> ExitStatus {
    let installation = try Installation(arguments)
    let file = try MemoryFile(path(installation))
    let index = try installation.openKnowledge(for: installation.skills()).index
    let compiled = MemoryCompilation(file.pairs, index: index, silent: QuestionWords.phrases)
    for problem in file.problems { try Console.line("\(problem)") }
    for left in compiled.leftOut {
      try Console.line("\(file.path):\(left.line): \(left.reason)")
    }
    let count = file.problems.count + compiled.leftOut.count
    try Console.line(Phrase.memoryChecked.text("\(compiled.taken)", "\(count)"))
    return count == 0 ? .success : .someFailed
  }
}
