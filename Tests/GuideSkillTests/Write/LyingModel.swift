import CityAgentTesting
import CityText
import Testing

@testable import CityAgent

/// Models that lie about what they were shown, each in its way.
enum LyingModel: String, CaseIterable, CustomTestStringConvertible {
  /// Other numbers; without the words that turn; parts of two items swapped; a fee that nobody charges; one clause's words
  /// under another's number; all but one sentence true; a sentence more.
  case number, negation, swap, fee, borrowed, mixed, addition

  var testDescription: String { rawValue }

  var model: ScriptedModel {
    ScriptedModel(rawValue, pieces: 7) { request in
      let shown = Self.evidence(in: request.messages[1].text)
      return shown.enumerated().map { at, text in
        let other = shown[(at + 1) % shown.count]
        let lie =
          switch self {
          case .mixed: at == shown.count / 2 ? LyingModel.negation.lie(text, other) : text
          default: self.lie(text, other)
          }
        return "\(lie)[\(at + 1)]"
      }.joined(separator: "\n")
    }
  }

  /// The texts behind the numbers of a prompt.
  static func evidence(in prompt: String) -> [String] {
    var texts: [String] = []
    for line in prompt.split(separator: "\n") {
      if line.hasPrefix("[\(texts.count + 1)] "), line.contains(" · ") {
        texts.append("")
      } else if line.hasPrefix("问题：") || line.hasPrefix("Question:") {
        break
      } else if !texts.isEmpty {
        texts[texts.count - 1] += (texts[texts.count - 1].isEmpty ? "" : "\n") + line
      }
    }
    return texts
  }

  private func lie(_ text: String, _ other: String) -> String {
    switch self {
    case .number:
      let digits: [Character: Character] = [
        "1": "2", "2": "3", "3": "5", "5": "7", "0": "6", "一": "二", "三": "五", "十": "百",
      ]
      return String(text.map { digits[$0] ?? $0 })
    case .negation, .mixed:
      let turning: Set<Character> = ["不", "无", "未", "非", "免", "或", "仅", "应", "可"]
      let rest = String(text.filter { !turning.contains($0) })
      return rest == text ? text + "，不予办理" : rest.replacing(" not ", with: " ")
    case .swap:
      let parts = text.split(separator: "，", omittingEmptySubsequences: false)
      guard parts.count > 1 else { return String(text.reversed()) }
      return zip(parts, parts.dropFirst() + parts.prefix(1)).map {
        $0.prefix($0.count / 2) + $1.suffix($1.count - $1.count / 2)
      }.joined(separator: "，")
    case .fee: return "收费20元，" + text
    case .borrowed: return other == text ? text + "也可" : other
    case .addition: return text + "\n另外请缴纳押金并提供担保人"
    }
  }
}
