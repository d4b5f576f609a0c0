import CityAgentKit
import CityIndex
import CityJSON

/// `index info`: what an index holds, and how old it is.
enum IndexInfoCommand {
  static func run(_ arguments: ParsedArguments) throws -> ExitStatus {
    let path = try IndexReadCommand.existing(Installation(arguments))
    let index = try KnowledgeIndex.open(path)
    let summary = IndexSummary(index)
    if arguments.has("json") {
      try Console.line(json(index, summary))
    } else {
      try show(index, summary)
    }
    return .success
  }

  private static func show(_ index: KnowledgeIndex, _ summary: IndexSummary) throws {
    func row(_ label: Phrase, _ value: String) throws {
      try Console.line(DisplayWidth.padded(label.text(), to: 14) + value)
    }
    try row(.infoIndex, index.path)
    try row(.infoGeneration, index.generation)
    try row(.infoFormat, "\(KnowledgeIndex.formatVersion)")
    try row(.infoDocuments, "\(index.documentCount)")
    try row(.infoPassages, "\(index.passageCount)")
    try row(.infoKinds, summary.kinds.map { "\($0.name) \($0.count)" }.joined(separator: ", "))
    try row(
      .infoLanguages, summary.languages.map { "\($0.name) \($0.count)" }.joined(separator: ", "))
    try row(.infoAsOf, summary.asOfText)
    if !index.tableNames.isEmpty {
      try row(.infoTables, index.tableNames.joined(separator: ", "))
    }
    try row(.infoVectors, vectorsText(index))
    try row(.infoSize, "\(index.sections.reduce(0) { $0 + $1.bytes })")
    for part in index.parts {
      try row(
        .infoPart,
        Phrase.infoPartHolds.text(
          "\(part.number + 1)", "\(part.inUse)", "\(part.documents)", "\(part.size)")
          + (part.isSearched ? "" : Phrase.infoPartUnused.text()))
    }
    for section in index.sections {
      try Console.line(
        "  " + DisplayWidth.padded(section.name, to: 24) + "\(section.bytes)")
    }
  }

  /// What lies beside the index; a damaged file is a text too: the index itself is none the worse.
  private static func vectorsText(_ index: KnowledgeIndex) -> String {
    do throws(IndexError) {
      let isPartial = FilePath.exists(VectorIndex.path(of: index.path) + ".partial")
      guard let vectors = try IndexReadCommand.vectors(besides: index) else {
        return (isPartial ? Phrase.infoVectorsPartial : .infoVectorsNone).text()
      }
      let state: Phrase =
        vectors.isFor(index)
        ? .infoVectorsCurrent : isPartial ? .infoVectorsPartial : .infoVectorsOther
      return Phrase.infoVectorsOf.text(
        "\(vectors.count)", "\(vectors.dimension)", vectors.model, "\(vectors.bytes)", state.text())
    } catch {
      return error.description
    }
  }

  private static func json(_ index: KnowledgeIndex, _ summary: IndexSummary) -> String {
    var json = JSONWriter()
    json.object { w in
      w.key("index", index.path)
      w.key("generation", index.generation)
      w.key("fingerprint", index.fingerprint)
      w.key("format", KnowledgeIndex.formatVersion)
      w.key("documents", index.documentCount)
      w.key("passages", index.passageCount)
      w.key("kinds")
      w.counts(summary.kinds)
      w.key("languages")
      w.counts(summary.languages)
      w.key("oldestAsOf", summary.oldest)
      w.key("newestAsOf", summary.newest)
      w.key("withoutAsOf", summary.undated)
      w.key("tables")
      w.array(index.tableNames)
      w.key("parts")
      w.array(index.parts) { w, part in
        w.object { w in
          w.key("number", part.number + 1)
          w.key("bytes", part.size)
          w.key("documents", part.documents)
          w.key("inUse", part.inUse)
          w.key("searched", part.isSearched)
        }
      }
      w.key("vectors")
      w.vectors(of: index)
      w.key("sections")
      w.array(index.sections) { w, section in
        w.object { w in
          w.key("name", section.name)
          w.key("bytes", section.bytes)
        }
      }
    }
    return json.text
  }
}

extension JSONWriter {
  /// The vectors beside an index; null where there are none that can be read.
  fileprivate mutating func vectors(of index: KnowledgeIndex) {
    guard let vectors = (try? IndexReadCommand.vectors(besides: index)) ?? nil else {
      null()
      return
    }
    object { w in
      w.key("model", vectors.model)
      w.key("count", vectors.count)
      w.key("dimension", vectors.dimension)
      w.key("generation", vectors.generation)
      w.key("current", vectors.isFor(index))
      w.key("bytes", vectors.bytes)
    }
  }

  fileprivate mutating func counts(_ counts: [IndexSummary.Count]) {
    array(counts) { w, count in
      w.object { w in
        w.key("name", count.name)
        w.key("documents", count.count)
      }
    }
  }
}

/// Kinds, languages and dates of an index's documents.
struct IndexSummary: Sendable {
  struct Count: Sendable {
    var name: String
    var count: Int
  }
  /// Most frequent first; ties by name.
  let kinds: [Count]
  let languages: [Count]
  /// ISO dates, as the documents state them.
  let oldest: String?
  let newest: String?
  let undated: Int

  init(_ index: KnowledgeIndex) {
    var kinds: [String: Int] = [:]
    var languages: [String: Int] = [:]
    var days: [String] = []
    var undated = 0
    for number in 0..<index.documentCount {
      let metadata = index.document(number).metadata
      kinds[metadata.kind, default: 0] += 1
      languages[metadata.language, default: 0] += 1
      if let asOf = metadata.asOf { days.append(asOf) } else { undated += 1 }
    }
    self.kinds = Self.sorted(kinds)
    self.languages = Self.sorted(languages)
    oldest = days.min()
    newest = days.max()
    self.undated = undated
  }

  private static func sorted(_ counts: [String: Int]) -> [Count] {
    counts.map { Count(name: $0.key, count: $0.value) }.sorted {
      ($1.count, $0.name) < ($0.count, $1.name)
    }
  }

  /// `2023-12-31 … 2026-10-01`
  var asOfText: String {
    guard let oldest, let newest else { return Phrase.notStated.text() }
    return "\(oldest) … \(newest)" + (undated > 0 ? Phrase.undated.text("\(undated)") : "")
  }
}
