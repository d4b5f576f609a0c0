import Testing

@testable import TriageSkill

struct FeatureTableTests {
  @Test(arguments: [0, 1, 5, 300, 5000])
  func findsEveryKeyAndHardlyAnyOther(_ count: Int) {
    var dice = DeskDice(state: UInt64(count))
    let keys = (0..<count).map { _ in dice.next() }
    var table = FeatureTable(count: count)
    for (row, key) in keys.enumerated() { table.insert(key, row: row) }
    table.buckets.withUnsafeBufferPointer { buckets in
      for (row, key) in keys.enumerated() {
        let slot = FeatureTable.slot(of: key, in: buckets, table.rowMask)
        #expect(slot != 0 && slot & table.rowMask == UInt32(row))
      }
      let strangers = (0..<10_000).count { _ in
        FeatureTable.slot(of: dice.next(), in: buckets, table.rowMask) != 0
      }
      #expect(strangers <= 20)
    }
    #expect(FeatureTable(buckets: table.buckets, rows: count) != nil)
    #expect(count < 2 || FeatureTable(buckets: table.buckets, rows: count / 2) == nil)
  }

  /// Two such keys in one bucket were added up to a row beyond the table.
  @Test func keysThatCannotBeToldApartShareTheRowOfTheFirst() {
    var table = FeatureTable(count: 100)
    let key: UInt64 = 0x1234_5600_9ABC_DEF0
    let twin = key ^ 1 << 35
    table.insert(key, row: 60)
    table.insert(twin, row: 70)
    table.buckets.withUnsafeBufferPointer { buckets in
      for one in [key, twin] {
        #expect(FeatureTable.slot(of: one, in: buckets, table.rowMask) & table.rowMask == 60)
      }
    }
    let tag: UInt32 = 0x100
    let damaged = [FeatureTable.Bucket](repeating: .init(tag | 1, tag | 2, 0, 0), count: 4)
    #expect(FeatureTable(buckets: damaged, rows: 8) == nil)
  }

  @Test func aTableThatWouldNeverEndASearchIsRefused() {
    let full = [FeatureTable.Bucket](repeating: .init(repeating: 0x100), count: 4)
    #expect(FeatureTable(buckets: full, rows: 16) == nil)
    #expect(FeatureTable(buckets: [.zero], rows: 0) == nil)
    #expect(FeatureTable(buckets: [.zero, .zero, .zero, .zero, .zero], rows: 0) == nil)
  }

  @Test func textFeaturesCountAsASlowDictionaryDoes() {
    let matrix = FeatureMatrix(SampleDesk.rows(60).map(\.text))
    var table = FeatureTable(count: matrix.keys.count)
    for (row, key) in matrix.keys.enumerated() { table.insert(key, row: row) }
    var features = TextFeatures(rowCount: matrix.keys.count)
    // More than one batch of keys, and one word more often than a count goes.
    let long =
      SampleDesk.rows(200, seed: 5).map(\.text).joined() + String(repeating: "路灯", count: 400)
    for text in ["", "路", "从未见过的字", long] + SampleDesk.rows(9, seed: 3).map(\.text) {
      let folded = FeatureScanner.fold(Array(text.utf8))
      var slow: [UInt64: Int] = [:]
      folded.withUnsafeBufferPointer { bytes in
        FeatureScanner.scan(bytes) { key, _, _, _ in slow[key, default: 0] += 1 }
        features.read(bytes, table)
      }
      var fast: [UInt64: Int] = [:]
      for i in 0..<features.count {
        fast[matrix.keys[Int(features.rows[i])]] = Int(features.frequencies[i])
      }
      let known = Set(matrix.keys)
      #expect(fast == slow.filter { known.contains($0.key) }.mapValues { min($0, 255) })
    }
  }
}
