import CityText

/// The folded form of each character from U+3000 on that a ``TermScanner`` reads as one of CJK; 0 for the others.
///
/// Made once a process from ``Folding``, in about 0.2 ms.
enum HanForms {
  static let start = 0x3000
  static let end = 0xA000

  static let table: [UInt16] = {
    var table = [UInt16](repeating: 0, count: end - start)
    var scalars: [Int] = []
    var text: [UInt8] = []
    for scalar in start..<end
    where scalar >= 0x3400 || (0x3041..<0x3100).contains(scalar) || scalar == 0x3005
      || scalar == 0x3007
    {
      scalars.append(scalar)
      text += [
        0xE0 | UInt8(scalar >> 12), 0x80 | UInt8(scalar >> 6 & 0x3F), 0x80 | UInt8(scalar & 0x3F),
      ]
    }
    // One character becomes one: the folded text has them in the same order.
    let folded = String(decoding: Folding.fold(text), as: UTF8.self).unicodeScalars
    for (scalar, form) in zip(scalars, folded) where form.value < 0x10000 {
      table[scalar - start] = UInt16(form.value)
    }
    return table
  }()
}
