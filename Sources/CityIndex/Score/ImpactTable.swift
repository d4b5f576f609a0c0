/// What a term adds to a passage, before its weight: f / (k1 + f), by code and lengths of fields.
///
/// f is the sum over the fields of weight · occurrences / (1 − b + b · length / average) (``FieldWeights``). Most
/// postings name one field: their impact is looked up by that field's length and costs neither sum nor
/// division. Most others name two. Worked out once per generation and weights, up to ``longest`` terms a field.
///
/// Kernel with unsafe pointers: the tables are its own memory, the lengths that of `owner`; passages must be
/// below the number of the lengths.
final class ImpactTable: @unchecked Sendable {
  /// Lengths from here on are worked out one by one.
  static let longest = 4096
  /// Codes that have a ``Code``; the frequent ones come first.
  static let known = 64
  /// Of these the ones that may have a table of impacts.
  static let tabled = 16

  /// How a frequent code's impact is found by one length.
  private struct Code {
    /// By length; all zero where the code has no table.
    var impacts: UnsafePointer<Float>
    var lengths: UnsafePointer<UInt16>
    /// 1 where the code has no table.
    var waits: Int
    /// 0 where the code has no table.
    var size: Int
  }

  /// How a code of two fields is worked out: occurrences, lengths and norms of both; `size` 0 where it has not two.
  private struct Pair {
    var first: Float = 0
    var second: Float = 0
    var firstField = 0
    var secondField = 0
    var isPair = false
  }

  let weights: FieldWeights
  /// How many times as great as lists say an impact can be, because these are not the usual weights.
  let stretch: Float
  private let averages: SIMD4<Float>
  private let signatures: [SIMD4<UInt32>]
  private let lengths: PassageLengths
  /// Keeps the memory of the lengths.
  private let owner: AnyObject?
  /// By field the norm weight / (1 − b + b · length / average) of each length; the parts of one memory.
  private let norms: UnsafeMutablePointer<UnsafePointer<Float>>
  private let sizes: [Int]
  private let memory: UnsafeMutablePointer<Float>
  /// By code; the last one is that of all other codes.
  private let codes: UnsafeMutablePointer<Code>
  private let pairs: UnsafeMutablePointer<Pair>
  /// The lengths of each field; of a field without any those of another.
  private let arrays: UnsafeMutablePointer<UnsafePointer<UInt16>>
  /// Whether every length has its place in the tables.
  private let isComplete: Bool

  init(
    _ weights: FieldWeights, averages: SIMD4<Float>, signatures: [SIMD4<UInt32>],
    lengths: PassageLengths, owner: AnyObject?
  ) {
    self.weights = weights
    stretch = weights.stretch
    self.averages = averages
    self.signatures = signatures
    self.lengths = lengths
    self.owner = owner
    let sizes = (0..<4).map { min(Self.longest, lengths.longest(field: $0) + 1) }
    self.sizes = sizes
    let used = signatures.prefix(Self.known).map { signature in
      (0..<4).filter { signature[$0] > 0 }
    }
    let zeros = sizes.max() ?? 1
    let count =
      zeros + sizes.reduce(0, +)
      + used.prefix(Self.tabled).reduce(0) { $0 + ($1.count == 1 ? sizes[$1[0]] : 0) }
    memory = .allocate(capacity: count)
    memory.initialize(repeating: 0, count: zeros)
    var next = memory + zeros
    norms = .allocate(capacity: 4)
    for field in 0..<4 {
      for length in 0..<sizes[field] {
        (next + length).initialize(to: Self.norm(of: UInt32(length), field, weights, averages))
      }
      (norms + field).initialize(to: UnsafePointer(next))
      next += sizes[field]
    }
    let present = (0..<4).map { field in
      lengths.array(field)?.raw.baseAddress?.assumingMemoryBound(to: UInt16.self)
    }
    isComplete =
      present.contains { $0 != nil }
      && (0..<4).allSatisfy { lengths.longest(field: $0) < Self.longest }
    // Where there is no length at all, there is no posting that could ask for one.
    let any =
      present.compactMap { $0 }.first
      ?? UnsafePointer(UnsafeMutableRawPointer(memory).assumingMemoryBound(to: UInt16.self))
    arrays = .allocate(capacity: 4)
    for field in 0..<4 { (arrays + field).initialize(to: present[field] ?? any) }
    codes = .allocate(capacity: Self.known + 1)
    pairs = .allocate(capacity: Self.known + 1)
    for code in 0...Self.known {
      var entry = Code(impacts: UnsafePointer(memory), lengths: any, waits: 1, size: 0)
      var pair = Pair()
      let fields = code < used.count ? used[code] : []
      if fields.count == 1, code < Self.tabled, let array = present[fields[0]] {
        let occurrences = Float(signatures[code][fields[0]])
        for length in 0..<sizes[fields[0]] {
          (next + length).initialize(
            to: Self.impact(occurrences * norms[fields[0]][length], weights.k1))
        }
        entry = Code(impacts: UnsafePointer(next), lengths: array, waits: 0, size: sizes[fields[0]])
        next += sizes[fields[0]]
      } else if fields.count == 2 {
        pair = Pair(
          first: Float(signatures[code][fields[0]]), second: Float(signatures[code][fields[1]]),
          firstField: fields[0], secondField: fields[1], isPair: true)
      }
      (codes + code).initialize(to: entry)
      (pairs + code).initialize(to: pair)
    }
  }

