/// Words behind a Chinese numeral that make one character a number: 两张, 三个; not 一般, 三亚.
enum MeasureWords {
  /// Whether a measure word stands at `i`, and the numeral that begins at `start` is no part of a word.
  static func follow(_ text: LiteralText, at i: Int, numeralAt start: Int) -> Bool {
    guard words.match(text, at: i) != nil, notWords.match(text, at: start) == nil else {
      return false
    }
    return text[start] != "一" || !beforeOne.contains(text[start - 1])
  }

  private static let words = WordTable<Bool>([
    (
      "个 张 份 名 人 位 次 件 项 套 家 户 种 类 本 页 条 间 所 处 台 辆 栋 幢 座 层 楼 室 门 级 倍 批 期 届 "
        + "部 支 只 株 棵 篇 章 节 款 段 句 字 组 队 班 颗 枚 把 双 对 箱 袋 瓶 吨 斤 公斤 千克 克 米 公里 "
        + "平方米 平方公里 亩 公顷 立方米 轮 场 例 宗 起 笔 幅 册 卷 联 单元 号 季度 学期 "
        + "地区 省 市 区 街道 社区 网格 窗口 渠道 平台 方面 阶段 环节 代证",
      true
    )
  ])

  /// Words that begin with a numeral and a measure word and count nothing.
  private static let notWords = WordTable<Bool>([
    (
      "一起 一对一 一部分 一次性 一条龙 一把手 一级市场 一家人 一字 一节 一段时间 一方面 二级市场 十字 三门峡 五台山",
      true
    )
  ])

  /// What 一 belongs to rather than to the word behind it: 统一个人, 唯一项目.
  private static let beforeOne: Set<Unicode.Scalar> = Set("统单唯万专划归逐如始均".unicodeScalars)

  /// Words behind digits that make them a count, not a telephone number: 12345件.
  static func isCount(_ text: LiteralText, at i: Int) -> Bool {
    let at = text.afterSpaces(i, atMost: 1)
    return words.match(text, at: at) != nil && text[at] != "号"
      || NumeralWords.magnitudes.match(text, at: at) != nil
      || LiteralUnit.words.match(text, at: at) != nil || text[at] == "余" || text[at] == "多"
  }
}
