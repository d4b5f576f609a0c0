import CityAgent
import Testing

@testable import TriageSkill

struct MomentTests {
  @Test(
    arguments: [
      ("2026-11-25", "2026-11-25 00:00"), ("2026/1/5 9:05", "2026-01-05 09:05"),
      ("2026-11-25T09:30:15", "2026-11-25 09:30:15"),
      ("2026-11-25T09:30:00Z", "2026-11-25 17:30"),
      ("2026-11-25T23:30:00.250+08:00", "2026-11-25 23:30"),
      ("2017-05-24T15:00:43-04:00", "2017-05-25 03:00:43"),
    ])
  func readsTheUsualSpellings(_ text: String, _ moment: String) throws {
    #expect(try #require(Moment(text)).description == moment)
  }

  @Test(
    arguments: [
      "", "2026", "2026-13-01", "2026-02-30", "2026-11-25 25:00", "2026-11-25 9:30 Uhr", "昨天",
      "2026-11-25T09:30:00+99:00",
    ])
  func refusesWhatIsNoMoment(_ text: String) {
    #expect(Moment(text) == nil)
  }

  /// Every day of four centuries, against counting up one by one.
  @Test func numbersDaysWithoutAGap() throws {
    var number = Moment.dayNumber(CalendarDay("1800-01-01")!)
    for year in 1800..<2200 {
      for month in 1...12 {
        for day in 1...31 {
          guard let day = CalendarDay(year: year, month: month, day: day) else { continue }
          #expect(Moment.dayNumber(day) == number)
          #expect(Moment.day(number: number) == day)
          number += 1
        }
      }
    }
    #expect(Moment.dayNumber(CalendarDay("1970-01-01")!) == 0)
  }

  @Test func readsBackWhatItWrites() {
    for seconds in stride(from: -86_400 * 400, to: 86_400 * 40_000, by: 7_654_321) {
      let moment = Moment(seconds: seconds)
      #expect(Moment(moment.iso8601()) == moment)
      #expect(Moment(moment.description) == moment)
    }
  }
}