  deinit {
    memory.deallocate()
    norms.deallocate()
    arrays.deallocate()
    codes.deallocate()
    pairs.deallocate()
  }

  private static func norm(
    of length: UInt32, _ field: Int, _ weights: FieldWeights, _ averages: SIMD4<Float>
  ) -> Float {
    // A field that is empty, here or everywhere, holds no term: its norm is never asked for.
    guard length > 0, averages[field] > 0 else { return 0 }
    return weights[field] / (1 - weights.b + weights.b * (Float(length) / averages[field]))
  }

  @inline(__always)
  private static func impact(_ frequency: Float, _ k1: Float) -> Float {
    frequency > 0 ? frequency / (k1 + frequency) : 0
  }

  /// The impact of a posting with `code` in `passage`; 0 where there is no such code.
  @inline(__always)
  func impact(code: UInt32, passage: Int) -> Float {
    if isComplete, code < Self.known {
      let entry = codes + Int(code)
      if entry.pointee.waits == 0 {
        return entry.pointee.impacts[Int(entry.pointee.lengths[passage])]
      }
    }
    return withoutTable(code: code, passage: passage)
  }

  @inline(never)
  private func withoutTable(code: UInt32, passage: Int) -> Float {
    if isComplete, code < Self.known {
      let pair = pairs + Int(code)
      if pair.pointee.isPair {
        let (first, second) = (pair.pointee.firstField, pair.pointee.secondField)
        let frequency =
          pair.pointee.first * norms[first][Int(arrays[first][passage])]
          + pair.pointee.second * norms[second][Int(arrays[second][passage])]
        return Self.impact(frequency, weights.k1)
      }
    }
    return sum(code: code, passage: passage)
  }

  /// The definition itself.
  private func sum(code: UInt32, passage: Int) -> Float {
    guard code < signatures.count else { return 0 }
    let signature = signatures[Int(code)]
    var frequency: Float = 0
    for field in 0..<4 where signature[field] > 0 {
      let length = lengths.length(of: passage, field: field)
      let norm =
        length < sizes[field]
        ? norms[field][Int(length)] : Self.norm(of: length, field, weights, averages)
      frequency += Float(signature[field]) * norm
    }
    return Self.impact(frequency, weights.k1)
  }

  /// The greatest impact of a batch in 255ths, rounded up: what ``PostingShape`` keeps of blocks and lists.
  func greatest(
    _ passages: UnsafeBufferPointer<UInt32>, _ codes: UnsafeBufferPointer<UInt32>
  ) -> UInt8 {
    let (table, isComplete) = (self.codes, isComplete)
    var greatest: Float = 0
    for i in 0..<passages.count {
      let passage = Int(passages[i])
      let entry = table + Int(min(codes[i], UInt32(Self.known)))
      let impact =
        isComplete && entry.pointee.waits == 0
        ? entry.pointee.impacts[Int(entry.pointee.lengths[passage])]
        : withoutTable(code: codes[i], passage: passage)
      greatest = max(greatest, impact)
    }
    return Self.rounded(greatest)
  }

  /// An impact in 255ths, rounded up by a little more than Float can be wrong.
  static func rounded(_ impact: Float) -> UInt8 {
    UInt8(min(255, (impact * 255 + 0.001).rounded(.up)))
  }

  /// Adds `factor` times the impact of each posting of a batch to the scores of its passages.
  /// - Parameter reached: gets, from `count` on, the passages whose score was 0 and is so no longer.
  func add(
    _ batch: PostingBatch, count: Int, factor: Float, to scores: UnsafeMutablePointer<Float>,
    reached: UnsafeMutablePointer<UInt32>, count reachedCount: inout Int
  ) {
    let (passages, postingCodes, codes) = (batch.passages, batch.codes, codes)
    var next = reachedCount
    defer { reachedCount = next }
    @inline(__always)
    func add(_ part: Float, to passage: UInt32) {
      let before = scores[Int(passage)]
      let after = before + part
      scores[Int(passage)] = after
      reached[next] = passage
      next &+= before == 0 && after != 0 ? 1 : 0
    }
    guard isComplete else {
      for i in 0..<count {
        add(factor * sum(code: postingCodes[i], passage: Int(passages[i])), to: passages[i])
      }
      return
    }
    // Without a branch: codes without a table add 0 here and wait at the front of the batch.
    var waiting = 0
    for i in 0..<count {
      let passage = passages[i]
      let code = postingCodes[i]
      let entry = codes + Int(min(code, UInt32(Self.known)))
      let length = Int(entry.pointee.lengths[Int(passage)])
      add(factor * entry.pointee.impacts[length], to: passage)
      passages[waiting] = passage
      postingCodes[waiting] = code
      waiting &+= entry.pointee.waits
    }
    for i in 0..<waiting {
      let part = factor * withoutTable(code: postingCodes[i], passage: Int(passages[i]))
      add(part, to: passages[i])
    }
  }
}
