/// How much room a text takes in a drawing, estimated without the font.
///
/// Widths are those of Noto Sans CJK SC rounded up (digits 0.555 em, Han 1 em), so that another font of the
/// stack does not overflow either.
enum TextExtent {
  /// The advance of a scalar in parts of the font size.
  static func em(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "…": return 1
    case "W", "M", "m", "w", "@", "%": return 0.95
    case "A"..."Z": return 0.7
    case " ", ".", ",", ":", ";", "'", "i", "l", "j", "|", "!": return 0.32
    default:
      let columns = CleanText.columns(of: scalar)
      // Letters of other scripts and symbols may be as wide as Han.
      return columns == 1 && scalar.value > 0x24F ? 1 : Double(columns) * (columns == 2 ? 0.5 : 0.6)
    }
  }

  static func width(_ text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + em($1) } * size
  }

  /// The text cut to a width, see ``CleanText/shortened(_:to:mark:extent:)``.
  static func shortened(_ text: String, to width: Double, size: Double) -> String {
    CleanText.shortened(text, to: width / size, mark: 1, extent: em)
  }
}
