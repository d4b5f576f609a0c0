import CityText

extension DocumentMetadata {
  /// The entries of a front matter: lists as they are, nested maps as `key.sub`, empty values left out.
  init(frontMatter: YAMLValue) {
    self.init()
    add(frontMatter, key: "")
  }

  private mutating func add(_ value: YAMLValue, key: String) {
    switch value {
    case .scalar(let text), .quoted(let text):
      if !text.isEmpty, text != "~", text != "null", !key.isEmpty { self[key] += [text] }
    case .list(let values):
      for value in values { add(value, key: key) }
    case .map(let members):
      for (sub, value) in members {
        add(value, key: key.isEmpty ? sub.lowercased() : "\(key).\(sub.lowercased())")
      }
    }
  }

  /// Fills what the front matter did not say.
  /// - Parameter title: what the format calls the title, if it does.
  mutating func fill(id: String, text: [UInt8], title: String?) {
    if self.title.isEmpty, let title = title ?? Self.firstLine(of: text) { self["title"] = [title] }
    fillTitle(fileNameOf: id)
    if self["kind"].isEmpty { self["kind"] = [Self.kind(of: id)] }
    fillLanguage(from: text)
  }

  mutating func fillTitle(fileNameOf id: String) {
    guard title.isEmpty else { return }
    let name = id.split(separator: "/").last.map(String.init) ?? id
    let stem = name.utf8.lastIndex(of: 0x2E).map { String(name[..<$0]) } ?? name
    self["title"] = [stem.isEmpty ? name : stem]
  }

  mutating func fillLanguage(from text: [UInt8]) {
    guard self["language"].isEmpty else { return }
    // The first 16 kB say it as well as all.
    let end = text.count > 16384 ? text.scalarStart(from: 16384) : text.count
    switch WrittenLanguage.detect(end == text.count ? text : [UInt8](text[..<end])) {
    case .english: self["language"] = ["en"]
    case .chinese, .traditionalChinese: self["language"] = ["zh"]
    }
  }

  private static func kind(of id: String) -> String {
    switch id.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).first {
    case "guides": "guide"
    case "policies": "policy"
    case "faq": "faq"
    case "references": "reference"
    default: "document"
    }
  }

  /// The first line with words, cut; a trail of links (`首页 > 政务公开 > …`) is none.
  private static func firstLine(of text: [UInt8]) -> String? {
    for line in TextLines(text) {
      if text[line.range].contains(0x3E), isTrail(text, line.range) { continue }
      let label = MarkdownLabel.plain(text, in: afterMarks(text, line.range))
      if !label.isEmpty { return label }
    }
    return nil
  }

  private static func isTrail(_ text: [UInt8], _ line: Range<Int>) -> Bool {
    if text.holds("首页", at: line.lowerBound, before: line.upperBound)
      || text.holds("当前位置", at: line.lowerBound, before: line.upperBound)
    {
      return true
    }
    // A `>` between spaces; pages like no-break ones there.
    var afterSpace = false
    var i = line.lowerBound
    while i < line.upperBound {
      if text[i] == 0x3E, afterSpace, i + 1 < line.upperBound,
        text.spaceWidth(at: i + 1, before: line.upperBound) > 0
      {
        return true
      }
      let width = text.spaceWidth(at: i, before: line.upperBound)
      afterSpace = width > 0
      i += max(width, 1)
    }
    return false
  }

  private static func afterMarks(_ text: [UInt8], _ line: Range<Int>) -> Range<Int> {
    var i = line.lowerBound
    while i < line.upperBound, text[i] == 0x23 || text[i] == 0x3E { i += 1 }
    return i..<line.upperBound
  }
}
