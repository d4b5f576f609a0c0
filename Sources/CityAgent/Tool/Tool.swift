public import CityJSON

/// One function that a model may call for a skill that allows it, in MCP's shape.
///
/// What it returns is data for the model to read; whatever the model then writes is verified as ever.
public protocol Tool: Sendable {
  /// Letters, digits, `_`, `-` and `.`; unique among an agent's tools.
  var name: String { get }
  var description: String { get }
  /// JSON Schema of the arguments: an object.
  var inputSchema: JSONValue { get }
  var limits: ToolLimits { get }

  /// The result as text. Called only with arguments that the schema allows.
  /// - Throws: what went wrong; the model is told.
  func call(_ arguments: JSONValue) async throws -> String
}

extension Tool {
  public var limits: ToolLimits { ToolLimits() }
}

/// What a tool may use in one turn.
public struct ToolLimits: Sendable, Equatable {
  /// Most calls.
  public var calls: Int
  /// Most bytes of a result; the rest is cut off, and the model is told.
  public var bytes: Int

  public init(calls: Int = 4, bytes: Int = 8192) {
    self.calls = calls
    self.bytes = bytes
  }
}
