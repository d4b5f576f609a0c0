import Testing

@testable import TriageSkill

struct PlaceRegisterTests {
  @Test func theShippedFileIsWhole() {
    #expect(ShippedReports.compiled.problems == [])
    let counts = ShippedReports.compiled.register.counts
    #expect(counts.streets == 10 && counts.communities == 94 && counts.stations == 51)
    #expect(counts.others >= 600)
    let register = ShippedReports.compiled.register
    #expect(register.entries.reduce(0) { $0 + $1.exits.count } >= 232)
    #expect(register.entries.count { $0.kind == .floodPoint } == 14)
    #expect(register.entries.count { $0.kind == .community && $0.isConfirmed } == 60)
  }

  @Test func bytesReadBackTheSame() throws {
    let register = ShippedReports.compiled.register
    let copy = try #require(PlaceRegister(bytes: register.bytes))
    #expect(copy.entries == register.entries && copy.points == register.points)
    #expect(copy.names.map(\.text) == register.names.map(\.text))
    #expect(copy.names.map(\.entries) == register.names.map(\.entries))
    #expect(copy.version == register.version && copy.margin == register.margin)
    #expect(copy.bytes == register.bytes)
  }

  @Test func cutOrDamagedBytesAreRefused() {
    let bytes = ShippedReports.compiled.register.bytes
    for length in stride(from: 0, to: bytes.count, by: 997) {
      #expect(PlaceRegister(bytes: Array(bytes[..<length])) == nil)
    }
    // A changed byte is refused or read as another register, never a crash.
    for at in stride(from: 0, to: bytes.count, by: 1_301) {
      var damaged = bytes
      damaged[at] ^= 0xFF
      _ = PlaceRegister(bytes: damaged)
    }
  }

  static func read(_ json: String, regions: String = "") throws -> (PlaceRegister, [String]) {
    var problems: [String] = []
    let register = try PlaceRegister.read(
      Array(json.utf8), path: "p.json", regions: Array(regions.utf8),
      report: { problems.append($0.description) })
    return (register, problems)
  }

  @Test func badRowsAreNamedByLineAndLeftOut() throws {
    let (register, problems) = try Self.read(
      """
      {"streets": [{"name": "甲街道"},
      {"code": 1},
      {"name": "甲街道"}],
      "communities": [{"name": "乙社区", "street": "丙街道"},
      {"name": "丁社区", "street": "甲街道"}],
      "places": [{"name": "戊公园"}]}
      """)
    #expect(register.counts == (1, 1, 0, 0))
    #expect(
      problems == [
        "p.json:2: the row has no “name”: fill it in or delete the row",
        "p.json:3: the street “甲街道” stands twice: delete one",
        "p.json:4: “丙街道” is none of the streets: correct it or add the street",
      ])
  }

  @Test(arguments: ["", "[", "{}", "{\"streets\": []}", "{\"streets\": 1}", "null"])
  func aFileWithoutStreetsIsRefused(_ json: String) {
    #expect(throws: TriageError.self) { try Self.read(json) }
  }

  @Test func regionsAreOtherPlacesUnlessTheyAreOurs() throws {
    let (register, problems) = try Self.read(
      "{\"streets\": [{\"name\": \"甲街道\", \"aliases\": [\"长沙\"]}]}",
      regions: "name,within,aliases,kind\n福田,深圳,福田区,home\n长沙,湖南,长沙市,city\n坏行\n")
    #expect(problems == ["regions.csv:4: the line must be name,within,aliases,kind"])
    let extractor = Extractor(places: register)
    #expect(extractor.extract(ShippedReports.report("在长沙")).street == "甲街道")
    #expect(extractor.extract(ShippedReports.report("长沙市")).place?.value.elsewhere == "长沙")
    #expect(extractor.extract(ShippedReports.report("福田区")).place?.value.elsewhere == nil)
  }
}
