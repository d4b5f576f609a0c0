@testable import TriageSkill

/// Labelled reports of a desk that does not exist: each label has objects and complaints of its own, amid words all share.
enum SampleDesk {
  static let words: [(label: String, objects: [String], faults: [String])] = [
    ("道路", ["人行道地砖", "主干道路面", "井盖", "路灯"], ["破损", "塌陷", "不亮", "积水"]),
    ("噪音", ["楼下烧烤店", "工地", "广场音响", "装修队"], ["半夜吵闹", "凌晨施工", "噪声扰民", "影响睡眠"]),
    ("教育", ["小学", "幼儿园", "补习班", "中学食堂"], ["乱收费", "学位不够", "老师体罚", "退费难"]),
  ]
  private static let greetings = ["您好，", "领导：", "请问一下，", "我想反映，", ""]
  private static let endings = ["请尽快处理。", "希望回复！", "谢谢", "已经投诉多次了。", "什么时候能解决？"]

  /// `count` reports, no two alike; the same for the same seed.
  static func rows(_ count: Int, seed: UInt64 = 1) -> [TrainingRow] {
    var dice = DeskDice(state: seed)
    return (0..<count).map { i in
      let (label, objects, faults) = words[i % words.count]
      let text =
        dice.pick(greetings) + "幸福路\(dice.below(200))号的" + dice.pick(objects) + dice.pick(faults)
        + "，" + dice.pick(objects) + dice.pick(faults) + "，" + dice.pick(endings)
      return TrainingRow(id: "r\(i)", text: text, label: label)
    }
  }
}

/// SplitMix64.
struct DeskDice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var x = state
    x = (x ^ x >> 30) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ x >> 27) &* 0x94D0_49BB_1331_11EB
    return x ^ x >> 31
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
  mutating func pick<T>(_ all: [T]) -> T { all[below(all.count)] }
}
