import CityAgentKit
import CityIndex
import CityJSON
import FoundationEssentials
import Glibc

/// `index verify` and `index show`: the bytes that citations point into.
enum IndexReadCommand {
  /// Checks every byte of an index; nothing is built.
  static func verify(_ arguments: ParsedArguments) throws -> ExitStatus {
    let path = try existing(Installation(arguments))
    let index = try KnowledgeIndex.open(path)
    try index.verify()
    let vectors = try vectors(besides: index)
    try vectors?.verify(against: index)
    if arguments.has("json") {
      var json = JSONWriter()
      json.object { w in
        w.key("index", path)
        w.key("generation", index.generation)
        w.key("whole", true)
      }
      try Console.line(json.text)
    } else {
      try Console.line(Phrase.indexIsWhole.text(path, "\(index.documentCount)"))
      if let vectors {
        try Console.line(Phrase.vectorsAreWhole.text(vectors.path, "\(vectors.count)"))
      }
    }
    return .success
  }

  /// The vectors beside an index; nil where there are none.
  static func vectors(besides index: KnowledgeIndex) throws(IndexError) -> VectorIndex? {
    let path = VectorIndex.path(of: index.path)
    return FilePath.exists(path) ? try VectorIndex.open(path) : nil
  }

  /// Prints a document's canonical text, exactly.
  static func show(_ arguments: ParsedArguments) throws -> ExitStatus {
    let installation = try Installation(arguments)
    let index = try installation.openKnowledge(for: installation.skills()).index
    let id = arguments.operands[0]
    guard let document = index.document(id: id), let text = index.text(document: document.number)
    else {
      let near = nearest(id, in: index)
      throw CommandFailure(
        .usage, "not-found",
        Phrase.noDocument.text(id, index.path) + (near.map { Phrase.didYouMean.text($0) } ?? ""))
    }
    guard arguments.has("json") else {
      try Console.write(text, to: STDOUT_FILENO, name: "stdout")
      return .success
    }
    var json = JSONWriter()
    json.object { w in
      w.key("document", document.id)
      w.key("digest", document.digest)
      w.key("metadata")
      w.array(document.metadata.entries) { w, entry in
        w.object { w in
          w.key("key", entry.key)
          w.key("values")
          w.array(entry.values)
        }
      }
      w.key("clauses")
      w.array(document.passages.map(index.passage)) { w, passage in
        w.object { w in
          w.key("clause", passage.clause)
          w.key("range")
          w.array([passage.range.lowerBound, passage.range.upperBound]) { $0.integer($1) }
        }
      }
      w.key("text", String(decoding: text, as: UTF8.self))
    }
    try Console.line(json.text)
    return .success
  }

  /// The index file of the named or default knowledge.
  /// - Throws: ``CommandFailure`` where it has not been built.
  static func existing(_ installation: Installation) throws(CommandFailure) -> String {
    let path = try installation.place().indexPath
    guard FilePath.exists(path) else {
      throw CommandFailure(.usage, "no-knowledge", Phrase.noIndexYet.text(path))
    }
    return path
  }

  /// The document whose id ends as the word does, or that is spelled nearly so.
  private static func nearest(_ id: String, in index: KnowledgeIndex) -> String? {
    let ids = (0..<min(index.documentCount, 5000)).map { index.document($0).id }
    return ids.first { $0.hasSuffix("/" + id) || $0.hasSuffix("/" + id + ".md") }
      ?? Suggestion.nearest(id, among: ids)
  }
}
