import CityText
import Testing

@testable import TriageSkill

struct MatterSplitterTests {
  static func parts(_ text: String, title: String = "") -> [String] {
    let report = ShippedReports.report(text, title: title)
    let whole = Array(report.whole.utf8)
    return ShippedReports.extractor.extract(report).matters.map {
      String(decoding: whole[$0], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("反映以下问题：1、路灯坏了三盏。2、垃圾没有人清理。", ["1、路灯坏了三盏。", "2、垃圾没有人清理。"]),
    ("一、电梯老是坏\n二、楼顶一直漏水\n三、物业费没有公示", ["一、电梯老是坏", "二、楼顶一直漏水", "三、物业费没有公示"]),
    ("您好：（1）站台没有座椅；（2）垃圾桶满了。", ["（1）站台没有座椅；", "（2）垃圾桶满了。"]),
    ("①路面坑坑洼洼；②路灯坏了两盏", ["①路面坑坑洼洼；", "②路灯坏了两盏"]),
    ("反映两件事。第一，夜市摆到凌晨。第二，路灯坏了两月。", ["第一，夜市摆到凌晨。", "第二，路灯坏了两月。"]),
    (
      "1. The lift is broken. 2. The bins are full.",
      ["1. The lift is broken.", "2. The bins are full."]
    ),
    ("路灯坏了。还有一个问题，门口红绿灯一直闪。", ["路灯坏了。", "还有一个问题，门口红绿灯一直闪。"]),
    ("楼下油烟很大。另外，车位被外来车占了。", ["楼下油烟很大。", "另外，车位被外来车占了。"]),
    (
      "The bins are full. Another issue: the traffic lights are broken.",
      ["The bins are full.", "Another issue: the traffic lights are broken."]
    ),
  ])
  func splitsSeparateMatters(_ text: String, _ wanted: [String]) {
    #expect(Self.parts(text) == wanted)
  }

  @Test(arguments: [
    "", "路灯坏了", "1、2、3号楼都停水了", "1、2号楼的电梯坏了，请来修", "我要投诉，诉求如下：1、公开账目明细表；2、退还多收的费用。",
    "宽1.5米，长2.3米的坑", "楼下油烟很大。另外，油烟味晚上更重。", "你们太过分了！！打了八遍电话！！没人管！！",
    "第一次打电话说会处理，第二次打电话就没人接了", "一、二、三年级都没有学位",
    "Also the noise is too loud at night, the noise never stops",
    "1、路灯", "2026.1.1 2026.2.2",
  ])
  func leavesOneMatterWhole(_ text: String) {
    #expect(Self.parts(text).count == 1)
  }

  @Test func greetingsStayOutAndTheSignatureGoes() {
    #expect(
      Self.parts("尊敬的领导：您好！\n1、路灯坏了三盏；\n2、垃圾没人清理。\n谢谢！\n莲花北村居民")
        == ["1、路灯坏了三盏；", "2、垃圾没人清理。"])
  }

  /// In order, disjoint, inside the text, on whole characters, whatever the text.
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func rangesAreSane(_ seed: UInt64) {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "1、", "2、", "3.", "（1）", "（2）", "①", "②", "第一，", "第二，", "一、", "二、", "路灯坏了", "垃圾没人清理", "。",
      "，", "\n", "　",
      " ", "另外，", "还有一个问题，", "谢谢", "诉求：", "1.5", "é", "😀", "\r\n", "Another issue",
      "the bins are full", ".",
    ]
    for _ in 0..<50 {
      let text = (0..<next(25)).map { _ in pieces[next(pieces.count)] }.joined()
      let report = ShippedReports.report(text, title: next(3) == 0 ? "路灯 " : "")
      let whole = Array(report.whole.utf8)
      let matters = ShippedReports.extractor.extract(report).matters
      #expect(!matters.isEmpty)
      var at = 0
      for range in matters {
        #expect(range.lowerBound >= at && range.upperBound <= whole.count)
        #expect(String(validating: whole[range], as: UTF8.self) != nil, "\(text)")
        at = range.upperBound
      }
    }
  }
}
