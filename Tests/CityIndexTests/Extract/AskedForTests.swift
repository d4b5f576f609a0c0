import CityText
import Testing

@testable import CityIndex

@Suite struct AskedForTests {
  @Test(arguments: [
    ("要多久", "承诺3个工作日办结。", true), ("要多久", "免费办理。", false),
    ("什么时候开门", "每天9:00开门。", true), ("什么时候报名", "每年3-4月报名。", true),
    ("什么时候报名", "网上报名。", false), ("满意率多少", "群众满意率达99.23%。", true),
    ("满意率多少", "群众很满意。", false), ("有多少类事项", "共有41个渠道。", false),
    ("有多少类事项", "共有20类应用场景。", true), ("一年能办几次", "每年最多2次。", true),
    ("一年能办几次", "每年最多2人。", false), ("有多少个网格", "划分为1990个网格。", true),
    ("为什么要登记", "为了安全。", true), ("为什么要登记", "请登记。", false),
    ("怎么办理", "在线办理。", true),
  ])
  func aTextHoldsTheKindOfThingAskedFor(question: String, text: String, want: Bool) {
    let asked = AskedFor(folded: Folding.fold(Array(question.utf8)))
    #expect(asked.isHeld(by: Array(text.utf8)) == want)
  }
}
