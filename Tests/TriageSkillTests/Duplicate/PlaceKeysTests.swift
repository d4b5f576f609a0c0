import Testing

@testable import TriageSkill

@Suite struct PlaceKeysTests {
  @Test(arguments: [
    ("青禾小区三栋电梯坏了", "投诉青禾小区的电梯", true),
    ("青禾小区电梯坏了", "白鹭花园电梯坏了", false),
    ("东山路井盖破损", "请修东山路的井盖", true),
    ("请修路灯", "东山路井盖破损", false),
    ("甲区东山路井盖破损", "甲区西泉路井盖破损", false),
    ("pothole on Maple Street", "Street light out, 12 maple street", true),
    ("pothole on Maple Street", "pothole on Oak Street", false), ("", "", false),
  ])
  func titlesOfOnePlaceShareAKey(_ a: String, _ b: String, _ isSame: Bool) {
    let (x, y) = (PlaceKeys.keys(title: a, places: []), PlaceKeys.keys(title: b, places: []))
    #expect(SortedKeys.meet(x, y) == isSame)
  }

  @Test func namesOfTheRegisterMeetNamesOfATitle() {
    let title = PlaceKeys.keys(title: "青禾小区半夜施工", places: [])
    #expect(SortedKeys.meet(title, PlaceKeys.keys(title: "半夜施工", places: ["青禾小区"])))
    #expect(SortedKeys.meet(title, PlaceKeys.keys(title: "半夜施工", places: ["青禾"])))
    #expect(!SortedKeys.meet(title, PlaceKeys.keys(title: "半夜施工", places: ["白鹭"])))
  }

  @Test func districtsGiveNoKeys() {
    #expect(PlaceKeys.keys(title: "希望甲山区加强管理", places: []).isEmpty)
  }
}
