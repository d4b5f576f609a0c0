/// Texts laid end to end, each after its length as a varint; equal ones stand once.
///
/// Equal means the same bytes: a `String` also equals its other normal forms. The empty text stands at 0.
struct StringPool {
  private(set) var bytes: [UInt8] = [0]
  /// Open addressing: places of the texts, 0 where free.
  private var slots: [UInt32]
  private var count = 0
  private var hasEmpty = false

  /// - Parameter texts: as many have their room from the start.
  init(room texts: Int = 0) {
    var size = 1 << 10
    while size < texts * 2 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
  }

  /// Whether the places of all texts fit 32 bits.
  var fits: Bool { bytes.count <= UInt32.max }

  /// Where the text stands.
  mutating func place(_ text: String) -> UInt32 {
    var text = text
    return text.withUTF8 { place($0) }
  }

  /// Adds the text; whether it was not there. The empty text is there from the second time on.
  mutating func insert(_ text: String) -> Bool {
    if text.isEmpty {
      defer { hasEmpty = true }
      return !hasEmpty
    }
    let before = count
    _ = place(text)
    return count > before
  }

  private mutating func place(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    guard !text.isEmpty else { return 0 }
    if count * 2 >= slots.count { grow() }
    var i = Self.hash(text) & (slots.count - 1)
    while slots[i] != 0 {
      if holds(text, at: Int(slots[i])) { return slots[i] }
      i = (i + 1) & (slots.count - 1)
    }
    let place = UInt32(truncatingIfNeeded: bytes.count)
    Varint.append(UInt32(text.count), to: &bytes)
    bytes.append(contentsOf: text)
    slots[i] = place
    count += 1
    return place
  }

  private func holds(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    guard let (start, length) = length(at: place), length == text.count else { return false }
    return bytes[start..<start + length].elementsEqual(text)
  }

  private func length(at place: Int) -> (start: Int, length: Int)? {
    var (length, shift, at) = (0, 0, place)
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      length |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return (at, length) }
      shift += 7
    }
    return nil
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt32](repeating: 0, count: old.count * 2)
    for place in old where place != 0 {
      guard let (start, length) = length(at: Int(place)) else { continue }
      var i =
        bytes[start..<start + length].withUnsafeBufferPointer { Self.hash($0) }
        & (slots.count - 1)
      while slots[i] != 0 { i = (i + 1) & (slots.count - 1) }
      slots[i] = place
    }
  }

  /// FNV-1a, folded; where a text stands does not depend on it.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
