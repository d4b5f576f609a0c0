/// The words that personal data is told by.
enum PersonalWords {
  /// The first character of a plate.
  static let provinces: String = "京津沪滬渝冀豫云雲辽遼黑湘皖鲁魯新苏蘇浙赣贛鄂桂甘晋晉蒙陕陝吉闽閩贵貴粤粵青藏川宁寧琼瓊使"
  /// What may end a plate in place of its last digit.
  static let plateEnds: [String] = ["港", "澳", "警", "学", "學", "挂", "掛", "领", "領", "试", "超"]

  /// Words that a name stands behind, sure ones.
  static let nameCues: [String] = [
    "姓名", "联系人", "聯繫人", "聯絡人", "我叫", "名叫", "名字叫", "名字是", "投诉人", "投訴人", "反映人", "举报人", "舉報人",
    "申请人", "申請人", "当事人", "當事人", "户主", "戶主", "法人代表", "负责人叫", "收件人", "患者", "姓名为",
  ]
  /// Words behind which a name must end at a border, because anything may stand there.
  static let weakNameCues: [String] = [
    "本人", "我是", "业主", "業主", "居民", "市民", "村民", "家长", "家長", "租客", "住户",
  ]
  /// Words that a name stands before.
  static let titles: [String] = [
    "先生", "女士", "小姐", "老师", "老師", "医生", "醫生", "师傅", "師傅", "阿姨", "经理", "經理", "主任", "同志", "大爷",
    "大妈", "叔叔", "奶奶", "老板", "警官", "同学", "同學",
  ]
  /// What a name in a sentence is followed by, besides punctuation.
  static let afterName: [String] = [
    "电话", "電話", "手机", "手機", "联系", "聯繫", "身份证", "身份證", "是", "系", "住", "家住", "男", "女", "现", "在", "的",
    "向",
    "反映", "投诉", "投訴", "于", "今年", "今天", "因", "来自", "想", "要", "和", "也", "说", "年龄", "微信", "先生", "女士",
  ]
  /// Characters that are surnames but here mostly words.
  static let wordsLikeSurnames: [String] = [
    "于", "和", "向", "同", "对", "方", "时", "有", "都", "从", "安", "成", "家", "应", "经", "党", "水", "平", "常",
    "能",
  ]

  static let phoneCues: [String] = [
    "电话", "電話", "电话号码", "手机", "手機", "手机号", "手机号码", "座机", "固话", "号码", "號碼", "联系方式", "聯繫方式", "联系",
    "致电", "微信", "微信号",
    "tel", "phone", "mobile", "call", "contact", "whatsapp", "number", "cell", "QQ", "qq",
  ]
  static let cardCues: [String] = [
    "卡号", "卡號", "账号", "帳號", "帐号", "银行卡", "銀行卡", "账户", "card", "account", "card number",
  ]

  /// What a road or an estate ends with, before its house number.
  static let anchors: [String] = [
    "路", "街", "道", "巷", "里", "弄", "村", "坊", "园", "園", "苑", "区", "區", "庄", "大厦", "大廈", "广场", "廣場",
    "城", "胡同",
    "阁", "居", "府", "邸", "楼", "院",
  ]
  /// What buildings and rooms are counted by, the long words first.
  static let units: [String] = [
    "号楼", "號樓", "单元", "單元", "号", "號", "栋", "棟", "幢", "座", "层", "層", "楼", "樓", "室", "房", "户", "戶",
  ]
  static let roomUnits: [String] = ["室", "房", "户", "戶"]
  /// What 号 does not count a house with.
  static let afterOtherNumber: [String] = [
    "线", "線", "口", "出", "码", "碼", "文", "召", "称", "令", "台风", "颱風", "门", "門", "闸",
  ]
  /// A road's or estate's name begins behind these.
  static let addressStops: [String] = [
    "在", "住", "于", "是", "到", "的", "我", "址", "为", "從", "从", "家", "至", "往", "去", "和", "与", "及",
  ]

  static let englishRooms: [String] = [
    "room", "rm", "flat", "unit", "apt", "apartment", "suite", "house",
  ]
  static let englishRoads: [String] = [
    "road", "rd", "street", "st", "avenue", "ave", "lane", "boulevard", "blvd", "drive",
  ]
  static let englishTitles: [String] = ["mr", "mrs", "ms", "miss", "dr", "madam"]
}
