extension SHA256 {
  /// The digests of many texts, 32 bytes each, in their order.
  ///
  /// Texts of about one length go through ``SHA256Lanes`` together, others one by one.
  /// - Complexity: O(bytes), and the sorting of the texts by their lengths.
  public static func digests(of texts: [[UInt8]]) -> [UInt8] {
    let order = texts.indices.map { (blocks: blocks(of: texts[$0].count), text: $0) }
      .sorted { ($0.blocks, $0.text) < ($1.blocks, $1.text) }
    var digests = [UInt8](repeating: 0, count: texts.count * 32)
    let lanes = SHA256Lanes()
    for start in stride(from: 0, to: order.count, by: 4) {
      let group = order[start..<min(order.count, start + 4)]
      guard group.count == 4, order[start + 3].blocks <= order[start].blocks * 2 else {
        for (_, text) in group {
          var hash = SHA256()
          hash.update(texts[text])
          digests.replaceSubrange(text * 32..<text * 32 + 32, with: hash.finish())
        }
        continue
      }
      digest(
        texts, order[start].text, order[start + 1].text, order[start + 2].text,
        order[start + 3].text, lanes)
      for (lane, (_, text)) in group.enumerated() {
        for (word, values) in lanes.digests.enumerated() {
          let place = text * 32 + word * 4
          for byte in 0..<4 {
            digests[place + byte] = UInt8(truncatingIfNeeded: values[lane] >> UInt32(24 - 8 * byte))
          }
        }
      }
    }
    return digests
  }

  /// Blocks of a text of so many bytes with its padding: a byte at least, and the length.
  static func blocks(of count: Int) -> Int { (count + 9 + 63) / 64 }

  private static func digest(
    _ texts: [[UInt8]], _ a: Int, _ b: Int, _ c: Int, _ d: Int, _ lanes: SHA256Lanes
  ) {
    texts[a].withUnsafeBufferPointer { a in
      texts[b].withUnsafeBufferPointer { b in
        texts[c].withUnsafeBufferPointer { c in
          texts[d].withUnsafeBufferPointer { d in lanes.digest(a, b, c, d) }
        }
      }
    }
  }
}
