public import CityText

/// A sentence that claims nothing of its own: a key of the text table and typed arguments.
public struct Framing: Sendable, Equatable {
  public var key: Key
  public var arguments: [Argument]

  public init(_ key: Key, _ arguments: Argument...) {
    self.key = key
    self.arguments = arguments
  }

  /// A value put into a sentence, by what it is.
  public enum Argument: Sendable, Equatable {
    /// The name of a service item, document or skill.
    case item(String)
    /// The name of a field: 办理时限.
    case field(String)
    case day(String)
    case count(Int)
    case phone(String)
    case place(String)
    case options([String])

    public var kind: Kind {
      switch self {
      case .item: .item
      case .field: .field
      case .day: .day
      case .count: .count
      case .phone: .phone
      case .place: .place
      case .options: .options
      }
    }

    public enum Kind: Sendable, Hashable { case item, field, day, count, phone, place, options }
  }

  /// A sentence of a text table: its name, what its arguments are, and its words in both languages.
  ///
  /// `{0}`, `{1}` stand for arguments. A list argument is joined with `、` or `, `; `{0:lines}` numbers
  /// its entries, one a line. A skill adds its sentences in an extension of this type.
  public struct Key: Sendable, Hashable {
    public let name: String
    public let kinds: [Argument.Kind]
    public let chinese: String
    public let english: String

    public init(_ name: String, kinds: [Argument.Kind], chinese: String, english: String) {
      self.name = name
      self.kinds = kinds
      self.chinese = chinese
      self.english = english
    }
  }

  /// The sentence in `language`; nil where the arguments are not of the row's kinds.
  public func text(in language: WrittenLanguage) -> String? {
    guard arguments.map(\.kind) == key.kinds else { return nil }
    let english = language == .english
    let template = Array((english ? key.english : key.chinese).utf8)
    var text: [UInt8] = []
    var at = 0
    // One pass over the template: what an argument holds is never read for marks.
    while at < template.count {
      guard template[at] == UInt8(ascii: "{"), let end = template[at...].firstIndex(of: 0x7D),
        at + 1 < end, let index = Int(String(decoding: [template[at + 1]], as: UTF8.self)),
        arguments.indices.contains(index)
      else {
        text.append(template[at])
        at += 1
        continue
      }
      let numbered = end > at + 2
      text += Array(arguments[index].text(numbered: numbered, english: english).utf8)
      at = end + 1
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension Framing.Argument {
  /// The argument as it stands in a sentence; a list numbered line by line, or joined.
  func text(numbered: Bool, english: Bool) -> String {
    switch self {
    case .item(let text), .field(let text), .day(let text), .phone(let text), .place(let text):
      text
    case .count(let count): "\(count)"
    case .options(let options):
      numbered
        ? options.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n")
        : options.joined(separator: english ? ", " : "、")
    }
  }
}
