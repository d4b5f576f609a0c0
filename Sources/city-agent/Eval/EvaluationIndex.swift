import CityAgentKit
import CityIndex
import CityJSON

/// The knowledge that an evaluation is run on.
enum EvaluationIndex {
  /// The named index, else one in the cache: an evaluated folder is only read, and may be shared.
  static func open(
    _ folder: String, _ arguments: ParsedArguments, _ installation: Installation,
    skills: [any Skill]
  ) throws -> KnowledgeBase {
    if let path = arguments["index"], !FilePath.exists(path) {
      Console.note(Phrase.evalBuilds.text(folder, path))
      return try build(installation.sources(of: folder, index: path), skills)
    }
    if installation.knowledge != nil { return try installation.openKnowledge(for: skills) }
    let sources = installation.sources(
      of: folder, index: CityHome.cachedIndexPath(root: folder, environment: Environment.places))
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
    // Two spaces after the longest name, which may be that of a folder.
    let width = max(12, (rows.map { DisplayWidth.columns(of: $0.name) }.max() ?? 0) + 2)
    return rows.map { row in
      let figure =
        switch row.figure {
        case .count(let count): "\(count)"
        case .share(let share): Decimals.text(share, places: 4)
        }
      return DisplayWidth.padded(row.name, to: width) + figure
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
