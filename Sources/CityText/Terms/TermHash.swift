/// FNV-1a over bytes, finished by the mixer of MurmurHash3, cut to 60 bits.
struct TermHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  var key: UInt64 {
    var x = state
    x = (x ^ x >> 33) &* 0xFF51_AFD7_ED55_8CCD
    x = (x ^ x >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return (x ^ x >> 33) & 0x0FFF_FFFF_FFFF_FFFF
  }
}
