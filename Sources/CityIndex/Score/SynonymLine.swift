/// One line of a synonym file taken apart; reused from line to line to allocate nothing.
struct SynonymLine {
  /// The phrases' bytes without escapes and superfluous space.
  private(set) var bytes: [UInt8] = []
  private(set) var left: [Range<Int>] = []
  private(set) var right: [Range<Int>] = []
  private(set) var isRewrite = false
  private var phraseStart = 0

  init() {}

  /// Reads a folded line.
  /// - Returns: what is wrong with it, and what to do; nil where nothing is.
  mutating func read(_ line: ArraySlice<UInt8>) -> String? {
    bytes.removeAll(keepingCapacity: true)
    left.removeAll(keepingCapacity: true)
    right.removeAll(keepingCapacity: true)
    isRewrite = false
    phraseStart = 0
    guard line.first(where: { !Self.isSpace($0) }) != 0x23 else { return nil }
    var i = line.startIndex
    while i < line.endIndex {
      let byte = line[i]
      i += 1
      switch byte {
      case 0x5C where i < line.endIndex:
        bytes.append(line[i])
        i += 1
      case 0x5C: return "a line cannot end with “\\”; remove it or write “\\\\”"
      case 0x2C: endPhrase()
      case 0x3D where i < line.endIndex && line[i] == 0x3E:
        i += 1
        endPhrase()
        if isRewrite { return "a line takes one “=>”; write a line for each rule" }
        isRewrite = true
      case _ where Self.isSpace(byte):
        if bytes.count > phraseStart, bytes.last != 0x20 { bytes.append(0x20) }
      default: bytes.append(byte)
      }
    }
    endPhrase()
    if isRewrite, left.isEmpty || right.isEmpty {
      return "“=>” needs words on both sides; write “from => to”"
    }
    return nil
  }

  private mutating func endPhrase() {
    while bytes.count > phraseStart, bytes.last == 0x20 { bytes.removeLast() }
    if bytes.count > phraseStart {
      if isRewrite {
        right.append(phraseStart..<bytes.count)
      } else {
        left.append(phraseStart..<bytes.count)
      }
    }
    phraseStart = bytes.count
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
