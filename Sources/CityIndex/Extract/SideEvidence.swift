/// How near the terms of a question stand to places of a text, on either side of each.
///
/// Two measures a term and place: `near` halves every three units and ends with the sentence; `far` falls with
/// 1 / (1 + distance / 25) and with each sentence between.
struct SideEvidence {
  enum Direction { case before, behind }

  /// `places.count` rows of `occurrences.count` values.
  private(set) var near: [Float]
  private(set) var far: [Float]

  /// - Parameters:
  ///   - occurrences: by term, ascending units at which it stands.
  ///   - places: ascending borders: number of the unit behind.
  /// - Complexity: O(terms · places + occurrences).
  init(
    _ direction: Direction, of occurrences: [[Int32]], lengths: [Int], at places: [Int],
    in text: ReadingText
  ) {
    let width = occurrences.count
    near = [Float](repeating: 0, count: width * places.count)
    far = near
    for (term, at) in occurrences.enumerated() where !at.isEmpty {
      let length = lengths[term]
      var next = 0
      rows: for (row, place) in places.enumerated() {
        let distance: Int
        let between: Int32
        switch direction {
        case .before:
          while next < at.count, Int(at[next]) + length <= place { next += 1 }
          guard next > 0 else { continue }
          let end = Int(at[next - 1]) + length
          distance = place - end
          between = text.pieces[min(place, text.units.count - 1)] - text.pieces[end - 1]
        case .behind:
          while next < at.count, Int(at[next]) < place { next += 1 }
          guard next < at.count else { break rows }
          distance = Int(at[next]) - place
          between = text.pieces[Int(at[next])] - text.pieces[max(0, place - 1)]
        }
        let cell = row * width + term
        if between <= 0, distance < Self.decay.count { near[cell] = Self.decay[distance] }
        far[cell] = Self.far(distance, between, direction)
      }
    }
  }

  /// e^(−distance / 5).
  private static let decay: [Float] = {
    var values: [Float] = []
    var value: Float = 1
    for _ in 0..<48 {
      values.append(value)
      value *= 0.818_730_75
    }
    return values
  }()

  @inline(__always)
  static func far(_ distance: Int, _ between: Int32, _ direction: Direction) -> Float {
    let part: Float =
      switch direction {
      // What was said before holds on; what is said later is rather of something else.
      case .before: between <= 0 ? 1 : between == 1 ? 0.5 : between <= 3 ? 0.25 : 0.1
      case .behind: between <= 0 ? 1 : between == 1 ? 0.3 : 0.1
      }
    return part / (1 + Float(distance) / 25)
  }
}
