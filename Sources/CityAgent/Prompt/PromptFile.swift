public import CityJSON

/// A prompt file in Dotprompt: what its front matter says, and its template.
///
/// Format: the Dotprompt specification of google/dotprompt; values are never read again, roles stand in the template.
public struct PromptFile: Sendable {
  public var name: String
  /// `zh` of `writer.zh.prompt`; nil where there is none.
  public var variant: String?
  /// The model the prompt was written for: a hint, no choice of a backend.
  public var model: String?
  public var tools: [String] = []
  /// Settings such as `temperature` and `maxOutputTokens`; an object.
  public var configuration: JSONValue = .object([])
  /// Values of the input that a caller leaves out; an object.
  public var defaults: JSONValue = .object([])
  /// JSON Schema of the input.
  public var inputSchema: JSONValue?
  public var outputFormat: String?
  /// JSON Schema of what the model answers.
  public var outputSchema: JSONValue?
  public var metadata: JSONValue = .object([])
  /// Keys with a dot: `ext1.foo` as `foo` in `ext1`.
  public var extensions: JSONValue = .object([])
  /// The whole front matter as it stands.
  public var raw: JSONValue = .object([])
  public var template: PromptTemplate
  /// Where it was read, for errors.
  public var path: String?

  /// The messages for an input.
  ///
  /// - Parameters:
  ///   - input: an object; what it leaves out comes from ``defaults``.
  ///   - history: the conversation so far.
  ///   - context: what `{{@name}}` finds; an object.
  ///   - partials: templates by their names.
  /// - Throws: ``AgentError`` `.badPrompt` for a partial that is not there or calls itself.
  public func messages(
    _ input: JSONValue, history: [PromptMessage] = [], context: JSONValue = .object([]),
    partials: [String: PromptTemplate] = [:]
  ) throws(AgentError) -> [PromptMessage] {
    var run = TemplateRun(merged(input), data: context, partials: partials)
    do throws(AgentError) {
      try run.run(template.nodes)
    } catch {
      throw AgentError(error.code, error.message, path: path, line: error.line)
    }
    return PromptAssembly.messages(run.pieces, history: history)
  }

  /// An input with the defaults of what it leaves out.
  private func merged(_ input: JSONValue) -> JSONValue {
    guard let defaults = defaults.members, !defaults.isEmpty else { return input }
    let given = input.members ?? []
    return .object(
      defaults.filter { member in !given.contains { $0.key == member.key } } + given)
  }
}
