import CityAgentKit
import CityJSON

#if canImport(BatchLine)
  @testable import BatchLine
#else
  @testable import city_agent
#endif

extension FuzzTargets {
  /// The bytes are one line of a batch.
  func batch(_ bytes: [UInt8]) throws(FuzzFailure) {
    let defaults = BatchInput.Defaults(
      language: nil, skill: nil, questionLimit: 4096, skills: ["service-guides"])
    let line = InputLine(number: 1, content: .bytes(bytes), isWhole: true, end: bytes.count)
    guard let input = BatchInput.read(line, defaults) else {
      // Behind a byte order mark, blank may be spelled otherwise, or nothing at all.
      let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFE, 0xFF], [0xFF, 0xFE]]
      try FuzzFailure.check(
        bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } || marks.contains { bytes.starts(with: $0) },
        "a line that is not blank is passed over")
      return
    }
    if let id = input.id {
      let read = try? JSONScanner.read(id)
      try FuzzFailure.check(read?.label != nil, "the id that goes out is no string or number")
    }
    switch input.content {
    case .bad(let code, let message):
      try FuzzFailure.check(!code.isEmpty && !message.isEmpty, "a bad line is not explained")
    case .question(let question):
      try FuzzFailure.check(
        !question.text.isEmpty && question.text.utf8.count <= defaults.questionLimit,
        "a question is empty or too long")
      var writer = JSONWriter()
      writer.string(question.text)
      let read = try? JSONScanner.read(writer.bytes)
      try FuzzFailure.check(
        read?.string.map { $0.utf8.elementsEqual(question.text.utf8) } ?? false,
        "a question does not come back from JSON as it went in")
    }
  }
}
