import CityAgent
import CityJSON

/// Puts tool calls together from the pieces of a stream.
struct ToolCallAssembly {
  private struct Slot {
    var index: Int?
    var id = ""
    var name = ""
    var arguments = ""
  }
  private var slots: [Slot] = []

  /// More calls than any request needs: more is an attack on memory.
  private static let limit = 128

  var isEmpty: Bool { slots.isEmpty }

  /// Takes one element of `tool_calls`, of a delta or of a whole message.
  ///
  /// Pieces belong together by `index`. Servers that leave it out begin a call with a new `id`; what
  /// comes without one goes on with the last.
  mutating func take(_ piece: JSONValue) {
    let index = piece["index"]?.double.flatMap { Int(exactly: $0) }
    let id = piece["id"]?.string ?? ""
    guard let slot = slot(index: index, id: id) else { return }
    // Some servers repeat the identifier with each piece, some send it empty after the first.
    if slots[slot].id.isEmpty { slots[slot].id = id }
    let function = piece["function"]
    if let name = function?["name"]?.string, slots[slot].name.isEmpty { slots[slot].name = name }
    switch function?["arguments"] {
    case .string(let text)?: slots[slot].arguments += text
    // Not a text that holds JSON, but the JSON itself.
    case .object(let members)?:
      slots[slot].arguments += String(decoding: JSONValue.object(members).bytes, as: UTF8.self)
    default: break
    }
  }

  private mutating func slot(index: Int?, id: String) -> Int? {
    let known =
      if let index {
        slots.firstIndex { $0.index == index }
      } else if id.isEmpty {
        slots.indices.last
      } else {
        slots.firstIndex { $0.id == id }
      }
    if let known { return known }
    guard slots.count < Self.limit else { return nil }
    slots.append(Slot(index: index))
    return slots.count - 1
  }

  /// The calls, in the order they began; nil where the arguments of one are no JSON.
  func calls(_ names: ToolNames) -> [ModelToolCall]? {
    var calls: [ModelToolCall] = []
    for (number, slot) in slots.enumerated() {
      let text = slot.arguments.utf8.allSatisfy { $0 <= 0x20 } ? "{}" : slot.arguments
      guard let arguments = try? JSONScanner.read(Array(text.utf8)) else { return nil }
      calls.append(
        ModelToolCall(
          id: slot.id.isEmpty ? "call_\(number + 1)" : slot.id, name: names.tool(slot.name),
          arguments: arguments))
    }
    return calls
  }
}
