import CityText

/// Where a text holds terms of a question.
///
/// One scan a document: the evidence of its passages is then read off the parts of these lists.
struct TextHits {
  struct Hit {
    var term: Int32
    /// Characters and words before it, from the text's beginning.
    var position: Int32
    /// Bytes before it.
    var offset: Int32
  }

  /// Main terms in text order, each time they stand there.
  private(set) var mains: [Hit] = []
  /// Single characters in text order.
  private(set) var characters: [Hit] = []
  /// Main terms of the text, those of the question or not.
  private(set) var mainTerms = 0
  private var position: Int32 = 0

  mutating func removeAll() {
    mains.removeAll(keepingCapacity: true)
    characters.removeAll(keepingCapacity: true)
    mainTerms = 0
    position = 0
  }

  /// Adds the hits of a text, or of a further part of one that begins `base` bytes in.
  ///
  /// The terms are those of ``TermScanner``. Chinese characters, of which texts consist, are passed by at one
  /// look into a table; only the runs between them that hold letters or digits go to the scanner.
  /// - Complexity: O(n).
  mutating func scan(_ text: [UInt8], base: Int = 0, for question: RankQuestion) {
    // A part is no neighbor of the one before.
    position += 4
    // Kernel with unsafe buffers: every read of the text is below its `count`, every form below 2¹⁶.
    text.withUnsafeBufferPointer { bytes in
      HanForms.table.withUnsafeBufferPointer { forms in
        question.characterSet.withUnsafeBufferPointer { set in
          scan(bytes, text, base, question, forms, set)
        }
      }
    }
  }

  private mutating func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ text: [UInt8], _ base: Int, _ question: RankQuestion,
    _ forms: UnsafeBufferPointer<UInt16>, _ set: UnsafeBufferPointer<UInt64>
  ) {
    let count = bytes.count
    var at = 0
    var now = position
    // Characters since the last that is none; the question's number of the one before, or −1.
    var run = 0
    var last = -1
    while at < count {
      let first = bytes[at]
      if first >= 0xE3, first <= 0xE9, at + 2 < count {
        let scalar =
          Int(first & 0x0F) << 12 | Int(bytes[at + 1] & 0x3F) << 6 | Int(bytes[at + 2] & 0x3F)
        let form = scalar < HanForms.start ? 0 : Int(forms[scalar - HanForms.start])
        at += 3
        guard form != 0 else {
          mainTerms += max(0, run - 1)
          run = 0
          last = -1
          continue
        }
        now += 1
        run += 1
        guard set[form >> 6] >> UInt64(form & 63) & 1 != 0 else {
          last = -1
          continue
        }
        let before = last
        last = question.lookup.number(of: 1 << 60 | UInt64(form))
        if last >= 0 { take(last, before, now, base + at - 3, question) }
      } else {
        let start = at
        mainTerms += max(0, run - 1)
        run = 0
        last = -1
        if Self.skipRun(bytes, &at) {
          position = now
          scanWords(text, in: start..<at, base: base, for: question)
          now = position
        }
      }
    }
    mainTerms += max(0, run - 1)
    position = now
  }

  /// A character of the question, and the pair it may make with the one before.
  @inline(__always)
  private mutating func take(
    _ last: Int, _ before: Int, _ now: Int32, _ offset: Int, _ question: RankQuestion
  ) {
    characters.append(
      Hit(term: Int32(last), position: now, offset: Int32(truncatingIfNeeded: offset)))
    guard before >= 0 else { return }
    let pair = question.number(ofPair: before, last)
    guard pair >= 0 else { return }
    // A pair has the place of its first character.
    mains.append(
      Hit(
        term: Int32(pair), position: now - 1, offset: Int32(truncatingIfNeeded: offset - 3)))
  }

  /// Moves to the next character that the table may know; says whether letters or digits stand before it.
  private static func skipRun(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Bool {
    var hasWords = false
    repeat {
      let byte = bytes[at]
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: hasWords = true
      case 0xEF where at + 2 < bytes.count && bytes[at + 1] == 0xBC:
        // ，（）：；？ and the like; other full-width forms may be digits and letters.
        switch bytes[at + 2] {
        case 0x80...0x8F, 0x9A, 0x9B, 0x9F: break
        default: hasWords = true
        }
        at += 2
      case 0xC2, 0xE2, 0x80...0xBF: break
      case 0xC3...: hasWords = true
      default: break
      }
      at += 1
    } while at < bytes.count && !(bytes[at] >= 0xE3 && bytes[at] <= 0xE9 && at + 2 < bytes.count)
    return hasWords
  }

  private mutating func scanWords(
    _ text: [UInt8], in range: Range<Int>, base: Int, for question: RankQuestion
  ) {
    TermScanner.scan(text, in: range) { term in
      if term.kind != .bigram { position += 1 }
      if term.kind != .unigram { mainTerms += 1 }
      let number = question.lookup.number(of: term.key)
      guard number >= 0 else { return }
      let hit = Hit(
        term: Int32(number), position: position,
        offset: Int32(truncatingIfNeeded: base + term.range.lowerBound))
      if term.kind == .unigram { characters.append(hit) } else { mains.append(hit) }
    }
  }

  /// The part of `hits` that begins within `range` of bytes.
  static func slice(_ hits: [Hit], _ range: Range<Int>) -> ArraySlice<Hit> {
    func first(_ offset: Int) -> Int {
      var (low, high) = (0, hits.count)
      while low < high {
        let middle = (low + high) / 2
        if Int(hits[middle].offset) < offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let start = first(range.lowerBound)
    return hits[start..<max(start, first(range.upperBound))]
  }
}
