import Testing

@testable import CityAgent

@Suite struct OptionReplyTests {
  static let options = ["首次申领", "换领", "丢失补领"].map {
    ClarifyOption(label: $0, question: "身份证要多久", skill: "s", value: $0)
  }

  @Test(arguments: [
    ("第二个", "换领"), ("2", "换领"), ("２", "换领"), ("选2", "换领"), ("第一种", "首次申领"), ("最后一个", "丢失补领"),
    ("换领", "换领"), ("我要问的是换领", "换领"), ("換領吧", "换领"), ("the second one", "换领"), ("first", "首次申领"),
    ("补领", "丢失补领"), ("第3个。", "丢失补领"),
  ])
  func aReplyChoosesItsOption(reply: String, want: String) {
    #expect(OptionReply.choice(in: reply, of: Self.options)?.value == want)
  }

  @Test(arguments: ["第四个", "9", "", "公积金怎么提取", "领", "首次申领和换领有什么不同", "谢谢"])
  func anythingElseChoosesNothing(reply: String) {
    #expect(OptionReply.choice(in: reply, of: Self.options) == nil)
  }
}
