import CityAgentKit
import CityJSON
import CityText

/// One line of a batch, read: a question to put, or what is wrong with it.
struct BatchInput: Sendable {
  /// Whose format the line is in; it decides what goes out beside the answer.
  enum Form: Sendable { case plain, openAI }

  enum Content: Sendable {
    case question(Question)
    case bad(code: String, message: String)
  }

  var form: Form
  /// The line's `id` or `custom_id` as JSON; nil where it has none.
  var id: [UInt8]?
  var content: Content

  /// What lines that do not say otherwise are asked with.
  struct Defaults: Sendable {
    var language: WrittenLanguage?
    var skill: String?
    var questionLimit: Int
    var skills: Set<String>
  }

  /// Longest line read, in bytes.
  static let lineLimit = 1 << 20

  /// Reads one line in whichever format it is; nil for a blank one.
  ///
  /// - `{"id","question"[,"session","lang","skill"]}`, ours;
  /// - `{"custom_id",…,"body":{"messages":[…]}}`, OpenAI Batch: the last user message is the question;
  /// - `{"vars":{"question":"…"}}`, promptfoo: `question`, else the first variable;
  /// - a JSON string, or a bare question.
  static func read(_ line: InputLine, _ defaults: Defaults) -> BatchInput? {
    switch line.content {
    case .tooLong(let count):
      return bad(
        "line-too-long", "the line has \(count) bytes; the limit is \(lineLimit): shorten it")
    case .bytes(let raw):
      let bytes = utf8(raw)
      guard let first = bytes.first(where: { $0 != 0x20 && $0 != 0x09 }) else { return nil }
      switch first {
      case UInt8(ascii: "{"):
        do {
          return object(try JSONScanner.read(bytes), defaults)
        } catch {
          return bad(
            "bad-json",
            "the line begins with { but is not JSON: \(error.message) at byte \(error.offset); write {\"question\": \"…\"} or a bare question"
          )
        }
      case UInt8(ascii: "\""):
        // A question may begin with a quotation; only a whole JSON string is one.
        if case .string(let text)? = try? JSONScanner.read(bytes) {
          return question(text, form: .plain, id: nil, from: nil, defaults)
        }
        fallthrough
      default:
        let text = String(decoding: bytes, as: UTF8.self)
        return question(text, form: .plain, id: nil, from: nil, defaults)
      }
    }
  }

  /// The line as UTF-8, from GB18030 where it is not.
  private static func utf8(_ raw: [UInt8]) -> [UInt8] {
    if String(validating: raw, as: UTF8.self) != nil { return raw }
    return (try? TextDecoding.decode(raw).bytes) ?? TextDecoding.repaired(raw)
  }

  private static func bad(_ code: String, _ message: String) -> BatchInput {
    BatchInput(form: .plain, id: nil, content: .bad(code: code, message: message))
  }

  private static func object(_ value: JSONValue, _ defaults: Defaults) -> BatchInput {
    if value["custom_id"] != nil || value["body"] != nil {
      let id = json(value["custom_id"])
      guard let text = lastUserMessage(value["body"]?["messages"]) else {
        return BatchInput(
          form: .openAI, id: id,
          content: .bad(
            code: "no-question",
            message: "body.messages holds no message of the role user with text"))
      }
      return question(text, form: .openAI, id: id, from: value, defaults)
    }
    let id = json(value["id"])
    if value["question"] == nil, let variables = value["vars"] {
      guard let text = (variables["question"] ?? variables.members?.first?.value)?.label else {
        return BatchInput(
          form: .plain, id: id,
          content: .bad(code: "no-question", message: "vars holds no question as a string"))
      }
      return question(text, form: .plain, id: id, from: value, defaults)
    }
    guard let text = value["question"]?.label else {
      return BatchInput(
        form: .plain, id: id,
        content: .bad(
          code: "no-question",
          message: "there is no question; write {\"id\": \"1\", \"question\": \"…\"}"))
    }
    return question(text, form: .plain, id: id, from: value, defaults)
  }

  /// The question with what the line says about it, checked.
  private static func question(
    _ text: String, form: Form, id: [UInt8]?, from line: JSONValue?, _ defaults: Defaults
  ) -> BatchInput {
    func bad(_ code: String, _ message: String) -> BatchInput {
      BatchInput(form: form, id: id, content: .bad(code: code, message: message))
    }
    var question = Question(text, language: defaults.language, skill: defaults.skill)
    guard !text.utf8.allSatisfy({ $0 <= 0x20 }) else {
      return bad("empty-question", "the question is empty")
    }
    guard text.utf8.count <= defaults.questionLimit else {
      return bad(
        "question-too-long",
        "the question has \(text.utf8.count) bytes; the limit is \(defaults.questionLimit): shorten it"
      )
    }
    if form == .plain, let line {
      question.session = line["session"]?.label
      if let value = line["lang"], !value.isNull {
        guard let language = value.string.flatMap(WrittenLanguage.init) else {
          return bad("bad-language", "lang must be zh, zh-Hant or en")
        }
        question.language = language
      }
      if let value = line["skill"], !value.isNull {
        guard let skill = value.string, defaults.skills.contains(skill) else {
          return bad(
            "unknown-skill",
            "there is no such skill; there are: \(defaults.skills.sorted().joined(separator: ", "))"
          )
        }
        question.skill = skill
      }
    }
    return BatchInput(form: form, id: id, content: .question(question))
  }

  /// The text of the last message whose role is `user`: a string, or the text parts of an array.
  private static func lastUserMessage(_ messages: JSONValue?) -> String? {
    guard let content = messages?.array?.last(where: { $0["role"]?.string == "user" })?["content"]
    else { return nil }
    if let text = content.string { return text }
    let texts = content.array?.compactMap { $0["text"]?.string } ?? []
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }

  /// An id as it goes out again: a string or a number, spelled as it came.
  private static func json(_ value: JSONValue?) -> [UInt8]? {
    switch value {
    case .number(let spelling)?: return Array(spelling.utf8)
    case .string(let text)?:
      var writer = JSONWriter()
      writer.string(text)
      return writer.bytes
    default: return nil
    }
  }
}
