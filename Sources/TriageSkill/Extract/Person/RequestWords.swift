/// The phrases that tell what a sender wants, with weights.
enum RequestWords {
  /// `weight` decides between kinds that are both named: 我要投诉 says more than a question mark.
  private static let phrases: [(kind: RequestKind, weight: Int, phrases: String)] = [
    (
      .praise, 5,
      "表扬|点赞|特此感谢|感谢信|衷心感谢|非常感谢|送锦旗|锦旗|为民办实事|好人好事|commend|compliment|would like to thank|want to thank|praise|kudos|great job"
    ),
    (
      .complaint, 5,
      "投诉|强烈不满|我要举报|实名举报|严重扰民|i want to complain|complain|complaint|formal complaint"
    ),
    (
      .complaint, 2,
      "扰民|不作为|乱收费|太差|恶劣|欺骗|欺诈|黑心|无良|霸王条款|忍无可忍|严查|举报|没人管|无人管|不管不问|推诿|敷衍|苦不堪言|拖欠|拒不|强制|unacceptable|disgusting|terrible|ridiculous|fed up|refuse to|refuses to"
    ),
    (
      .suggestion, 4,
      "建议|提议|提个建议|希望能增设|希望增设|希望增加|能否增设|能否增加|希望加装|建言|i suggest|suggestion|suggest|propose|it would be nice|it would be great if"
    ),
    (
      .consult, 4,
      "咨询|请问|想问|想了解|想知道|问一下|问下|如何办理|怎么办理|怎样办理|怎么申请|如何申请|需要什么材料|需要哪些材料|在哪里办|在哪办|什么时候能|是否可以|是否符合|how do i|how can i|how to|where can i|what documents|i would like to know|may i ask|could you tell me|do i need|am i eligible|inquiry|enquiry"
    ),
    (.consult, 1, "怎么办|吗|多少|哪里|什么时候|?"),
    (
      .help, 4,
      "求助|请帮|帮帮|帮忙|救命|急需|求救|协助|求帮助|please help|need help|help me|help us|in need of help|urgent help|assistance"
    ),
    (.help, 1, "希望政府|求求|恳请|help"),
    (.report, 3, "反映|上报|巡查发现|报修|现场发现|发现|特此报告|reporting|i am reporting|report|to report"),
  ]

  static func add(to table: inout CueTable) {
    for (kind, weight, phrases) in phrases {
      table.add(phrases, .request, RequestKind.allCases.firstIndex(of: kind)! * 16 + weight)
    }
    table.add("谢谢|此致|敬礼|感谢您|联系人|联系电话|thank you|thanks|regards|sincerely", .closing)
  }
}
