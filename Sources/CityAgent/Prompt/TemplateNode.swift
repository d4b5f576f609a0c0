import CityJSON

/// A part of a parsed template.
indirect enum TemplateNode: Sendable {
  case text(String)
  /// `{{path}}`, `{{"text"}}`
  case value(TemplateArgument)
  /// `{{json this indent=2}}`
  case helper(TemplateCall)
  /// `{{#if x}}…{{else}}…{{/if}}`
  case block(TemplateCall, body: [TemplateNode], inverse: [TemplateNode])
  /// `{{> name context a=b}}`; each line of it begins with the indentation of a tag that stood alone.
  case partial(TemplateCall, indent: String)
}

/// A helper, block or partial as it is called.
struct TemplateCall: Sendable {
  var name: String
  var arguments: [TemplateArgument]
  var named: [(name: String, value: TemplateArgument)]
  var line: Int
}

/// An argument: a literal, or a path into the data.
enum TemplateArgument: Sendable {
  case literal(JSONValue)
  /// `../a.b` is 1 up, `@index` is data.
  case path(up: Int, isData: Bool, parts: [String])
}
