/// The form of a text that citations point into, for texts that come out of JSON or a converter.
enum CanonicalText {
  /// LF line ends, no BOM, no NUL, no white space at either end.
  static func of(_ utf8: [UInt8]) -> [UInt8] {
    var out = utf8
    if utf8.contains(where: { $0 == 0x0D || $0 == 0 }) {
      out.removeAll(keepingCapacity: true)
      for (i, byte) in utf8.enumerated() {
        switch byte {
        case 0: out += [0xEF, 0xBF, 0xBD]
        case 0x0D: if i + 1 == utf8.count || utf8[i + 1] != 0x0A { out.append(0x0A) }
        default: out.append(byte)
        }
      }
    }
    if out.starts(with: [0xEF, 0xBB, 0xBF]) { out.removeFirst(3) }
    let words = out.trimmed(0..<out.count)
    return words.count == out.count ? out : [UInt8](out[words])
  }
}
