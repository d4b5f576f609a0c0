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

  @Test func streetAgreesWithTheLabels() {
    let misses = Self.misses { sample, extraction in
      extraction.street == sample.street
        ? nil
        : "\(sample.street) read as \(extraction.place?.value.candidates.map(\.street) ?? []) “\(extraction.place?.value.words ?? "")”"
    }
    #expect(misses == [])
  }

  @Test func splitAgreesWithTheLabels() {
    let misses = Self.misses { sample, extraction in
      extraction.matters.count == sample.matters
        ? nil : "\(sample.matters) read as \(extraction.matters.count)"
    }
    #expect(misses == [])
  }
}
