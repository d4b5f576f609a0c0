extension TermScanner {
  /// Reads digits with an inner `.` or the `,` of thousands; the key is of the digits without commas.
  @usableFromInline
  static func number(
    _ source: UnsafeBufferPointer<UInt8>, from start: Int, _ at: inout Int
  ) -> UInt64 {
    var hash = TermHash()
    var next = start
    // Digits since the number's start or its last comma; whether it can still have commas.
    var group = 0
    var takesCommas = true
    while let (scalar, end) = folded(source, next) {
      if scalar &- 0x30 < 10 {
        hash.add(UInt8(scalar))
        group += 1
        at = end
      } else if scalar == 0x2E {
        guard let (digit, _) = folded(source, end), digit &- 0x30 < 10 else { break }
        hash.add(0x2E)
        takesCommas = false
      } else if scalar == 0x2C {
        guard takesCommas, group <= 3, isGroupOfThree(source, end) else { break }
        group = 0
      } else {
        break
      }
      next = end
    }
    return hash.key
  }

  /// Whether exactly three digits stand at `at`: 1,990, but not 2023,2024.
  private static func isGroupOfThree(_ source: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    var at = at
    for _ in 0..<3 {
      guard let (scalar, end) = folded(source, at), scalar &- 0x30 < 10 else { return false }
      at = end
    }
    guard let (scalar, _) = folded(source, at) else { return true }
    return scalar &- 0x30 >= 10
  }

  /// Reads letters; the key is of the stem.
  @usableFromInline
  static func word(
    _ source: UnsafeBufferPointer<UInt8>, from start: Int, _ at: inout Int
  ) -> UInt64 {
    var end = start
    let key = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longestStemmed) { letters in
      var whole = TermHash()
      var count = 0
      var isStemmed = true
      while let (scalar, next) = folded(source, end), isLetter(scalar) {
        if scalar < 0x80 {
          whole.add(UInt8(scalar))
          if count < longestStemmed { letters[count] = UInt8(scalar) } else { isStemmed = false }
          count += 1
        } else {
          isStemmed = false
          ScalarReader.eachByte(of: scalar) { whole.add($0) }
        }
        end = next
      }
      guard isStemmed else { return whole.key }
      var stem = TermHash()
      for i in 0..<EnglishStemmer.stem(letters, count: count) { stem.add(letters[i]) }
      return stem.key
    }
    at = end
    return key
  }

  /// A longer run of letters is no English word.
  private static let longestStemmed = 64

  /// The next scalar from `at` on that does not disappear in folding, and where it ends.
  private static func folded(
    _ source: UnsafeBufferPointer<UInt8>, _ at: Int
  ) -> (scalar: UInt32, end: Int)? {
    var end = at
    while end < source.count {
      if let scalar = Folding.fold(ScalarReader.next(source, &end)) { return (scalar, end) }
    }
    return nil
  }
}
