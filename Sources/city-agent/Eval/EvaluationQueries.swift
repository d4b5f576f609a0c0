import CityJSON
import CityText
import FoundationEssentials
import Glibc

/// One query of an evaluation folder.
struct EvaluationQuery: Sendable {
  var id: String
  var text: String
  /// Gold answers, where the set has them.
  var golds: [String]
  var language: WrittenLanguage?
}

/// The files of an evaluation folder: `queries.jsonl`, and `qrels.tsv` or `qrels/test.tsv`.
///
/// Both our own form (`id`, two columns) and BEIR's (`_id`, three columns under a header) are read.
enum EvaluationFolder {
  /// - Throws: ``CommandFailure`` with file and line.
  static func queries(_ folder: String) throws(CommandFailure) -> [EvaluationQuery] {
    let path = FilePath.isFolder(folder) ? folder + "/queries.jsonl" : folder
    var queries: [EvaluationQuery] = []
    try forEachLine(path) { number, bytes throws(CommandFailure) in
      let value: JSONValue
      do throws(JSONFailure) {
        value = try JSONScanner.read(bytes)
      } catch {
        throw .usage(Phrase.notJSON.text("\(path):\(number)", error.message))
      }
      guard let id = (value["_id"] ?? value["id"])?.label,
        let text = (value["text"] ?? value["question"])?.string
      else { throw .usage(Phrase.queryIncomplete.text("\(path):\(number)")) }
      let golds =
        value["answer"]?.array?.compactMap(\.label) ?? [value["answer"]?.label].compactMap(\.self)
      queries.append(
        EvaluationQuery(
          id: id, text: text, golds: golds,
          language: value["lang"]?.string.flatMap(WrittenLanguage.init)))
    }
    return queries
  }

  /// Relevant documents by query; nil where the folder has no judgements.
  static func judgements(_ folder: String) throws(CommandFailure) -> [String: Set<String>]? {
    let candidates = ["\(folder)/qrels.tsv", "\(folder)/qrels/test.tsv"]
    guard let path = candidates.first(where: FilePath.exists) else { return nil }
    var relevant: [String: Set<String>] = [:]
    try forEachLine(path) { number, bytes throws(CommandFailure) in
      let cells = bytes.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      switch cells.count {
      case 2: relevant[cells[0], default: []].insert(cells[1])
      case 3, 4:
        // TREC's four columns have an iteration, always 0, in the second.
        guard let grade = Double(cells[cells.count - 1]) else {
          if number == 1 { return }
          throw .usage(Phrase.badJudgement.text("\(path):\(number)"))
        }
        if grade > 0 { relevant[cells[0], default: []].insert(cells[cells.count - 2]) }
      default: throw .usage(Phrase.badJudgement.text("\(path):\(number)"))
      }
    }
    return relevant
  }

  /// Every line that is not blank, with its number.
  static func forEachLine(
    _ path: String, _ body: (Int, [UInt8]) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw CommandFailure(
        .usage, "unreadable", Phrase.cannotRead.text(path, String(cString: strerror(errno))))
    }
    defer { close(descriptor) }
    let reader = LineReader(descriptor, limit: 16 << 20, name: path)
    while let line = try reader.next() {
      guard case .bytes(let bytes) = line.content, !bytes.allSatisfy({ $0 <= 0x20 }) else {
        continue
      }
      try body(line.number, bytes)
    }
  }
}
