import Testing

@testable import TriageSkill

struct UrgencyReaderTests {
  @Test(arguments: UrgencyCases.all)
  func readsTheUrgencyOfWords(_ wanted: UrgencyCases.Case) {
    let finding = ShippedReports.extract(wanted.text).urgency
    #expect(finding.value.urgency == wanted.level, "\(finding.value.reasons)")
    if let line = wanted.line { #expect(finding.value.lines.first == line) }
    if let reason = wanted.reason { #expect(finding.value.reasons.contains(reason)) }
    #expect((finding.value.urgency == .normal) == finding.evidence.isEmpty)
  }

  @Test func thereAreEnoughCases() { #expect(UrgencyCases.all.count >= 120) }

  @Test func evidenceIsTheWordsThatDecided() {
    let text = "你好。孩子在公园走失了"
    let finding = ShippedReports.extract(text).urgency
    let words = finding.evidence.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
    #expect(words == ["孩子", "走失"])
    #expect(finding.origin.description == "rule:urgency.minor@\(TriageRules.version)")
  }

  @Test func evidenceOfFoldedWordsIsTheWordsAsWritten() throws {
    let text = "ＡＢ 樓上起火了，濃煙很大"
    let finding = ShippedReports.extract(text).urgency
    try #require(finding.evidence.count == 2)
    #expect(String(decoding: Array(text.utf8)[finding.evidence[1]], as: UTF8.self) == "濃煙")
  }

  @Test func injuryAddsTheAmbulance() {
    #expect(ShippedReports.extract("着火了，有人受伤").urgency.value.lines == [.fire, .ambulance])
    #expect(
      ShippedReports.extract("厨房有很浓的燃气味，老人头晕得厉害").urgency.value.lines.contains(.ambulance))
    #expect(ShippedReports.extract("着火了").urgency.value.lines == [.fire])
  }

  @Test func theLineOfTheGraverRuleComesFirst() {
    let reading = ShippedReports.extract("有人持刀伤人，旁边路口还追尾了").urgency.value
    #expect(reading.lines == [.police, .ambulance, .traffic])
    #expect(reading.reasons == ["violence", "traffic"])
  }

  @Test func aTitleSaysNoMoreThanItsText() {
    #expect(
      ShippedReports.extract("昨天的火已经扑灭了，要求赔偿", title: "小区着火").urgency.value.urgency == .normal)
    #expect(ShippedReports.extract("火势很大，快来", title: "小区着火").urgency.value.urgency == .emergency)
    #expect(ShippedReports.extract("在三栋", title: "小区着火").urgency.value.urgency == .emergency)
  }

  /// Every rule of the table can fire.
  @Test func everyTriggerFiresWithItsCompanion() {
    for rule in UrgencyRules.all {
      for trigger in rule.triggers.split(separator: "|") {
        let companion = rule.companions.first.map { Self.companions[$0]! } ?? ""
        let text = "\(companion) \(trigger) "
        let level = ShippedReports.extract(text).urgency.value.urgency
        #expect(level >= rule.level, "\(text)")
      }
    }
  }

  private static let companions: [UrgencyRule.Companion: String] = [
    .child: "孩子", .elder: "老人", .person: "有人", .injury: "受伤", .water: "水中", .gas: "煤气",
    .trapPlace: "轿厢", .electric: "插座", .crowdSize: "几百人", .breathing: "呼吸机", .ground: "承重墙",
    .kitchen: "厨房",
  ]
}
