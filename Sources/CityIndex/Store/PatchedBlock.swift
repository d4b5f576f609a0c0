/// 128 numbers at the width that most of them need; the few that need more are patched afterwards.
///
/// After the packed numbers, which hold the lowest bits of all, stand the exceptions: a byte each for its
/// place, then one to four bytes each, little-endian, for the bits above the width (patched frame of
/// reference: Zukowski et al. 2006).
enum PatchedBlock {
  /// How 128 numbers are cut; two bytes: the width, and exceptions | (bytes of each − 1) << 6.
  struct Plan: Equatable {
    var width: Int
    var exceptions = 0
    /// Bytes of the upper bits of an exception.
    var upperSize = 1

    init(width: Int) { self.width = width }

    init(_ view: ByteView, at place: Int) {
      width = Int(view.u8(place))
      exceptions = Int(view.u8(place + 1) & 63)
      upperSize = Int(view.u8(place + 1) >> 6) + 1
    }

    var bytes: [UInt8] { [UInt8(width), UInt8(exceptions | (upperSize - 1) << 6)] }

    /// Bytes of the packed numbers.
    var packedSize: Int { PackedBlock.size(width: width) }
    /// Bytes of the exceptions.
    var exceptionsSize: Int { exceptions * (1 + upperSize) }
  }

  /// More would cost more time than they save bytes.
  private static let mostExceptions = 12

  /// The width that takes the fewest bytes; of equal ones the greatest, which has the fewest exceptions.
  static func plan(_ values: UnsafePointer<UInt32>) -> Plan {
    var all = Lanes()
    for row in 0..<rows { all |= lanes(values, row) }
    let longest = 32 - (all[0] | all[1] | all[2] | all[3]).leadingZeroBitCount
    var best = Plan(width: longest)
    for width in stride(from: longest - 1, through: 0, by: -1) {
      let exceptions = exceptions(values, width: width)
      if exceptions > mostExceptions { break }
      var plan = Plan(width: width)
      plan.exceptions = exceptions
      plan.upperSize = (longest - width + 7) / 8
      if plan.packedSize + plan.exceptionsSize < best.packedSize + best.exceptionsSize {
        best = plan
      }
    }
    return best
  }

  /// Four values that stand side by side in a block.
  private typealias Lanes = SIMD4<UInt32>
  private static let rows = PackedBlock.count / 4

  @inline(__always)
  private static func lanes(_ values: UnsafePointer<UInt32>, _ row: Int) -> Lanes {
    UnsafeRawPointer(values).loadUnaligned(fromByteOffset: row &* 16, as: Lanes.self)
  }

  /// How many of the values have more bits than `width`, which is below 32.
  private static func exceptions(_ values: UnsafePointer<UInt32>, width: Int) -> Int {
    let shift = Lanes(repeating: UInt32(width))
    var fitting = Lanes()
    for row in 0..<rows {
      let fits = lanes(values, row) &>> shift .== Lanes()
      fitting &+= Lanes().replacing(with: 1, where: fits)
    }
    return PackedBlock.count - Int(fitting.wrappedSum())
  }

  /// Appends the places and the upper bits of what does not fit the width.
  static func appendExceptions(
    _ values: UnsafePointer<UInt32>, _ plan: Plan, to bytes: inout [UInt8]
  ) {
    guard plan.exceptions > 0 else { return }
    let shift = UInt32(plan.width)
    let start = bytes.count
    for row in 0..<rows where lanes(values, row) &>> Lanes(repeating: shift) != Lanes() {
      for i in row * 4..<row * 4 + 4 where values[i] >> shift != 0 { bytes.append(UInt8(i)) }
    }
    for exception in 0..<plan.exceptions {
      let upper = values[Int(bytes[start + exception])] >> shift
      for byte in 0..<plan.upperSize {
        bytes.append(UInt8(truncatingIfNeeded: upper >> UInt32(8 * byte)))
      }
    }
  }

  /// Adds the upper bits of the exceptions, which begin at `start`, to the unpacked numbers.
  /// - Returns: false where a place is none.
  @inline(__always)
  static func patch(
    _ view: ByteView, at start: Int, _ plan: Plan, _ target: UnsafeMutablePointer<UInt32>
  ) -> Bool {
    for i in 0..<plan.exceptions {
      let place = Int(view.u8(start &+ i))
      guard place < PackedBlock.count, plan.width < 32 else { return false }
      target[place] |= upper(i, in: view, from: start, plan)
    }
    return true
  }

  /// The upper bits of exception `i`, where they belong.
  @inline(__always)
  private static func upper(_ i: Int, in view: ByteView, from start: Int, _ plan: Plan) -> UInt32 {
    var upper: UInt32 = 0
    for byte in 0..<plan.upperSize {
      let place = start &+ plan.exceptions &+ i &* plan.upperSize &+ byte
      upper |= UInt32(view.u8(place)) &<< UInt32(truncatingIfNeeded: 8 &* byte)
    }
    return upper &<< UInt32(truncatingIfNeeded: plan.width)
  }

  /// The upper bits of the number at `place`; 0 where it is no exception. Exceptions begin at `start`.
  static func upper(of place: Int, in view: ByteView, from start: Int, _ plan: Plan) -> UInt32 {
    for i in 0..<plan.exceptions where Int(view.u8(start + i)) == place {
      return upper(i, in: view, from: start, plan)
    }
    return 0
  }
}
