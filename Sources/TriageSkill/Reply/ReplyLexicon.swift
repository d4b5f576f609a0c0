import CityText

/// The words that replies are judged by, Chinese and English, found in one pass.
struct ReplyLexicon: Sendable {
  /// What a phrase is a sign of.
  enum Sign: Int, Sendable, CaseIterable {
    /// Something has happened: 已, 完毕, has been.
    case done
    /// Work that can be done: 修复, 清理, repaired.
    case work
    /// Something is still to come: 将, 计划, will.
    case future
    /// It did not happen: 未, 尚未, not.
    case not
    /// It cannot be: 无法, 不属于, cannot.
    case cannot
    case because
    /// It was given to someone else: 已转, forwarded.
    case handedOn
    /// A time that is no date: 本周内, tomorrow.
    case soon
    /// An own unit without its name: 我局, our office.
    case ours
    /// A unit of no name: 相关部门.
    case anyUnit
    /// What a unit's name ends with: 局, 办事处, Bureau.
    case unitEnd
    case blame
    case threat
    /// Words that hold another sign and are none: 布局, 将来.
    case none
  }

  private var phrases = PhraseTable()
  private var signs: [Sign] = []

  static let shared = ReplyLexicon()

  private init() {
    for (sign, words) in Self.words {
      for word in words.utf8.split(separator: UInt8(ascii: "|")) {
        let number = phrases.insert(Folding.fold([UInt8](word))[...])
        if number == signs.count { signs.append(sign) }
      }
    }
  }

  /// The signs of a folded text from left to right, the longest at each place.
  func signs(in text: [UInt8]) -> [(sign: Sign, range: Range<Int>)] {
    phrases.matches(in: text).compactMap { match in
      let sign = signs[match.number]
      return sign == .none ? nil : (sign, match.range)
    }
  }

  /// A phrase counts for the first line it stands in.
  private static let words: [(Sign, String)] = [
    (
      .done,
      "已|已经|现已|目前已|业已|已于|已将|已对|均已|了|完毕|恢复正常|恢复照明|恢复供水|恢复供电|恢复通行|已责令|已查处|已立案|has been|have been|had been|was|were|is now|are now|already"
    ),
    (
      .work,
      "修复|修好|修补|修缮|维修|抢修|检修|清理|清运|清除|清走|清扫|清洗|冲洗|打捞|完成|整改|更换|补装|补齐|补种|拆除|恢复|解决|疏通|发放|退款|退还|退回|支付|查处|处罚|立案|取缔|劝离|劝导|拖离|拖走|消杀|修剪|扶正|加固|安装|调整|关闭|停工|停止|规范|处置|处理|办结|办理|移除|撤离|封闭|围挡|排除|消除|核发|补发|增加|增设|降低|制止|没收|下架|调解|达成一致|解答|解释|说明|答复|repaired|fixed|cleared|removed|replaced|cleaned|completed|resolved|restored|installed|adjusted|closed|stopped|fined|paid|refunded|unblocked|trimmed|repair|fix|clear|remove|replace|clean|complete|resolve|restore|install|adjust|refund|unblock|trim|finish|finished"
    ),
    (
      .future,
      "将|拟|计划|预计|尽快|近期|争取|力争|下一步|后续|正在|已安排|已要求|已督促|已通知|已列入|已纳入|将会|承诺|will|plan to|plans to|expect to|expects to|expected|scheduled|going to|shall|as soon as possible|soon|asked the|arranged for|intend to"
    ),
    (
      .not,
      "未|尚未|没有|仍未|还没|并未|未能|not yet|has not|have not|was not|were not|not been|no longer"
    ),
    (
      .cannot,
      "无法|不能|不属于|不属|暂不|不予|不符合|不具备|难以|不在|不可以|不宜|无权|解决不了|办不了|做不了|cannot|can not|unable to|not possible|is not within|not our|does not meet|do not meet|not eligible|outside our"
    ),
    (
      .because,
      "因|由于|因为|鉴于|根据|按照|依据|依照|经核查|经核实|属于|because|due to|since|according to|under the|as the|belongs to|owing to"
    ),
    (
      .handedOn,
      "已转|已转交|已转办|转办|转交|转至|转派|已派|已交办|已移交|移交|反馈至|已转给|forwarded|passed on|transferred to|referred to"
    ),
    (
      .soon,
      "本周内|本周|下周|下周一|下周五|本月|本月底|月底|月底前|年底|年底前|年内|下月|明天|明日|今日内|今天内|当日|后天|tomorrow|today|this week|next week|by the end of|this month|next month|by monday|by tuesday|by wednesday|by thursday|by friday|within a week"
    ),
    (
      .ours,
      "我局|我办|我街道|我单位|本单位|我中心|我委|我区|我所|我站|我公司|我司|本局|我们|我社区|we|our office|our department|our bureau|our team|our staff"
    ),
    (
      .anyUnit,
      "相关部门|有关部门|职能部门|主管部门|相关单位|有关单位|责任单位|上级部门|施工单位|管理单位|relevant department|relevant departments|competent department|the authorities|relevant authorities"
    ),
    (
      .none,
      "布局|格局|结局|全局|大局|当局|局部|局面|局限|局势|将来|即将到来|了解|除了|为了|了然|未来|因此|因而|原因|已知|不能再|不了了之|开始了解"
    ),
    (
      .unitEnd,
      "局|分局|管理局|监管局|街道办事处|街道办|办事处|大队|中队|支队|派出所|居委会|居民委员会|社区工作站|工作站|管理处|管理所|管理中心|服务中心|指挥中心|监管所|委员会|管委会|执法队|物业公司|有限公司|集团|供电局|水务集团|bureau|office|department|authority|committee|company|brigade|agency|administration"
    ),
    (
      .blame,
      "您自己|你自己不|您自身原因|是您的责任|是你的责任|你们自己|谁让你|谁叫你|怪你|怪您|无理取闹|胡搅蛮缠|刁民|不可理喻|多管闲事|自找的|活该|你不懂|您不懂|素质低|小题大做|没事找事|无中生有|恶意投诉|缠访|your own fault|you should have|you are to blame|unreasonable|making a fuss|wasting our time|wasting time|your fault|you failed to|ignorant"
    ),
    (
      .threat,
      "后果自负|如再投诉|再投诉将|再反映将|再次投诉将|继续投诉将|追究您|追究你|依法追究投诉人|拉黑|列入黑名单|黑名单|报警处理您|报警处理你|请您自重|请你自重|好自为之|不得再投诉|不要再投诉|禁止再|停止投诉|后果由您|后果由你|at your own risk|or else|stop complaining|do not complain again|legal action against you|you will be blacklisted|blacklist|will face consequences|we will report you"
    ),
  ]
}
