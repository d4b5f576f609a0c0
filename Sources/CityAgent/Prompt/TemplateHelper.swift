import CityJSON

/// The helpers of Dotprompt that show something.
enum TemplateHelper: String, CaseIterable {
  case role, history, media, json, section

  /// The roles a template may open, and what they are called here.
  static let roles: [String: ModelMessage.Role] = [
    "system": .system, "user": .user, "model": .assistant, "assistant": .assistant, "tool": .tool,
  ]

  /// - Throws: where no helper has the name, or its arguments are not its own.
  static func check(_ call: TemplateCall) throws(AgentError) {
    guard let helper = TemplateHelper(rawValue: call.name) else {
      throw TemplateScanner.error(
        "there is no helper “\(call.name)”; there are "
          + allCases.map(\.rawValue).joined(separator: ", "), call.line)
    }
    let names = call.named.map(\.name)
    let (count, known, form): (Int, [String], String) =
      switch helper {
      case .role: (1, [], #"{{role "system"}}"#)
      case .history: (0, [], "{{history}}")
      case .media: (0, ["url", "contentType"], "{{media url=x contentType=y}}")
      case .json: (1, ["indent"], "{{json x indent=2}}")
      case .section: (1, [], #"{{section "name"}}"#)
      }
    guard call.arguments.count == count, names.allSatisfy({ known.contains($0) }),
      helper != .media || names.contains("url")
    else { throw TemplateScanner.error("write it as \(form)", call.line) }
    // A role comes from the template alone: no value can open one, not even here.
    if helper == .role {
      guard case .literal(.string(let name)) = call.arguments[0], roles[name] != nil else {
        throw TemplateScanner.error(
          #"a role is written out: "system", "user", "model" or "tool""#, call.line)
      }
    }
  }
}

/// The blocks that are known.
enum TemplateBlock: String, CaseIterable {
  case `if`, unless, each, with, ifEquals, unlessEquals

  /// - Throws: where no block has the name, or its arguments are not its own.
  static func check(_ call: TemplateCall) throws(AgentError) {
    guard let block = TemplateBlock(rawValue: call.name) else {
      throw TemplateScanner.error(
        "there is no block “\(call.name)”; there are "
          + allCases.map(\.rawValue).joined(separator: ", "), call.line)
    }
    let count = block == .ifEquals || block == .unlessEquals ? 2 : 1
    let known = block == .if || block == .unless ? ["includeZero"] : []
    guard call.arguments.count == count, call.named.allSatisfy({ known.contains($0.name) }) else {
      throw TemplateScanner.error("{{#\(call.name)}} takes \(count) argument(s)", call.line)
    }
  }
}
