import CityAgentKit
import CityJSON

/// `audit verify` and `audit show`: the file in which every request that left, or was refused, has its line.
enum AuditCommand {
  static func verify(_ arguments: ParsedArguments) throws -> ExitStatus {
    guard let path = try path(arguments) else { return .success }
    let check = try EgressAuditCheck(path: path)
    if arguments.has("json") {
      try Console.line(json(check, path))
      return check.fault == nil ? .success : .someFailed
    }
    if let fault = check.fault {
      Console.note("city-agent: \(fault)")
      return .someFailed
    }
    try Console.line(
      Phrase.auditWhole.text(
        path, "\(check.lines)", check.first ?? "–", check.last ?? "–", check.head ?? "–"))
    if check.repairs > 0 { try Console.line(Phrase.auditRepairs.text("\(check.repairs)")) }
    return .success
  }

  /// Prints the lines up to the first that is broken.
  static func show(_ arguments: ParsedArguments) throws -> ExitStatus {
    guard let path = try path(arguments) else { return .success }
    let isJSON = arguments.has("json")
    let check = try EgressAuditCheck(path: path) { line in
      try Console.line(
        isJSON ? String(decoding: line.bytes, as: UTF8.self) : AuditLineText(line).text)
    }
    guard let fault = check.fault else { return .success }
    Console.note("city-agent: \(fault)")
    return .someFailed
  }

  /// The file; nil, and a word on it, where the installation has not sent anything yet.
  private static func path(_ arguments: ParsedArguments) throws -> String? {
    if let path = arguments.operands.first { return path }
    let path = try Installation(arguments).auditPath
    guard FilePath.exists(path) else {
      Console.note(Phrase.auditNone.text(path))
      return nil
    }
    return path
  }

  private static func json(_ check: EgressAuditCheck, _ path: String) -> String {
    var json = JSONWriter()
    json.object { w in
      w.key("file", path)
      w.key("whole", check.fault == nil)
      w.key("lines", check.lines)
      w.key("repairs", check.repairs)
      w.key("first", check.first)
      w.key("last", check.last)
      w.key("head", check.head)
      w.key("fault")
      guard let fault = check.fault else { return w.null() }
      w.object { w in
        w.key("line", fault.line ?? 0)
        w.key("message", fault.message)
      }
    }
    return json.text
  }
}

/// A line of the audit for a person.
struct AuditLineText {
  let text: String

  init(_ line: JSONValue) {
    func member(_ key: String) -> String { line[key]?.label ?? "–" }
    if let repaired = line["repaired"] {
      text = "\(member("at"))  " + Phrase.auditRepaired.text(repaired["bytes"]?.label ?? "–")
      return
    }
    var parts = [
      member("at"), member("purpose"), member("backend"), member("host"),
      Phrase.byteCount.text(member("bytes")),
    ]
    let masked = (line["masked"]?.members ?? []).map { "\($0.key) \($0.value.label ?? "–")" }
    if !masked.isEmpty { parts.append(Phrase.auditMasked.text(masked.joined(separator: ", "))) }
    if let refusal = line["refusal"]?.string { parts.append(Phrase.auditRefused.text(refusal)) }
    // What the file holds may be somebody else's: it must not move the terminal's cursor.
    text = parts.map(Self.printable).joined(separator: "  ")
  }

  private static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { $0.properties.generalCategory != .control }))
  }
}
