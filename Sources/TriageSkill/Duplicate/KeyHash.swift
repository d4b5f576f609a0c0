/// Keys of 32 bits for terms and names: the same in every process.
enum KeyHash {
  /// What a key is of; equal words of two kinds have different keys.
  enum Kind: UInt64 {
    case shingle = 0x1000_0001
    case title = 0x2000_0003
    case reporter = 0x3000_0005
    case matter = 0x4000_0007
  }

  /// The finisher of MurmurHash3, upper half.
  @inline(__always)
  static func of(_ value: UInt64) -> UInt32 {
    var x = value
    x = (x ^ x >> 33) &* 0xFF51_AFD7_ED55_8CCD
    x = (x ^ x >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return UInt32(truncatingIfNeeded: (x ^ x >> 33) >> 32)
  }

  /// A key moved into the key space of a kind.
  static func of(_ key: UInt32, _ kind: Kind) -> UInt32 {
    of(UInt64(key) &+ kind.rawValue << 32)
  }

  /// FNV-1a over the bytes of a name, finished as above.
  static func of(_ name: String, _ kind: Kind) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ kind.rawValue
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return of(hash)
  }
}
