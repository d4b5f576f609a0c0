public import CityJSON
import FoundationEssentials

/// The prompt files of a folder: `writer.prompt`, variants as `writer.zh.prompt`, partials as `_rules.prompt`.
public struct PromptFolder: Sendable {
  public let path: String
  /// In the order of their file names.
  public let prompts: [PromptFile]
  let partials: [String: PromptTemplate]

  /// Reads every prompt; one that is broken is an error now, not in the middle of a turn.
  /// - Throws: ``AgentError`` `.badPrompt` with file, line and what to write.
  public init(_ path: String) throws(AgentError) {
    self.path = path
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw AgentError(.badPrompt, "the folder of prompts cannot be read", path: path)
    }
    var prompts: [PromptFile] = []
    var partials: [String: PromptTemplate] = [:]
    for file in names.sorted() where file.hasSuffix(".prompt") {
      let place = "\(path)/\(file)"
      guard let bytes = FileManager.default.contents(atPath: place) else {
        throw AgentError(.badPrompt, "the prompt cannot be read", path: place)
      }
      let parts = file.dropLast(".prompt".count).split(separator: ".").map(String.init)
      guard let name = parts.first, parts.count <= 2 else {
        throw AgentError(
          .badPrompt, "a prompt is called name.prompt or name.variant.prompt", path: place)
      }
      if name.hasPrefix("_") {
        do throws(AgentError) {
          partials[([String(name.dropFirst())] + parts.dropFirst()).joined(separator: ".")] =
            try PromptTemplate([UInt8](bytes))
        } catch {
          throw AgentError(error.code, error.message, path: place, line: error.line)
        }
      } else {
        prompts.append(
          try PromptFile(
            [UInt8](bytes), name: name, variant: parts.count == 2 ? parts[1] : nil, path: place))
      }
    }
    for prompt in prompts {
      for (name, line) in prompt.template.partials where partials[name] == nil {
        throw AgentError(
          .badPrompt, "there is no partial “\(name)”; it would be the file _\(name).prompt",
          path: prompt.path, line: line)
      }
    }
    self.prompts = prompts
    self.partials = partials
  }

  /// The prompt of a name, in the variant that is wanted or else without one; nil where there is neither.
  public func prompt(_ name: String, variant: String? = nil) -> PromptFile? {
    prompts.first { $0.name == name && $0.variant == variant }
      ?? prompts.first { $0.name == name && $0.variant == nil }
  }

  /// The messages of a prompt for an input, with as many passages as a budget of tokens holds.
  ///
  /// - Parameters:
  ///   - list: the key of the input that holds the passages, the strongest first; the weakest are dropped, from the
  ///     last one up.
  ///   - tokens: the most that the messages may take, by estimate; nil for no limit.
  /// - Returns: the messages, and how many passages they hold.
  /// - Throws: ``AgentError`` `.badPrompt` where not even the strongest passage fits, or the input has none of `list`.
  public func messages(
    _ prompt: PromptFile, _ input: JSONValue, list: String, tokens: Int?,
    history: [PromptMessage] = []
  ) throws(AgentError) -> (messages: [PromptMessage], kept: Int) {
    guard let members = input.members, let passages = input[list]?.array else {
      throw AgentError(.badPrompt, "the input has no list “\(list)”", path: prompt.path)
    }
    func messages(_ count: Int) throws(AgentError) -> [PromptMessage] {
      let kept = members.map { member in
        member.key == list
          ? JSONValue.Member(list, .array(Array(passages.prefix(count)))) : member
      }
      return try prompt.messages(.object(kept), history: history, partials: partials)
    }
    var whole = try messages(passages.count)
    guard let tokens, TokenEstimate.count(whole) > tokens else { return (whole, passages.count) }
    // The most that fit: more passages never take fewer tokens.
    var (fits, tooMany) = (0, passages.count)
    while tooMany - fits > 1 {
      let middle = (fits + tooMany) / 2
      let tried = try messages(middle)
      if TokenEstimate.count(tried) <= tokens {
        (fits, whole) = (middle, tried)
      } else {
        tooMany = middle
      }
    }
    guard fits > 0 else {
      throw AgentError(
        .badPrompt, "not even one passage fits into \(tokens) tokens; raise the budget",
        path: prompt.path)
    }
    return (whole, fits)
  }
}

extension ModelMessage {
  /// A message of a prompt as a model gets it; its text alone.
  public init(_ message: PromptMessage) {
    self.init(message.role, message.text)
  }
}
