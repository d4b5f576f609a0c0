import CityAgentKit
import CityJSON

/// One assertion of a promptfoo case, as far as it can be checked without a model.
///
/// Format: promptfoo's deterministic assertions; any may be negated by `not-`.
struct PromptfooAssert: Sendable {
  enum Check: String, CaseIterable, Sendable {
    case equals, contains, icontains, regex
    case containsAny = "contains-any"
    case containsAll = "contains-all"
    case icontainsAny = "icontains-any"
    case icontainsAll = "icontains-all"
    case startsWith = "starts-with"
    case isRefusal = "is-refusal"
  }

  /// As the case writes it.
  let type: String
  let check: Check
  let isNegated: Bool
  let values: [String]

  /// - Throws: ``CommandFailure`` where the type is unknown or its value is of the wrong kind.
  init(_ value: JSONValue) throws(CommandFailure) {
    guard let type = value["type"]?.string else {
      throw CommandFailure(.someFailed, "bad-assert", "an assert needs a type")
    }
    isNegated = type.hasPrefix("not-")
    let name = isNegated ? String(type.dropFirst(4)) : type
    guard let check = Check(rawValue: name) else {
      let known = Check.allCases.map(\.rawValue)
      throw CommandFailure(
        .someFailed, "unknown-assert",
        "there is no assert “\(type)”; there are: \(known.joined(separator: ", ")), each also with not-"
      )
    }
    self.type = type
    self.check = check
    let given = value["value"]
    switch check {
    case .isRefusal: values = []
    case .containsAny, .containsAll, .icontainsAny, .icontainsAll:
      // promptfoo also takes the list as one comma-separated string.
      let list =
        given?.array?.compactMap(\.label)
        ?? given?.string.map { $0.split(separator: ",").map { Self.trimmed($0) } }
      guard let list, !list.isEmpty else { throw Self.noValue(type) }
      values = list
    case .equals, .contains, .icontains, .regex, .startsWith:
      guard let text = given?.label else { throw Self.noValue(type) }
      values = [text]
      if check == .regex, (try? Regex(text)) == nil {
        throw CommandFailure(.someFailed, "bad-assert", "“\(text)” is no regular expression")
      }
    }
  }

  private static func noValue(_ type: String) -> CommandFailure {
    CommandFailure(.someFailed, "bad-assert", "the assert “\(type)” needs a value")
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// Whether the answer is as the assertion says.
  func holds(for answer: Answer) -> Bool { isTrue(of: answer) != isNegated }

  private func isTrue(of answer: Answer) -> Bool {
    let text = answer.text
    func lower(_ text: String) -> String { text.lowercased() }
    switch check {
    case .equals: return text == values[0]
    case .contains, .containsAny: return values.contains { text.contains($0) }
    case .containsAll: return values.allSatisfy { text.contains($0) }
    case .icontains, .icontainsAny: return values.contains { lower(text).contains(lower($0)) }
    case .icontainsAll: return values.allSatisfy { lower(text).contains(lower($0)) }
    case .startsWith: return text.hasPrefix(values[0])
    case .regex: return (try? Regex(values[0]).firstMatch(in: text)) ?? nil != nil
    case .isRefusal: return answer.outcome == .abstained || answer.outcome == .refused
    }
  }
}
