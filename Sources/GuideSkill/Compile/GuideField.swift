import CityText

/// The standard fields of a service guide, by their headings in Chinese and English.
enum GuideField: Int, Sendable, CaseIterable {
  case conditions, materials, process, time, fee, amount, place, hours, phone, online, basis
  case region, validity, notes

  /// The key in the card's metadata: `field.time`.
  var name: String {
    switch self {
    case .conditions: "conditions"
    case .materials: "materials"
    case .process: "process"
    case .time: "time"
    case .fee: "fee"
    case .amount: "amount"
    case .place: "place"
    case .hours: "hours"
    case .phone: "phone"
    case .online: "online"
    case .basis: "basis"
    case .region: "region"
    case .validity: "validity"
    case .notes: "notes"
    }
  }

  /// The heading to write, Chinese and English; first of those read.
  private var headings: (chinese: [String], english: [String]) {
    switch self {
    case .conditions: (["办理条件", "申请条件", "受理条件", "适用对象"], ["Eligibility", "Conditions"])
    case .materials: (["申请材料", "办理材料", "所需材料"], ["Materials", "Documents"])
    case .process: (["办理流程", "申请流程", "办理程序"], ["Process", "Procedure"])
    case .time: (["办理时限", "办结时限", "承诺时限"], ["Processing time"])
    case .fee: (["收费标准", "费用", "收费"], ["Fee", "Fees"])
    case .amount: (["待遇标准", "补贴标准", "额度"], ["Benefit amount", "Amount"])
    case .place: (["办理地点", "办理地址"], ["Where", "Address"])
    case .hours: (["办理时间", "办公时间"], ["Opening hours"])
    case .phone: (["咨询电话", "联系电话"], ["Phone"])
    case .online: (["网上办理", "在线办理"], ["Online"])
    case .basis: (["法律依据", "设定依据"], ["Legal basis"])
    case .region: (["跨域办理", "通办范围"], ["Cross-region"])
    case .validity: (["有效期"], ["Validity"])
    case .notes: (["补充说明", "备注", "其他说明"], ["Notes"])
    }
  }

  /// The field's name in an answer.
  func label(_ language: WrittenLanguage) -> String {
    language == .english ? headings.english[0] : headings.chinese[0]
  }

  /// The field of a clause: its outermost heading; nil where the heading is none of the known ones.
  init?(clause: String) {
    let top = clause.split(separator: "/").first.map(String.init) ?? clause
    let folded = Folding.fold(top)
    let known = Self.allCases.first { field in
      (field.headings.chinese + field.headings.english).contains { Folding.fold($0) == folded }
    }
    guard let known else { return nil }
    self = known
  }
}
