/// The section `lengths`: how many terms each field of each passage has.
///
/// For each field – title, aliases, headings, body – in which any passage has terms, a u16 a passage, filled up
/// to a multiple of 8 bytes; 65535 means that the length stands at the end: u32 passage, u32 field, u32
/// length, by passage and field.
struct PassageLengths: Sendable {
  static let saturated: UInt32 = 65535
  static let longWidth = 12

  let passages: Int
  /// A field's array; nil where all its lengths are 0.
  private let fields: (ByteView?, ByteView?, ByteView?, ByteView?)
  let long: ByteView

  /// - Parameter totals: terms of each field in all passages.
  init(_ view: ByteView, passages: Int, totals: SIMD4<UInt64>) {
    self.passages = passages
    let size = Self.arraySize(passages)
    var place = 0
    func next(_ field: Int) -> ByteView? {
      guard totals[field] > 0 else { return nil }
      defer { place += size }
      return view.slice(place, passages * 2)
    }
    fields = (next(0), next(1), next(2), next(3))
    long = view.slice(place, view.count - place) ?? .empty
  }

  static func arraySize(_ passages: Int) -> Int { (passages * 2 + 7) & ~7 }

  /// Bytes that the section must have at least.
  static func leastSize(passages: Int, totals: SIMD4<UInt64>) -> Int {
    (0..<4).reduce(0) { $0 + (totals[$1] > 0 ? arraySize(passages) : 0) }
  }

  @inline(__always)
  func array(_ field: Int) -> ByteView? {
    switch field {
    case 0: fields.0
    case 1: fields.1
    case 2: fields.2
    default: fields.3
    }
  }

  @inline(__always)
  func length(of passage: Int, field: Int) -> UInt32 {
    guard let array = array(field) else { return 0 }
    let length = UInt32(array.u16(passage &* 2))
    return length < Self.saturated ? length : longLength(of: passage, field: field)
  }

  /// The greatest length in a field's array; ``saturated`` where there are greater ones.
  func longest(field: Int) -> Int {
    guard let array = array(field) else { return 0 }
    var longest: UInt16 = 0
    for passage in 0..<passages { longest = max(longest, array.u16(passage * 2)) }
    return Int(longest)
  }

  func lengths(of passage: Int) -> SIMD4<UInt32> {
    SIMD4(
      length(of: passage, field: 0), length(of: passage, field: 1), length(of: passage, field: 2),
      length(of: passage, field: 3))
  }

  private func longLength(of passage: Int, field: Int) -> UInt32 {
    let wanted = UInt64(passage) << 2 | UInt64(field)
    var (low, high) = (0, long.count / Self.longWidth)
    while low < high {
      let middle = (low + high) / 2
      let record = long.record(middle, width: Self.longWidth)
      if UInt64(record.u32(0)) << 2 | UInt64(record.u32(4)) < wanted {
        low = middle + 1
      } else {
        high = middle
      }
    }
    let record = long.record(low, width: Self.longWidth)
    let isThere = record.count > 0 && UInt64(record.u32(0)) << 2 | UInt64(record.u32(4)) == wanted
    return isThere ? record.u32(8) : Self.saturated
  }
}
