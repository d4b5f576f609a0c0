import Glibc

/// The bytes of a compiled memory, little-endian; no text is in them.
///
/// u32 questions, terms, postings, targets, places, works, pairs taken, pairs left out, f32 trust
/// (``MemoryTrust``), u32 0 · u64 keys of terms,
/// ascending · u32 their first postings, one more at the end · per posting u32 question, f32 weight · u32 first
/// targets of questions, one more at the end · u32 place of each target · per place, in order of documents and
/// clauses, u32 document, u32 clause (2³²−1: all), u32 questions, u32 work (2³²−1: none) · u64 stems of works,
/// ascending.
struct MemoryWriter {
  static let headSize = 40
  static let none = UInt32.max

  struct Place {
    var document: UInt32
    /// Number of the clause in its document; ``MemoryWriter/none`` where all of it was confirmed.
    var clause: UInt32
    var questions: UInt32
    var work: UInt32
  }

  var taken = 0
  var leftOut = 0
  var trust: Float = 1
  /// By question.
  var targets: [[UInt32]] = []
  var places: [Place] = []
  var works: [UInt64] = []
  private var keys: [UInt64] = []
  private var starts: [UInt32] = [0]
  private var postings: [(question: UInt32, weight: Float)] = []

  /// Rarity among the questions times factor, each question of length 1. A term that more than one question in
  /// eight has, and more than 256, would cost most of the time and tells them hardly apart: it has no postings.
  mutating func setTerms(_ questions: [[MemoryTerms.Weighted]]) {
    var all: [(key: UInt64, question: UInt32, factor: Float)] = []
    for (number, terms) in questions.enumerated() {
      for term in terms { all.append((term.key, UInt32(number), term.factor)) }
    }
    all.sort { ($0.key, $0.question) < ($1.key, $1.question) }
    var lengths = [Float](repeating: 0, count: questions.count)
    let ranges = Self.ranges(all.map(\.key))
    for range in ranges {
      let rarity = Self.rarity(range.count, of: questions.count)
      for i in range {
        all[i].factor *= rarity
        lengths[Int(all[i].question)] += all[i].factor * all[i].factor
      }
    }
    for range in ranges {
      keys.append(all[range.lowerBound].key)
      if range.count <= max(256, questions.count / 8) {
        for item in all[range] {
          let length = sqrtf(lengths[Int(item.question)])
          postings.append((item.question, length > 0 ? item.factor / length : 0))
        }
      }
      starts.append(UInt32(postings.count))
    }
  }

  /// Runs of equal keys.
  private static func ranges(_ keys: [UInt64]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var first = 0
    for i in keys.indices where i + 1 == keys.count || keys[i + 1] != keys[first] {
      ranges.append(first..<i + 1)
      first = i + 1
    }
    return ranges
  }

  /// Inverse frequency among the questions.
  static func rarity(_ frequency: Int, of questions: Int) -> Float {
    logf(1 + Float(questions) / Float(max(1, frequency)))
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    let targetCount = targets.reduce(0) { $0 + $1.count }
    for count in [
      targets.count, keys.count, postings.count, targetCount, places.count, works.count, taken,
      leftOut,
    ] { bytes.appendLittle(UInt32(count)) }
    bytes.appendLittle(trust.bitPattern)
    bytes.appendLittle(UInt32(0))
    for key in keys { bytes.appendLittle(key) }
    for start in starts { bytes.appendLittle(start) }
    for posting in postings {
      bytes.appendLittle(posting.question)
      bytes.appendLittle(posting.weight.bitPattern)
    }
    var start: UInt32 = 0
    for own in targets {
      bytes.appendLittle(start)
      start += UInt32(own.count)
    }
    bytes.appendLittle(start)
    for target in targets.joined() { bytes.appendLittle(target) }
    for place in places {
      for value in [place.document, place.clause, place.questions, place.work] {
        bytes.appendLittle(value)
      }
    }
    for work in works { bytes.appendLittle(work) }
    return bytes
  }
}
