import Testing

@testable import CityAgent

@Suite struct CalendarDayTests {
  @Test(arguments: [
    ("2026-11-23", "2026-11-23"), ("2024-02-29", "2024-02-29"), ("2023", "2023-01-01"),
    ("2023-05", "2023-05-01"),
  ])
  func datesReadBack(text: String, want: String) {
    #expect(CalendarDay(text)?.description == want)
  }

  @Test(arguments: [
    "2023-02-29", "2026-13-01", "2026-00-10", "x", "", "2026-1-1-1", "0-1-1", "1900-02-29",
  ])
  func whatIsNoDateIsRefused(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test func daysAreOrdered() {
    #expect(CalendarDay("2026-02-28")! < CalendarDay("2026-03-01")!)
    #expect(CalendarDay("2025-12-31")! < CalendarDay("2026-01-01")!)
  }
}
