/// Random texts of the scripts that the runtime reads.
enum RandomText {
  private static let stretches: [ClosedRange<UInt32>] = [
    0x20...0x7E, 0x20...0x7E, 0x30...0x39, 0xA0...0xFF, 0x391...0x3A9, 0x400...0x44F,
    0x4E00...0x9FFF,
    0x4E00...0x9FFF, 0x4E00...0x9FFF, 0x3400...0x34FF, 0x20000...0x2A6DF, 0xFF01...0xFF5E,
    0x200B...0x200F, 0x3000...0x3015, 0x3041...0x30FF, 0xAC00...0xACFF, 0x09...0x0A,
  ]

  static func scalars(_ count: Int, using generator: inout SeededGenerator) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...count, using: &generator) {
      let stretch = stretches[Int.random(in: 0..<stretches.count, using: &generator)]
      // A run of one script, so that words and bigrams arise.
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        if let scalar = Unicode.Scalar(UInt32.random(in: stretch, using: &generator)) {
          text.append(scalar)
        }
      }
    }
    return String(text)
  }

  static func bytes(_ count: Int, using generator: inout SeededGenerator) -> [UInt8] {
    (0..<Int.random(in: 0...count, using: &generator)).map { _ in
      UInt8.random(in: 0...255, using: &generator)
    }
  }
}
