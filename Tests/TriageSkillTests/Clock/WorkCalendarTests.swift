import CityAgent
import Testing

@testable import TriageSkill

struct WorkCalendarTests {
  private func read(_ text: String) throws -> (WorkCalendar, [TriageError]) {
    var problems: [TriageError] = []
    let calendar = try WorkCalendar.read(Array(text.utf8), path: "c.csv") { problems.append($0) }
    return (calendar, problems)
  }

  @Test func theShippedCalendarCoversItsYearsWithoutComplaint() throws {
    let (calendar, problems) = try read(DeskClockTests.calendarText)
    #expect(problems.isEmpty)
    #expect(calendar.years == [2022, 2023, 2024, 2025, 2026])
  }

  /// Working days a year as the notices of the State Council make them.
  @Test(arguments: [(2022, 249), (2023, 249), (2024, 251), (2025, 248), (2026, 248)])
  func yearsHaveTheirWorkingDays(_ year: Int, _ count: Int) {
    let calendar = DeskClockTests.calendar
    let days = (1...12).flatMap { month in
      (1...31).compactMap { CalendarDay(year: year, month: month, day: $0) }
    }
    #expect(days.filter(calendar.isWorkingDay).count == count)
  }

  @Test(
    arguments: [
      ("2026-02-14", true), ("2026-02-17", false), ("2026-10-10", true), ("2026-10-01", false),
      ("2025-10-11", true), ("2025-10-08", false), ("2026-11-28", false), ("2026-11-27", true),
      ("2031-03-03", true), ("2031-03-01", false), ("1999-12-31", true),
    ])
  func daysAreWorkingDaysOrNot(_ day: String, _ works: Bool) throws {
    #expect(DeskClockTests.calendar.isWorkingDay(try #require(CalendarDay(day))) == works)
  }

  @Test func countingAndFindingAreInverse() {
    for calendar in [DeskClockTests.calendar, WorkCalendar()] {
      let start = Moment.dayNumber(CalendarDay("2021-11-01")!)
      var count = calendar.workingDays(before: start)
      for day in start..<(start + 2_500) {
        #expect(calendar.workingDays(before: day) == count)
        guard calendar.isWorking(day) else { continue }
        #expect(calendar.workingDay(count) == day)
        count += 1
      }
    }
  }

  @Test(
    arguments: [
      ("2026-02-30,holiday", "no date"), ("20261001,holiday", "no date"),
      ("2026-10-01 09:00,holiday", "no date"),
      ("2026-10-01,feast", "no kind"), ("9999-01-01,holiday", "cannot be meant"),
      ("2026-05-01,workday", "other kind"), ("2026-05-02,holiday,x,y", "fields"),
    ])
  func badRowsAreReportedAndLeftOut(_ row: String, _ message: String) throws {
    let (calendar, problems) = try read(
      "date,kind\n2026-05-01,holiday\n\(row)\n2026-05-04,holiday\n")
    #expect(problems.count == 1 && problems[0].line == 3)
    #expect(problems[0].message.contains(message), "\(problems)")
    #expect(calendar.exceptions.count == 2)
    #expect(calendar.years.isEmpty)
  }

  @Test func bytesBringItBackAndDamagedOnesAreRefused() throws {
    let calendar = DeskClockTests.calendar
    let bytes = calendar.bytes
    #expect(WorkCalendar(bytes: bytes) == calendar)
    for cut in bytes.indices { #expect(WorkCalendar(bytes: Array(bytes[..<cut])) == nil) }
    var wrong = bytes
    // The second day before the first.
    wrong[8] = 0
    wrong[9] = 0
    #expect(WorkCalendar(bytes: wrong) == nil)
    #expect(WorkCalendar(bytes: WorkCalendar().bytes) == WorkCalendar())
  }

  @Test func chineseKindsAndEncodingsAreRead() throws {
    let text = "date,kind,name\r\n2026-10-01,放假,国庆节\r\n2026-10-10,上班,国庆节\r\n"
    let calendar = try WorkCalendar.read(try Encoded.gb18030(text), path: "c.csv")
    #expect(calendar.exceptions.map(\.isWorking) == [false, true])
  }
}
