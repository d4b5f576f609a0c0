/// The known features of one text: which rows of a model stand in it, and how often.
///
/// Room for all of a model's features, kept from text to text: making it costs more than using it.
struct TextFeatures {
  /// Keys looked up together, in a loop of their own that guesses nothing, so that their cache misses overlap.
  private static let batch = 2048

  /// By row of the model; all 0 between texts.
  private var counts: [UInt8]
  private var keys = [UInt64](repeating: 0, count: Self.batch)
  /// Rows that stand in the text, in the order they first come, and how often; the first ``count`` of each.
  /// One more is room for what is written before it is known to be new.
  private(set) var rows: [UInt32]
  private(set) var frequencies: [UInt8]
  private(set) var count = 0

  init(rowCount: Int) {
    counts = [UInt8](repeating: 0, count: rowCount + 1)
    rows = [UInt32](repeating: 0, count: rowCount + 1)
    frequencies = counts
  }

  /// Reads a folded text. Kernel with unsafe writes: no batch is overfilled, and a row is listed once.
  mutating func read(_ folded: UnsafeBufferPointer<UInt8>, _ table: FeatureTable) {
    var found = 0
    let rowMask = table.rowMask
    table.buckets.withUnsafeBufferPointer { table in
      keys.withUnsafeMutableBufferPointer { keys in
        counts.withUnsafeMutableBufferPointer { counts in
          rows.withUnsafeMutableBufferPointer { rows in
            var filled = 0
            FeatureScanner.scan(folded) { key, _, _, _ in
              keys[filled] = key
              filled &+= 1
              if filled == Self.batch {
                Self.count(keys, filled, table, rowMask, counts, rows, &found)
                filled = 0
              }
            }
            Self.count(keys, filled, table, rowMask, counts, rows, &found)
            frequencies.withUnsafeMutableBufferPointer { frequencies in
              for i in 0..<found {
                let row = Int(rows[i])
                frequencies[i] = counts[row]
                counts[row] = 0
              }
            }
          }
        }
      }
    }
    count = found
  }

  /// Counts the rows of a batch of keys; without branches, because half of them would be guessed wrong.
  @inline(never)
  private static func count(
    _ keys: UnsafeMutableBufferPointer<UInt64>, _ filled: Int,
    _ table: UnsafeBufferPointer<FeatureTable.Bucket>, _ rowMask: UInt32,
    _ counts: UnsafeMutableBufferPointer<UInt8>, _ rows: UnsafeMutableBufferPointer<UInt32>,
    _ found: inout Int
  ) {
    for i in 0..<filled {
      let slot = FeatureTable.slot(of: keys[i], in: table, rowMask)
      let row = Int(slot & rowMask)
      let count = UInt32(counts[row])
      let isKnown: UInt32 = slot == 0 ? 0 : 1
      let isNew = (count &- 1) >> 31 & isKnown
      let isFull = (count &+ 1) >> 8
      rows[found] = UInt32(truncatingIfNeeded: row)
      found &+= Int(truncatingIfNeeded: isNew)
      counts[row] = UInt8(truncatingIfNeeded: count &+ (isKnown & ~isFull))
    }
  }
}
