import CityAgentKit
import CityIndex
import CityJSON
import FoundationEssentials
import Glibc

/// `index build` and `index update`: documents in, one index file out.
enum IndexBuildCommand {
  static func build(_ arguments: ParsedArguments) throws -> ExitStatus {
    let installation = try Installation(arguments)
    let folder = arguments.operands[0]
    guard FilePath.exists(folder) else {
      throw CommandFailure.usage(Phrase.noDocumentsAt.text(folder))
    }
    guard let index = arguments["output"] else {
      throw CommandFailure.usage(Phrase.optionNeeded.text("-o INDEX", arguments.command.usage))
    }
    if FilePath.isFolder(index) {
      throw CommandFailure.usage(Phrase.outputIsFolder.text(index))
    }
    if let size = FilePath.size(index), size > 0, isForeign(index) {
      throw CommandFailure.usage(Phrase.outputIsNoIndex.text(index))
    }
    var sources = installation.sources(of: folder, index: index)
    // References of skills belong to an installation; a folder gets them only when asked.
    if arguments["skills"] != nil { sources.skills = installation.skillsFolder }
    return try build(sources, installation, arguments)
  }

  /// Whether a file is something else than an index, damaged or old ones included.
  private static func isForeign(_ path: String) -> Bool {
    do throws(IndexError) {
      _ = try KnowledgeIndex.open(path)
      return false
    } catch {
      return error.code == .notAnIndex
    }
  }

  static func update(_ arguments: ParsedArguments) throws -> ExitStatus {
    let installation = try Installation(arguments)
    var sources: KnowledgeSources
    if let folder = arguments.operands.first {
      guard FilePath.exists(folder) else {
        throw CommandFailure.usage(Phrase.noDocumentsAt.text(folder))
      }
      sources = installation.sources(of: folder, index: arguments["output"])
      if arguments["skills"] != nil { sources.skills = installation.skillsFolder }
    } else {
      guard case .documents(let named) = try installation.place() else {
        throw CommandFailure.usage(
          Phrase.indexHasNoDocuments.text(
            installation.knowledge ?? "", "index update DIR -o INDEX"))
      }
      sources = named
    }
    if arguments.has("full") { return try build(sources, installation, arguments) }
    let line = BuildLine(sources.index)
    let update = try KnowledgeBase.update(
      sources, skills: installation.skills(), builder: builder(arguments),
      progress: { line.show($0) }, problems: { line.tell($0) })
    try tellMemory(update.base.index)
    if arguments.has("json") {
      try report(update.base.index, built: update.isWritten, problems: line.problems)
    } else if !update.isWritten {
      Console.progress("")
      try Console.line(Phrase.upToDate.text(sources.index))
    }
    tellOfVectors(besides: update.base.index)
    return line.problems > 0 ? .someFailed : .success
  }

  /// How many confirmed pairs the generation holds.
  private static func tellMemory(_ index: KnowledgeIndex) throws {
    guard let memory = try AnswerMemory(index) else { return }
    Console.note(Phrase.memoryTaken.text("\(memory.taken)", "\(memory.leftOut)"))
  }

  private static func builder(_ arguments: ParsedArguments) throws -> IndexBuilder {
    IndexBuilder(
      jobs: try arguments.integer("jobs", in: 1...1024) ?? 0,
      memory: try arguments.integer("memory", in: 1...1_000_000) ?? IndexBuilder.usualMemory)
  }

  private static func build(
    _ sources: KnowledgeSources, _ installation: Installation, _ arguments: ParsedArguments
  ) throws -> ExitStatus {
    let line = BuildLine(sources.index)
    let base = try KnowledgeBase.build(
      sources, skills: installation.skills(), builder: builder(arguments),
      progress: { line.show($0) }, problems: { line.tell($0) })
    try tellMemory(base.index)
    if arguments.has("json") { try report(base.index, built: true, problems: line.problems) }
    tellOfVectors(besides: base.index)
    return line.problems > 0 ? .someFailed : .success
  }

  /// Whether vectors lie beside the index that are of another generation.
  private static func hasOldVectors(_ index: KnowledgeIndex) -> Bool {
    // What is wrong with a file of vectors, `index info` and whoever uses it say.
    guard let vectors = try? IndexReadCommand.vectors(besides: index) else { return false }
    return !vectors.isFor(index)
  }

  private static func tellOfVectors(besides index: KnowledgeIndex) {
    guard hasOldVectors(index) else { return }
    Console.note(Phrase.vectorsAreOld.text(VectorIndex.path(of: index.path), index.path))
  }

  private static func report(
    _ index: KnowledgeIndex, built: Bool, problems: Int
  ) throws(CommandFailure) {
    var json = JSONWriter()
    json.object { w in
      w.key("index", index.path)
      w.key("built", built)
      w.key("generation", index.generation)
      w.key("documents", index.documentCount)
      w.key("passages", index.passageCount)
      w.key("problems", problems)
      w.key("oldVectors", hasOldVectors(index))
    }
    try Console.line(json.text)
  }
}
