import Testing

@testable import TriageSkill

struct SampleReportTests {
  private static func misses(_ isRight: (ShippedReports.Sample, Extraction) -> String?) -> [String]
  {
    ShippedReports.samples.compactMap { sample in
      let extraction = ShippedReports.extractor.extract(sample.report)
      return isRight(sample, extraction).map { "\(sample.report.id) \($0)" }
    }
  }

  @Test func samplesAreMarkedAndComplete() {
    #expect(ShippedReports.samples.count >= 200)
    #expect(Set(ShippedReports.samples.map(\.report.id)).count == ShippedReports.samples.count)
    #expect(ShippedReports.samples.allSatisfy { $0.isSample && !$0.label.isEmpty })
    let streets = Set(ShippedReports.compiled.register.streetNames + [""])
    #expect(ShippedReports.samples.allSatisfy { streets.contains($0.street) })
  }

  @Test func urgencyAgreesWithTheLabels() {
    let misses = Self.misses { sample, extraction in
      let reading = extraction.urgency.value
      return reading.urgency == sample.urgency
        ? nil : "\(sample.urgency) read as \(reading.urgency) \(reading.reasons)"
    }
    #expect(misses == [])
  }

  /// Two names of one report may lie in two streets (a taxi from here to there): then both stay.
  @Test func streetAgreesWithTheLabels() {
    let misses = Self.misses { sample, extraction in
      let place = extraction.place?.value
      let streets = place?.candidates.map(\.street) ?? []
      // A street that is among the candidates is not lost, one that is not is wrong.
      let isLost = !sample.street.isEmpty && !streets.contains(sample.street)
      return extraction.street == sample.street
        ? nil
        : "\(isLost ? "lost" : "open") \(sample.street) read as \(streets) “\(place?.words ?? "")”"
    }
    #expect(misses.filter { $0.contains("lost") } == [])
    #expect(misses.count <= 2, "\(misses)")
  }

  @Test func splitAgreesWithTheLabels() {
    let misses = Self.misses { sample, extraction in
      extraction.matters.count == sample.matters
        ? nil : "\(sample.matters) read as \(extraction.matters.count)"
    }
    #expect(misses == [])
  }
}
