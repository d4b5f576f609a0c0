import CityText

extension FuzzTargets {
  /// The bytes are a text with front matter, and a whole YAML text too.
  func frontMatter(_ bytes: [UInt8]) throws(FuzzFailure) {
    // Both readers are given valid UTF-8.
    let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
    let lines = text.count { $0 == 0x0A } + 1
    if let front = try value(lines: lines, { () throws(TextError) in try FrontMatter.read(text) }),
      let front
    {
      try FuzzFailure.check(
        (0...text.count).contains(front.bodyStart), "the body begins outside the text")
      try check(front.values)
    }
    if let yaml = try value(lines: lines, { () throws(TextError) in try FrontMatter.yaml(text) }) {
      try check(yaml)
    }
  }

  /// What `read` gives; nil where it throws an error that names a line of the text.
  private func value<Value>(
    lines: Int, _ read: () throws(TextError) -> Value
  ) throws(FuzzFailure) -> Value? {
    do throws(TextError) {
      return try read()
    } catch {
      try FuzzFailure.check(!error.message.isEmpty, "an error says nothing")
      try FuzzFailure.check(
        error.line.map { (1...lines).contains($0) } ?? false,
        "“\(error.message)” names line \(error.line ?? 0) of \(lines)")
      return nil
    }
  }

  /// Keys are unique; every text can be had.
  private func check(_ value: YAMLValue) throws(FuzzFailure) {
    _ = value.texts
    switch value {
    case .scalar, .quoted: break
    case .list(let values): for value in values { try check(value) }
    case .map(let entries):
      var keys: Set<[UInt8]> = []
      for (key, value) in entries {
        try FuzzFailure.check(
          keys.insert(Array(key.utf8)).inserted, "the key “\(key)” stands twice")
        try check(value)
      }
    }
  }
}
