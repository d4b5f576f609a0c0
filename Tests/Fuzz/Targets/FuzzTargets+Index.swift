import CityAgentKit
import Foundation

@testable import CityIndex

extension FuzzTargets {
  /// The bytes are an index file where they begin with `CITY`, else changes to a valid one.
  ///
  /// They are a list of postings and a dictionary too (``postings(_:)``).
  ///
  /// Changes: ``FileChanges``.
  func index(_ bytes: [UInt8]) async throws {
    try postings(bytes)
    let path = folder + "/damaged"
    let file = bytes.starts(with: Array("CITY".utf8)) ? bytes : damaged(by: bytes)
    // A file cut short in place would take the last one, which may still be mapped, with it.
    unlink(path)
    try Data(file).write(to: URL(fileURLWithPath: path))
    if file != indexBytes,
      let index = try opened({ () throws(IndexError) in
        try KnowledgeIndex.open(path)
      })
    {
      try read(index)
      _ = try opened { () throws(IndexError) in try index.verify() }
    }
    // A large file is not summed when it is opened: what is in it may be anything.
    guard
      let index = try opened({ () throws(IndexError) in
        try KnowledgeIndex.open(path, summedUpTo: 0)
      })
    else { return }
    try read(index)
    let isWhole = try opened { () throws(IndexError) in
      try index.verify()
      return true
    }
    if file == indexBytes {
      try FuzzFailure.check(isWhole == true, "a whole file is called damaged")
    }
    _ = try opened { () throws(IndexError) in try index.verifyContent() }
    let agent = Agent(
      knowledge: KnowledgeBase(index), skills: agent.skills, configuration: agent.configuration)
    for question in ["换领城市卡要多少钱？", "how much is the heating subsidy", "全区有多少个社区综合网格？"] {
      _ = await agent.answer(Question(question))
    }
  }

  /// The town's index with the changes that the input says.
  private func damaged(by input: [UInt8]) -> [UInt8] {
    FileChanges(input).made(to: indexBytes) { seal(&$0, from: 0) }
  }

  /// Makes every checksum of the part at `start` right, so that what lies behind them is reached.
  func seal(_ file: inout [UInt8], from start: Int) {
    for number in IndexFormat.Section.allCases.indices {
      let line = start + IndexFormat.headerSize + number * IndexFormat.entrySize
      let offset = Int(truncatingIfNeeded: word(at: line + 16, of: file))
      let length = Int(truncatingIfNeeded: word(at: line + 24, of: file))
      let rest = file.count - start
      guard (0...rest).contains(offset), length >= 0, length <= rest - offset else { continue }
      let end = min(rest, offset + (length + 7) & ~7)
      put(
        file[start + offset..<start + end].withUnsafeBytes { Checksum64.sum($0) }, at: line + 32,
        in: &file)
    }
    let table = file[start + IndexFormat.headerSize..<start + IndexHeader.size]
    put(table.withUnsafeBytes { Checksum64.sum($0) }, at: start + 24, in: &file)
    put(file[start..<start + 32].withUnsafeBytes { Checksum64.sum($0) }, at: start + 32, in: &file)
  }

  func word(at place: Int, of file: [UInt8]) -> UInt64 {
    (0..<8).reduce(0) { $0 | UInt64(file[place + $1]) << UInt64(8 * $1) }
  }

  func put(_ value: UInt64, at place: Int, in file: inout [UInt8]) {
    for i in 0..<8 { file[place + i] = UInt8(truncatingIfNeeded: value >> UInt64(8 * i)) }
  }

  /// What `body` gives; nil where it throws an error that says what is wrong and names the file.
  func opened<Value>(
    _ body: () throws(IndexError) -> Value
  ) throws(FuzzFailure) -> Value? {
    do throws(IndexError) {
      return try body()
    } catch {
      try FuzzFailure.check(
        !error.message.isEmpty && error.path != nil, "an error does not say what and where")
      return nil
    }
  }

  /// Reads all there is, as `index info|show|search` do.
  func read(_ index: KnowledgeIndex) throws(FuzzFailure) {
    for number in -1...min(64, index.documentCount) {
      let document = index.document(number)
      _ = index.document(id: document.id)
      _ = index.passages(of: number)
      _ = index.metadata(document: number, key: "title")
      if let text = index.text(document: number),
        let part = index.text(document: number, range: 3..<20)
      {
        try FuzzFailure.check(part.elementsEqual(text[3..<20]), "a part is not of its text")
      }
    }
    for number in -1...min(256, index.passageCount) {
      let passage = index.passage(number)
      _ = index.text(document: passage.document, range: passage.range)
    }
    for name in index.tableNames {
      for version in 0..<4 { _ = index.table(name, version: version) }
    }
    var query = IndexQuery("城市卡换领收费 heating subsidy 1200", synonyms: index.synonyms)
    for filter in 0..<2 {
      for hit in index.search(query, limit: 5) {
        try FuzzFailure.check(
          (0..<index.passageCount).contains(hit.passage), "a hit is outside the index")
        _ = index.explain(query, passage: hit.passage)
      }
      if filter == 0 { (query.kinds, query.languages, query.skills) = (["guide"], ["zh"], ["a"]) }
    }
  }
}
