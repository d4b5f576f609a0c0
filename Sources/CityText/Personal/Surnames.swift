/// Chinese family names, simplified and traditional: the common ones, which nearly everybody bears.
///
/// General knowledge: the first two hundred by number of bearers, and the usual double names.
enum Surnames {
  private static let single: Set<UInt32> = Set(
    """
    王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂
    苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷
    钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫芦季俞章鲁魯葛伍韦韋申尤毕畢聂聶丛叢焦向柳邢路岳
    齐齊沿梅莫庄莊辛管祝左涂涂谷祁时時舒耿牟卜詹关關苗凌费費纪紀靳盛童欧歐甄项項曲成游游阳陽裴席卫衛查屈鲍鮑覃霍翁隋甘景薄单單
    包司柏宁寧柯阮桂闵閔解强強柴华華车車冉房边邊辜吉饶饒刁瞿戚丘古米池滕晋晉苑邬鄔臧畅暢宫宮来來佟连連簡简麦麥招冼区區
    """.unicodeScalars.filter { $0.value > 0x3000 }.map(\.value))

  static let double: [String] = [
    "欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "东方", "東方", "皇甫", "尉迟", "公孙", "公孫", "慕容", "令狐", "司徒",
    "夏侯",
    "端木", "南宫", "南宮", "轩辕", "呼延", "长孙", "宇文",
  ]

  /// Whether the character at `at`, of three bytes, is a family name.
  static func isSurname(_ text: [UInt8], _ at: Int) -> Bool {
    guard at >= 0, at + 2 < text.count, text[at] >= 0xE4, text[at] <= 0xE9 else { return false }
    let scalar =
      UInt32(text[at] & 0x0F) << 12 | UInt32(text[at + 1] & 0x3F) << 6 | UInt32(text[at + 2] & 0x3F)
    return single.contains(scalar)
  }
}
