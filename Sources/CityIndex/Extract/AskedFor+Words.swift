/// The words that ask.
extension AskedFor {
  /// In the order they are tried: 哪一年 before 哪.
  static let phrases: [(kind: AnswerKind, words: [[UInt8]])] = spelled.map {
    ($0.0, split($0.1))
  }

  private static let spelled: [(AnswerKind, String)] = [
    (.reason, "为什么|为何|何故|什么原因|原因是什么|的原因|何原因|why"),
    (.list, "哪些|哪几|哪两|哪三|哪四|哪五|哪六|哪七|哪八|哪十"),
    (.duration, "how long|how many days|how many working days|how many months|how many years"),
    (.number, "how many|how much of"),
    (.money, "how much"),
    (.procedure, "如何|怎么样|怎样|怎么|何种方式|什么方式|how do|how can|how is|how are|how to|how"),
    (
      .date,
      "什么时候|什么时间|何时|哪一年|哪年|哪天|哪一天|几月几日|几号|几月|哪一日|时间是什么|日期是什么|截止时间|何年|"
        + "哪个年代|什么年代|哪个时期|什么时期|何日|when|what date|which year"
    ),
    (
      .duration,
      "多久|多长时间|几天|多少天|几个月|几年|多少年|多少个月|几个工作日|多少个工作日|几小时|多少小时|期限是多"
    ),
    (.clock, "几点|what time"),
    (.money, "金额是多少|金额多少|多少钱|多少元|多少万元|多少亿元"),
    (
      .percent,
      "率多少|率达到多少|百分之几|百分之多少|率是多少|比例是多少|多大比例|率为多少|比例为多少|what percentage"
    ),
    (.phone, "什么电话|哪个电话|电话是多少|电话是什么|热线是多少|电话号码|热线是什么|联系方式|phone number|hotline"),
    (
      .place,
      "哪里|哪儿|什么地方|何处|哪个地方|何地|什么地点|哪个城市|哪个国家|哪国|哪个省|哪个市|"
        + "哪座城市|哪个县|哪个区|哪条街|哪条路|什么位置|位置是什么|地址是什么|什么国家|什么海域|什么地区|在哪|where"
    ),
    (.person, "谁|哪位|何人|什么人|哪个人|whom|whose|who"),
    (.number, "多少|几|多大|多长|多高|多远|多重|多快|多宽|多深"),
    (.list, "which of|what are|which are"),
    (.definition, "什么是|何谓|是什么意思|指什么|何为|what does"),
    (.name, "什么|哪一|哪种|哪个|哪家|哪项|哪所|哪部|哪|何种|何|啥|what|which"),
    (.decision, "是否|能不能|可不可以|有没有|是不是|能否|吗|can i|do i|is there|are there"),
  ]

  /// Nouns of which the answer is a clause that describes: 有什么特点, 目的是什么.
  static let described: [[UInt8]] = split(
    "特点|特征|特色|作用|用途|用处|意义|影响|区别|不同|变化|好处|危害|功能|关系|寓意|由来|来由|含义|内涵|意思|"
      + "目的|目标|定义|原理|机制|流程|程序|背景|宗旨|职责|情况|优势|路径|范围|理由|后果|purpose|difference|meaning")

  /// Nouns of which the answer is sentences rather than a name: 哪些措施, 什么要求.
  static let broad: [[UInt8]] = split(
    "措施|举措|要求|规定|政策|办法|做法|支持|帮助|准备|工作|内容|方面|条件|标准|安排|部署|服务|"
      + "measures|requirements|conditions|steps|support|rules|policies")

  private static func split(_ words: String) -> [[UInt8]] {
    words.split(separator: "|").map { Array($0.utf8) }
  }
}
