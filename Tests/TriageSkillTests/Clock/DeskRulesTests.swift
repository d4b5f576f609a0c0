import CityText
import Testing

@testable import TriageSkill

struct DeskRulesTests {
  private func read(_ json: String) throws -> DeskRules {
    try DeskRules.read(Array(json.utf8), path: "desk.json")
  }

  @Test func theDefaultsAreTheDistrictsOwnPromise() throws {
    let rules = DeskRules()
    #expect(rules.respond == TimeLimit(10, .minutes) && rules.feedback == TimeLimit(30, .minutes))
    #expect(rules.urgentClose == TimeLimit(24, .hours))
    #expect(try read("{}") == rules)
  }

  @Test func everyRuleCanBeSet() throws {
    let rules = try read(
      """
      {"office-hours": ["08:30-12:00", "14:30-17:30"], "respond": "1 work-hours", "feedback": "２小时",
       "urgent-close": "12 hours", "reminders": [0.25, 0.5, 0.9], "escalation": ["0 hours", "1个工作日"],
       "fallback-unit": "总值班室", "fallback-street-unit": "值班室", "fallback-limit": "3 work-days", "language": "en"}
      """)
    #expect(rules.officeHours.spans == [30_600..<43_200, 52_200..<63_000])
    #expect(rules.respond == TimeLimit(1, .workHours) && rules.feedback == TimeLimit(2, .hours))
    #expect(rules.escalation == [TimeLimit(0, .hours), TimeLimit(1, .workDays)])
    #expect(rules.reminders == [0.25, 0.5, 0.9] && rules.language == .english)
    #expect(rules.fallbackUnit == "总值班室" && rules.fallbackLimit == TimeLimit(3, .workDays))
    let clock = DeskClock(calendar: DeskClockTests.calendar, rules: rules)
    #expect(
      clock.deadline(from: Moment("2026-11-25 17:00")!, limit: TimeLimit(1, .workHours)).description
        == "2026-11-26 09:00")
  }

  @Test(
    arguments: [
      ("{\"office-hours\": []}", "office-hours"),
      ("{\"office-hours\": [\"09:00-09:00\"]}", "09:00-09:00"),
      ("{\"office-hours\": [\"12:00-09:00\"]}", "no office hours"),
      ("{\"office-hours\": [\"09:00-12:00\", \"11:00-13:00\"]}", "in order"),
      ("{\"office-hours\": [\"09:00-25:00\"]}", "no office hours"),
      ("{\"office-hours\": 9}", "list"),
      ("{\"respond\": \"0 minutes\"}", "respond"), ("{\"respond\": \"soon\"}", "respond"),
      ("{\"respond\": 10}", "respond"), ("{\"reminders\": [0.8, 0.5]}", "ascending"),
      ("{\"reminders\": [2]}", "between 0 and 1"), ("{\"reminders\": []", "not JSON"),
      ("{\"language\": \"fr\"}", "zh or en"), ("{\"fallback-unit\": \"\"}", "name"),
      ("{\"speed\": 1}", "no such rule"), ("[]", "object"),
      ("{\"escalation\": \"now\"}", "escalation"),
    ])
  func badRulesAreRefusedByName(_ json: String, _ message: String) {
    #expect {
      _ = try read(json)
    } throws: { error in
      guard let error = error as? TriageError else { return false }
      return error.description.contains(message) && error.path == "desk.json"
    }
  }
}
