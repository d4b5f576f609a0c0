import CityIndex

extension FuzzTargets {
  /// The bytes are a Markdown file.
  func markdown(_ bytes: [UInt8]) throws(FuzzFailure) {
    let reader = DocumentReader(converters: [])
    let reading = reader.documents(id: "fuzz.md", bytes: bytes, path: "fuzz.md")
    for problem in reading.problems {
      try FuzzFailure.check(!problem.message.isEmpty, "a problem says nothing")
    }
    try FuzzFailure.check(reading.documents.count <= 1, "one file gives several documents")
    for document in reading.documents { try check(document) }
  }

  private func check(_ document: SourceDocument) throws(FuzzFailure) {
    let text = document.text
    try FuzzFailure.check(
      String(validating: text, as: UTF8.self) != nil, "the canonical text is no UTF-8")
    var end = 0
    var paths: Set<[UInt8]> = []
    for clause in document.clauses {
      let range = clause.range
      try FuzzFailure.check(
        range.lowerBound >= end && range.upperBound <= text.count && !range.isEmpty,
        "clause “\(clause.path)” at \(range) is empty, out of order or outside the text")
      end = range.upperBound
      try FuzzFailure.check(
        String(validating: text[range], as: UTF8.self) != nil,
        "clause “\(clause.path)” at \(range) cuts a character")
      try FuzzFailure.check(
        !isSpace(text[range.lowerBound]) && !isSpace(text[range.upperBound - 1]),
        "clause “\(clause.path)” at \(range) has space around it")
      try FuzzFailure.check(
        paths.insert(Array(clause.path.utf8)).inserted, "two clauses are “\(clause.path)”")
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
