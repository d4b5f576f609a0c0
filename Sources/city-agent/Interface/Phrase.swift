/// A phrase of the terminal's own words, Chinese and English; `{0}`, `{1}` … stand for arguments.
///
/// They stand in the files beside this one, by what they are for. Answers are worded by ``Framing/Key``, never here: the
/// locale must not touch them.
struct Phrase: Sendable {
  let chinese: String
  let english: String

  init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// The text with `{0}`, `{1}` … replaced, in the terminal's language.
  func text(_ arguments: String..., in language: InterfaceLanguage = .current) -> String {
    let template = Array((language == .chinese ? chinese : english).utf8)
    var text: [UInt8] = []
    var at = 0
    // One pass: what an argument holds is never read for marks.
    while at < template.count {
      if template[at] == UInt8(ascii: "{"), at + 2 < template.count,
        template[at + 2] == UInt8(ascii: "}"), (0x30...0x39).contains(template[at + 1])
      {
        let index = Int(template[at + 1] - 0x30)
        if index < arguments.count { text += Array(arguments[index].utf8) }
        at += 3
      } else {
        text.append(template[at])
        at += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
