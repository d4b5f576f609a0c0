/// White space around tags: `~` takes all of it, a tag alone on its line takes the line.
///
/// As Handlebars does: blocks, `else`, comments and partials count as alone, values never.
enum TemplateWhitespace {
  /// Takes white space away; gives each partial's indentation, by its place among the pieces.
  static func strip(_ pieces: inout [TemplateScanner.Piece]) -> [Int: String] {
    let before = pieces
    var indents: [Int: String] = [:]
    for (place, piece) in before.enumerated() {
      guard case .tag(let tag) = piece else { continue }
      if tag.kind != .value, isAlone(place, before) {
        if tag.kind == .partial, place > 0, case .text(let text) = before[place - 1] {
          indents[place] = String(decoding: text.suffix(blanks(atEndOf: text)), as: UTF8.self)
        }
        edit(place - 1, &pieces) { $0.removeLast(blanks(atEndOf: $0)) }
        edit(place + 1, &pieces) { $0.removeFirst(lineEnd($0) ?? $0.count) }
      }
      if tag.stripsBefore {
        edit(place - 1, &pieces) { text in
          while let last = text.last, TemplateScanner.isSpace(last) { text.removeLast() }
        }
      }
      if tag.stripsAfter {
        edit(place + 1, &pieces) { $0.removeFirst($0.prefix { TemplateScanner.isSpace($0) }.count) }
      }
    }
    return indents
  }

  private static func edit(
    _ place: Int, _ pieces: inout [TemplateScanner.Piece], _ change: (inout [UInt8]) -> Void
  ) {
    guard pieces.indices.contains(place), case .text(var text) = pieces[place] else { return }
    change(&text)
    pieces[place] = .text(text)
  }

  /// Whether nothing but blanks stands beside a tag on its line.
  private static func isAlone(_ place: Int, _ pieces: [TemplateScanner.Piece]) -> Bool {
    if place > 0 {
      guard case .text(let text) = pieces[place - 1] else { return false }
      let rest = text.dropLast(blanks(atEndOf: text))
      guard rest.last == 0x0A || rest.isEmpty && place == 1 else { return false }
    }
    if place + 1 < pieces.count {
      guard case .text(let text) = pieces[place + 1] else { return false }
      let isLast = place + 2 == pieces.count
      guard lineEnd(text) != nil || isLast && text.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else {
        return false
      }
    }
    return true
  }

  private static func blanks(atEndOf text: [UInt8]) -> Int {
    text.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
  }

  /// The bytes up to the end of the first line; nil where something stands on it.
  private static func lineEnd(_ text: [UInt8]) -> Int? {
    let count = text.prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }.count
    return count < text.count && text[count] == 0x0A ? count + 1 : nil
  }
}
