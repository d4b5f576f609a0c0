/// Rows of training as counts of features: row after row, without zeros.
struct FeatureMatrix {
  /// Where each row begins in ``features``; one more for the end.
  private(set) var starts: [Int] = [0]
  private(set) var features: [UInt32] = []
  private(set) var counts: [UInt16] = []
  /// The key of each feature, by its number.
  private(set) var keys: [UInt64] = []
  /// Whether a feature is one of openings, by its number.
  private(set) var isOpening: [Bool] = []

  var rowCount: Int { starts.count - 1 }

  init(_ texts: some Sequence<String>) {
    var numbering = FeatureNumbering()
    // Where the row at hand has its entry of a feature; before `starts.last` where it has none yet.
    var place: [Int] = []
    for text in texts {
      let start = starts[starts.count - 1]
      FeatureScanner.fold(Array(text.utf8)).withUnsafeBufferPointer { folded in
        FeatureScanner.scan(folded) { key, opening, _, _ in
          let feature = numbering.number(of: key)
          if feature == place.count {
            place.append(-1)
            isOpening.append(opening)
          }
          if place[feature] >= start {
            counts[place[feature]] = min(counts[place[feature]] + 1, TermWeight.countLimit)
          } else {
            place[feature] = features.count
            features.append(UInt32(feature))
            counts.append(1)
          }
        }
      }
      starts.append(features.count)
    }
    keys = numbering.keys
  }

  func range(of row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }
}
