import CityText

/// What stands in a text in the shape of a name: 王小明, 安娜·贝尔, Anna Bell.
///
/// Shapes only: a surname with one or two characters behind it between places where a word may begin and end; parts
/// joined by the dot of foreign names; words with capitals.
struct NameShapes {
  /// Units, in order.
  private(set) var ranges: [Range<Int>] = []

  /// - Complexity: O(n).
  init(_ question: ReadingQuestion, _ isMatched: [Bool], in text: ReadingText) {
    let isName = question.kind == .name || question.kind == .place
    guard question.kind == .person || isName && !question.asksInHan else { return }
    var i = 0
    while i < text.units.count {
      let found =
        !question.asksInHan
        ? Self.capital(at: i, text)
        : Self.joined(at: i, isMatched, text) ?? Self.surnamed(at: i, isMatched, text)
      if let found { ranges.append(found) }
      i = found?.upperBound ?? i + 1
    }
  }

  /// Whether a word may end before `i`.
  private static func isEnd(_ i: Int, _ isMatched: [Bool], _ text: ReadingText) -> Bool {
    text.borders[i] != .none || isMatched[i] || followers.contains(text.units[i].key)
  }

  private static func isStart(_ i: Int, _ isMatched: [Bool], _ text: ReadingText) -> Bool {
    text.borders[i] != .none || isMatched[i - 1] || titles.contains(text.units[i - 1].key)
      || SpanBorders.cues.contains(text.units[i - 1].key)
  }

  private static func surnamed(
    at i: Int, _ isMatched: [Bool], _ text: ReadingText
  ) -> Range<Int>? {
    let units = text.units
    guard isStart(i, isMatched, text) else { return nil }
    let isDouble = units[i].pair.map(doubleSurnames.contains) ?? false
    guard isDouble || surnames.contains(units[i].key) else { return nil }
    let first = isDouble ? i + 3 : i + 2
    for end in first...first + 1 where end <= units.count {
      let isWhole = (i + 1..<end).allSatisfy {
        text.borders[$0] == .none && units[$0].isHan && !followers.contains(units[$0].key)
      }
      guard isWhole else { return nil }
      if isEnd(end, isMatched, text) { return i..<end }
    }
    return nil
  }

  /// Parts of one to six characters between dots.
  private static func joined(at i: Int, _ isMatched: [Bool], _ text: ReadingText) -> Range<Int>? {
    guard isStart(i, isMatched, text), !text.marks[i].contains(.dot) else { return nil }
    var end = i
    var parts = 1
    var length = 0
    while end < text.units.count, text.units[end].isHan, length < 7 {
      end += 1
      length += 1
      if text.marks[end].contains(.dot) {
        parts += 1
        length = 0
      } else if parts > 1, isEnd(end, isMatched, text) {
        return i..<end
      } else if text.borders[end] != .none || titles.contains(text.units[end - 1].key) {
        return nil
      }
    }
    return nil
  }

  /// Words with capitals, one after the other; one alone at the beginning of a sentence is none.
  private static func capital(at i: Int, _ text: ReadingText) -> Range<Int>? {
    guard text.isCapital[i] else { return nil }
    var end = i + 1
    while end < text.units.count, text.isCapital[end], text.borders[end] == .none { end += 1 }
    return end - i > 1 || text.borders[i] < .stop ? i..<end : nil
  }

  private static let surnames = ReadingUnit.keys(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢"
      + "姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温"
      + "康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成"
      + "苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费"
      + "卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠"
      + "惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国"
      + "狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢"
      + "嵇公")
  private static let doubleSurnames: Set<UInt64> = Set(
    [
      "欧阳", "司马", "诸葛", "上官", "司徒", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "长孙", "宇文", "端木", "令狐", "东方",
      "南宫",
    ]
    .compactMap { ReadingUnit.units(of: Array($0.utf8)).first?.pair })
  /// They end what a person is called before the name: 画家, 主任, 皇帝.
  private static let titles = ReadingUnit.keys("家员师长臣帝王后妃将生士手人任记官者主父母子女妻夫兄弟姐妹民星理裁事授")
  /// What follows names and stands in none.
  private static let followers = ReadingUnit.keys("的是为在于由而和与及等曾担被将对以从向之也即就则出所等说又因并饰")
}
