import CityAgentKit
import CityIndex
import CityJSON

/// The knowledge that an evaluation is run on.
enum EvaluationIndex {
  /// The named index, or one of the evaluation folder itself, built where it is missing.
  static func open(
    _ folder: String, _ arguments: ParsedArguments, _ installation: Installation,
    skills: [any Skill]
  ) throws -> KnowledgeBase {
    if let path = arguments["index"], !FilePath.exists(path) {
      Console.note(Phrase.evalBuilds.text(folder, path))
      return try build(installation.sources(of: folder, index: path), skills)
    }
    if installation.knowledge != nil { return try installation.openKnowledge(for: skills) }
    let sources = installation.sources(of: folder)
    Console.note(Phrase.evalBuilds.text(folder, sources.index))
    return try build(sources, skills)
  }

  private static func build(
    _ sources: KnowledgeSources, _ skills: [any Skill]
  ) throws -> KnowledgeBase {
    let line = BuildLine(sources.index)
    return try KnowledgeBase.openOrBuild(
      sources, skills: skills, progress: { line.show($0) }, problems: { line.tell($0) })
  }
}

/// Named figures, printed as a table or as JSON.
struct EvaluationTable: Sendable {
  enum Figure: Sendable {
    case count(Int)
    /// Four decimals.
    case share(Double)
  }
  var rows: [(name: String, figure: Figure)] = []

  var lines: [String] {
    rows.map { row in
      switch row.figure {
      case .count(let count): DisplayWidth.padded(row.name, to: 12) + "\(count)"
      case .share(let share):
        DisplayWidth.padded(row.name, to: 12) + Decimals.text(share, places: 4)
      }
    }
  }

  func print(isJSON: Bool) throws(CommandFailure) {
    guard isJSON else {
      for line in lines { try Console.line(line) }
      return
    }
    var json = JSONWriter()
    json.object { w in
      for row in rows {
        w.key(named: row.name)
        switch row.figure {
        case .count(let count): w.integer(count)
        case .share(let share): w.double((share * 10_000).rounded() / 10_000)
        }
      }
    }
    try Console.line(json.text)
  }
}
