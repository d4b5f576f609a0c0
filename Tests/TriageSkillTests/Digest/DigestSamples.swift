import CityAgent

@testable import TriageSkill

enum DigestSamples {
  static let day = CalendarDay(year: 2026, month: 11, day: 25)!
  static let span = DigestSpan(from: Moment(day), to: Moment(day).adding(seconds: 86_400))

  static func moment(daysBefore days: Int, hour: Int = 10) -> Moment {
    Moment(day, hour: hour).adding(seconds: -days * 86_400)
  }

  static func record(
    _ order: String, daysBefore days: Int, hour: Int = 10, category: String? = "环境保护",
    matter: String? = "夜间噪声", street: String? = "莲花街道", reporter: String? = nil,
    urgency: Urgency = .normal, due: Moment? = nil, closed: Moment? = nil, returned: Int = 0,
    satisfaction: Int? = nil, likes: Int = 0, title: String = "工地半夜施工", group: String? = nil
  ) -> DigestRecord {
    DigestRecord(
      order: order, received: moment(daysBefore: days, hour: hour), category: category,
      matter: matter, street: street, reporter: reporter, urgency: urgency, state: "办理中",
      due: due, closed: closed, returned: returned, satisfaction: satisfaction, likes: likes,
      title: title, group: group)
  }

  /// Five weeks of two reports a day from all over, and a burst of one matter in the last three days.
  static func usual() -> [DigestRecord] {
    let streets = ["莲花街道", "梅林街道", "沙头街道"]
    let matters = ["夜间噪声", "乱停车", "路灯"]
    var records: [DigestRecord] = []
    for days in (0..<35).reversed() {
      for i in 0..<2 {
        let n = days * 2 + i
        records.append(
          record(
            "A\(n)", daysBefore: days, hour: 8 + i, category: n % 4 == 0 ? nil : "城乡建设",
            matter: matters[n % 3], street: n % 7 == 0 ? nil : streets[n % 3], reporter: "a\(n)",
            urgency: n % 9 == 0 ? .urgent : .normal, due: moment(daysBefore: days - 5),
            closed: n % 2 == 0 ? moment(daysBefore: days - n % 8) : nil,
            returned: n % 11 == 0 ? 1 : 0,
            satisfaction: n % 5 == 0 ? 1 + n % 7 : nil, likes: n % 3))
      }
    }
    for n in 0..<12 {
      records.append(
        record(
          "B\(n)", daysBefore: n % 3, hour: 12 + n % 6, matter: "石料场扬尘", street: "梅林街道",
          reporter: "b\(n)", urgency: n == 0 ? .emergency : .normal, title: "石料场灰尘太大"))
    }
    return records
  }

  static let streets: [DigestStreet] = [
    ("莲花街道", [(114.05, 22.56), (114.06, 22.555)]), ("梅林街道", [(114.04, 22.58)]),
    ("沙头街道", [(114.03, 22.53)]), ("福保街道", [(114.05, 22.51)]),
  ].map { name, points in
    DigestStreet(
      name: name, points: points.map { (longitude: $0.0, latitude: $0.1) })
  }
}
