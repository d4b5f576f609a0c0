/// Numbers of people in words, and what people are counted by.
enum PersonsWords {
  /// A vague number counts as the least that it can mean.
  private static let vague: [(Int, String)] = [
    (20, "几十人|数十人|几十个人|几十名|dozens of people|dozens of residents"),
    (100, "上百人|百余人|上百个人|一百多人|百多人|a hundred people"),
    (200, "几百人|数百人|几百个人|几百名|hundreds of people|hundreds of residents|hundreds of us"),
    (1_000, "上千人|千余人|一千多人"), (2_000, "几千人|数千人|几千名|thousands of people|thousands of residents"),
    (3, "一家三口"), (4, "一家四口"), (5, "一家五口"), (6, "一家六口"), (2, "老两口|夫妻俩|母子俩|母女俩|父子俩|我们俩"),
  ]
  private static let households: [(Int, String)] = [
    (20, "几十户|数十户|dozens of households|dozens of families"), (100, "上百户|百余户|一百多户"),
    (200, "几百户|数百户|hundreds of households|hundreds of families"), (1_000, "上千户|千余户"),
    (2_000, "几千户|数千户"),
  ]

  /// The value of a cue is the number × 2, one more for households.
  static func add(to table: inout CueTable) {
    for (number, phrases) in vague { table.add(phrases, .people, number * 2) }
    for (number, phrases) in households { table.add(phrases, .people, number * 2 + 1) }
  }

  static let householdNouns: [String] = [
    "户", "戶", "个家庭", "個家庭", "家住户", "household", "households", "families", "flats", "homes",
  ]
  static let personNouns: [String] = [
    "人", "个人", "個人", "名居民", "位居民", "个居民", "名业主", "名業主", "位业主", "位業主", "个业主", "名住户", "名学生", "名學生",
    "个学生",
    "名员工", "名員工", "个员工", "名工人", "个工人", "名老人", "位老人", "个老人", "名儿童", "个孩子", "個孩子", "个小孩", "名乘客",
    "people",
    "residents", "persons", "students", "workers", "children", "kids", "tenants", "passengers",
    "neighbours", "of us",
  ]
  /// 人 that counts nobody.
  static let otherNouns: [String] = [
    "人民", "人次", "人座", "人份", "人行", "人间", "人大", "人工", "人民币", "人为", "人车",
  ]
}
