/// A block of 128 postings: packed distances and codes with their exceptions (``PostingShape``).
struct BlockPostings {
  static let head = 4

  let view: ByteView
  let distances: PatchedBlock.Plan
  let codePlan: PatchedBlock.Plan

  init(_ view: ByteView) {
    self.view = view
    distances = PatchedBlock.Plan(view, at: 0)
    codePlan = PatchedBlock.Plan(view, at: 2)
  }

  private var codesStart: Int { Self.head + distances.packedSize }
  private var exceptionsStart: Int { codesStart + codePlan.packedSize }
  private var codeExceptionsStart: Int { exceptionsStart + distances.exceptionsSize }
  private var size: Int { codeExceptionsStart + codePlan.exceptionsSize }

  /// Whether all parts fill the block.
  private var isWhole: Bool {
    distances.width <= 32 && codePlan.width <= 32 && size == view.count
  }

  /// Appends 128 postings given as distances less one and codes.
  static func append(
    distances: UnsafePointer<UInt32>, codes: UnsafePointer<UInt32>, to bytes: inout [UInt8]
  ) {
    let distancePlan = PatchedBlock.plan(distances)
    let codePlan = PatchedBlock.plan(codes)
    bytes += distancePlan.bytes
    bytes += codePlan.bytes
    PackedBlock.append(distances, width: distancePlan.width, to: &bytes)
    PackedBlock.append(codes, width: codePlan.width, to: &bytes)
    PatchedBlock.appendExceptions(distances, distancePlan, to: &bytes)
    PatchedBlock.appendExceptions(codes, codePlan, to: &bytes)
  }

  /// Decodes passages and, where asked, codes; false where the bytes are no postings below `limit`.
  /// - Parameter before: the passage before the first; `UInt32.max` where there is none.
  func decode(
    after before: UInt32, below limit: Int, codes: Bool, into batch: PostingBatch
  ) -> Bool {
    guard isWhole, let base = view.raw.baseAddress else { return false }
    PackedBlock.unpack(base + Self.head, width: distances.width, into: batch.passages)
    guard PatchedBlock.patch(view, at: exceptionsStart, distances, batch.passages),
      Self.sum(batch.passages, after: before, below: limit)
    else { return false }
    guard codes else { return true }
    PackedBlock.unpack(base + codesStart, width: codePlan.width, into: batch.codes)
    return PatchedBlock.patch(view, at: codeExceptionsStart, codePlan, batch.codes)
  }

  /// The code of posting `i` alone.
  func code(_ i: Int) -> UInt32 {
    guard isWhole, let base = view.raw.baseAddress else { return .max }
    let low = PackedBlock.value(i, at: base + codesStart, width: codePlan.width)
    return low | PatchedBlock.upper(of: i, in: view, from: codeExceptionsStart, codePlan)
  }

  /// Turns distances less one into passages: four at a time, each row added to the end of the last.
  ///
  /// Kernel with unsafe pointers over the 128 numbers of a batch.
  /// - Returns: false where a passage is not below `limit` or the sums ran over.
  @inline(__always)
  private static func sum(
    _ numbers: UnsafeMutablePointer<UInt32>, after before: UInt32, below limit: Int
  ) -> Bool {
    typealias Lanes = SIMD4<UInt32>
    guard before == .max || Int(before) < limit else { return false }
    let rows = UnsafeMutableRawPointer(numbers)
    let zero = Lanes(repeating: 0)
    var last = Lanes(repeating: before)
    var all = Lanes(repeating: 0)
    for row in 0..<32 {
      var x = rows.load(fromByteOffset: row &* 16, as: Lanes.self)
      // Distances below 2²⁴ cannot run over: 128 of them stay below 2³¹.
      all |= x
      x &+= Lanes(1, 1, 1, 1)
      x &+= Lanes(lowHalf: SIMD2(zero[0], x[0]), highHalf: SIMD2(x[1], x[2]))
      x &+= Lanes(lowHalf: SIMD2(zero[0], zero[1]), highHalf: SIMD2(x[0], x[1]))
      x &+= last
      rows.storeBytes(of: x, toByteOffset: row &* 16, as: Lanes.self)
      last = Lanes(repeating: x[3])
    }
    if (all[0] | all[1] | all[2] | all[3]) < 1 << 24 { return Int(last[3]) < limit }
    return isAscending(numbers, after: before, below: limit)
  }

  /// The slow check, for distances that might have run over.
  private static func isAscending(
    _ numbers: UnsafeMutablePointer<UInt32>, after before: UInt32, below limit: Int
  ) -> Bool {
    var last = Int(Int32(bitPattern: before))
    for i in 0..<PackedBlock.count {
      guard Int(numbers[i]) > last, Int(numbers[i]) < limit else { return false }
      last = Int(numbers[i])
    }
    return true
  }
}
