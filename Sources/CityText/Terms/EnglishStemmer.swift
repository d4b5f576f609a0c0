/// Porter2 (Snowball English) stemming.
public enum EnglishStemmer {
  /// The stem of a lower-case ASCII word.
  ///
  /// Source: M. Porter, “The English (Porter2) stemming algorithm”, snowballstem.org. Words of one or
  /// two letters, and words with other bytes than a–z, stay as they are.
  public static func stem(_ word: [UInt8]) -> [UInt8] {
    guard word.allSatisfy({ $0 &- 0x61 < 26 }) else { return word }
    var letters = word
    let count = letters.withUnsafeMutableBufferPointer { stem($0, count: word.count) }
    letters.removeLast(letters.count - count)
    return letters
  }

  /// Stems the first `count` bytes of `letters`, all a–z, in place; returns how many are left.
  ///
  /// No step makes a word longer than it was, and nothing is allocated: this runs once a word of an index.
  static func stem(_ letters: UnsafeMutableBufferPointer<UInt8>, count: Int) -> Int {
    guard count > 2, count <= letters.count else { return count }
    var run = StemmerRun(letters, count: count)
    run.stem()
    return run.count
  }
}
