import CityText

/// Reports as vectors of length one over the terms of title and beginning, rare terms longer.
struct TermVectors: Sendable {
  struct Weight: Sendable {
    var term: Int32
    var value: Float
    /// Whether it is part of the name of the report's place.
    var isPlace = false
  }

  private(set) var rows: [[Weight]] = []
  private(set) var termCount = 0

  /// A term in the title counts as often in the text.
  private static let titleWeight: Float = 4
  /// Bytes of the text that are read: what comes later is seldom what it is about.
  private static let beginning = 900

  /// - Parameter places: for each report the keys of its places.
  init(_ reports: [ComparableReport], places: [[UInt32]]) {
    var numbers: [UInt32: Int32] = [:]
    var frequency: [Int32] = []
    var counts: [Float] = []
    var touched: [Int32] = []
    func count(_ utf8: [UInt8], _ weight: Float) {
      ReportSignature.eachTerm(utf8) { key in
        let number: Int32
        if let known = numbers[key] {
          number = known
        } else {
          number = Int32(frequency.count)
          numbers[key] = number
          frequency.append(0)
          counts.append(0)
        }
        if counts[Int(number)] == 0 { touched.append(number) }
        counts[Int(number)] += weight
      }
    }
    for (report, places) in zip(reports, places) {
      touched.removeAll(keepingCapacity: true)
      count(Array(ReportSignature.heading(report).utf8), Self.titleWeight)
      count(Array(report.text.utf8.prefix(Self.beginning)), 1)
      touched.sort()
      var row: [Weight] = []
      row.reserveCapacity(touched.count)
      for term in touched {
        frequency[Int(term)] += 1
        row.append(Weight(term: term, value: 1 + NaturalLogarithm.of(counts[Int(term)])))
        counts[Int(term)] = 0
      }
      for key in places {
        guard let term = numbers[key], let at = row.firstIndex(where: { $0.term == term }) else {
          continue
        }
        row[at].isPlace = true
      }
      rows.append(row)
    }
    termCount = frequency.count
    weigh(frequency)
  }

  /// tf-idf, (1 + ln tf) · ln (n ⁄ df), then length one; a term of one report alone is left out.
  private mutating func weigh(_ frequency: [Int32]) {
    let all = Float(rows.count)
    let rarity = frequency.map { $0 < 2 ? 0 : NaturalLogarithm.of(all / Float($0)) }
    for node in rows.indices {
      var square: Float = 0
      for i in rows[node].indices {
        rows[node][i].value *= rarity[Int(rows[node][i].term)]
        square += rows[node][i].value * rows[node][i].value
      }
      rows[node].removeAll { $0.value <= 0 }
      guard square > 0 else { continue }
      let scale = 1 / square.squareRoot()
      for i in rows[node].indices { rows[node][i].value *= scale }
    }
  }
}
