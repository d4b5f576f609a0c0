public import CityIndex
import CityText
import FoundationEssentials
import Glibc
import Synchronization

/// Where the documents of a knowledge base come from and where its index goes.
public struct KnowledgeSources: Sendable {
  /// Folder of documents.
  public var documents: String
  /// Folder of skill folders whose `references/` are indexed too; nil for none.
  public var skills: String?
  /// The index file.
  public var index: String
  public var reader: DocumentReader

  public init(
    documents: String, skills: String? = nil, index: String? = nil,
    reader: DocumentReader = DocumentReader()
  ) {
    self.documents = documents
    self.skills = skills
    self.index = index ?? CityHome.indexPath(root: documents)
    self.reader = reader
  }
}

/// What a build is doing, for a progress line.
public enum BuildProgress: Sendable {
  case reading(done: Int, total: Int)
  case compiling
  case writing
  case done(documents: Int, problems: Int)
}

/// What an answer is made from: one generation of documents, mapped, with the tables of the skills.
public final class KnowledgeBase: Sendable {
  public let index: KnowledgeIndex
  let passageTerms = PassageTerms()
  private let decoded = Mutex<[String: any Sendable]>([:])
  private let knownRanker = Mutex<PassageRanker?>(nil)

  /// Ranks passages of this generation again; made when first asked for.
  public var ranker: PassageRanker {
    knownRanker.withLock { known in
      if let known { return known }
      let ranker = PassageRanker(index, silent: QuestionWords.phrases, weights: weights)
      known = ranker
      return ranker
    }
  }

  /// What ``ranker`` weighs with.
  public let weights: RankWeights

  public init(_ index: KnowledgeIndex, weights: RankWeights = .standard) {
    self.index = index
    self.weights = weights
  }

  /// Opens an index file.
  public static func open(index path: String) throws(IndexError) -> KnowledgeBase {
    KnowledgeBase(try KnowledgeIndex.open(path))
  }

  /// Opens the index of `sources`, building it first where it is missing, out of date, damaged or of
  /// another version.
  ///
  /// - Parameter problems: told of each file that could not be read; the rest is indexed.
  public static func openOrBuild(
    _ sources: KnowledgeSources, skills: [any Skill],
    progress: (@Sendable (BuildProgress) -> Void)? = nil,
    problems: (@Sendable (IndexError) -> Void)? = nil
  ) throws -> KnowledgeBase {
    let fingerprint = Self.fingerprint(sources, skills: skills)
    if let index = try? KnowledgeIndex.open(sources.index), index.fingerprint == fingerprint {
      return KnowledgeBase(index)
    }
    var sources = sources
    sources.index = CityHome.buildPath(for: sources.index)
    if let index = try? KnowledgeIndex.open(sources.index), index.fingerprint == fingerprint {
      return KnowledgeBase(index)
    }
    return try update(sources, skills: skills, progress: progress, problems: problems).base
  }

  /// Builds a new generation and opens it; the old one serves until the new one is whole.
  /// - Parameter lock: held by the caller.
  public static func build(
    _ sources: KnowledgeSources, skills: [any Skill], builder: IndexBuilder = IndexBuilder(),
    holding lock: IndexLock? = nil,
    progress: (@Sendable (BuildProgress) -> Void)? = nil,
    problems: (@Sendable (IndexError) -> Void)? = nil
  ) throws -> KnowledgeBase {
    // Taken first: a file that changes while it is read makes the index out of date, not wrong.
    let fingerprint = Self.fingerprint(sources, skills: skills)
    var reading = try sources.reader.read(folder: sources.documents) { done, total in
      progress?(.reading(done: done, total: total))
    }
    if let folder = sources.skills {
      for name in SkillFolders.names(in: folder) {
        if let more = try SkillFolders.references(of: name, in: folder, reader: sources.reader) {
          reading.documents += more.documents
          reading.problems += more.problems
        }
      }
    }
    let invalid = ValidityCheck.problems(reading.documents, folder: sources.documents)
    reading.problems += invalid
    for problem in reading.problems { problems?(problem) }
    progress?(.compiling)
    let contents = KnowledgeContents(
      documents: reading.documents, folder: sources.documents, report: { problems?($0) })
    var tables = try Self.tables(of: contents, skills: skills)
    if let works = WorkSizes.table(of: reading.documents) { tables.append(works) }
    if let memory = try memory(for: contents) { tables.append(memory) }
    let synonyms = try Self.synonyms(of: contents)
    progress?(.writing)
    try? FileManager.default.createDirectory(
      atPath: folder(of: sources.index), withIntermediateDirectories: true)
    _ = try builder.write(
      reading.documents, tables: tables, synonyms: synonyms, fingerprint: fingerprint,
      files: unsettled(reading.files, invalid, folder: sources.documents), to: sources.index,
      holding: lock)
    progress?(.done(documents: reading.documents.count, problems: reading.problems.count))
    return try open(index: sources.index)
  }

  /// Changes when a document, a reference of a skill, the synonym file, or what a skill compiles changes.
  public static func fingerprint(_ sources: KnowledgeSources, skills: [any Skill]) -> String {
    fingerprint(
      sources, skills: skills, documents: sources.reader.fingerprint(folder: sources.documents))
  }

  static func fingerprint(
    _ sources: KnowledgeSources, skills: [any Skill], documents: String
  ) -> String {
    var parts = [documents]
    if let skills = sources.skills { parts.append(sources.reader.fingerprint(folder: skills)) }
    parts.append(
      "\(KnowledgeIndex.formatVersion) \(WorkSizes.tableVersion) \(DocumentReader.version)")
    // A card's words go into what its skill compiles.
    for skill in skills where skill.tableVersion > 0 {
      parts.append("\(skill.tableVersion) \(skill.card.identity)")
    }
    return SHA256.hex(Array(parts.joined(separator: "\n").utf8))
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  /// A skill's table, decoded once for the life of this knowledge base.
  public func decodedTable<T: Sendable>(
    _ name: String, version: Int, decode: ([UInt8]) -> T?
  ) -> T? {
    if let known = decoded.withLock({ $0[name] }) { return known as? T }
    guard let bytes = index.table(name, version: version), let value = decode(bytes) else {
      return nil
    }
    decoded.withLock { $0[name] = value }
    return value
  }
}

extension CityHome {
  static func digest(of text: String) -> String {
    String(SHA256.hex(Array(text.utf8)).prefix(16))
  }
}
