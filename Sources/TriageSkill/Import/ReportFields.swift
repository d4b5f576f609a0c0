import CityText

/// The names under which the fields of a report stand in the files that channels send, by what they mean.
///
/// Ours, those of Open311 GeoReport v2 (`service_request_id`, `requested_datetime` …) and the Chinese headings of
/// hotline exports. Compared folded, so 编號 and ID are read too. The first name of a field that has a value wins.
enum ReportField: CaseIterable, Sendable {
  case id, title, text, received, reporter, channel, address, latitude, longitude, phone, email,
    category

  var names: [String] {
    switch self {
    case .id: ["id", "msg_id", "service_request_id", "编号", "工单编号", "诉求编号", "留言编号", "序号"]
    case .title: ["title", "topic", "subject", "标题", "主题", "留言主题", "诉求标题"]
    case .text:
      [
        "text", "detail", "description", "content", "body", "内容", "详情", "描述", "留言详情", "诉求内容",
        "问题描述",
      ]
    case .received:
      [
        "received", "time", "requested_datetime", "open", "created", "时间", "受理时间", "来电时间", "留言时间",
        "上报时间",
        "创建时间",
      ]
    case .reporter:
      ["reporter", "user", "account_id", "device_id", "用户", "留言用户", "来电人编号", "上报人"]
    case .channel: ["channel", "source", "渠道", "来源", "诉求渠道"]
    case .address: ["address", "address_string", "地址", "事发地址", "发生地点", "地点", "位置"]
    case .latitude: ["lat", "latitude", "纬度"]
    case .longitude: ["long", "lng", "lon", "longitude", "经度"]
    case .phone: ["phone", "tel", "mobile", "电话", "联系电话", "手机", "手机号"]
    case .email: ["email", "mail", "邮箱", "电子邮箱"]
    case .category:
      ["category", "label", "service_code", "service_name", "类别", "分类", "一级标签", "一级分类"]
    }
  }

  /// By folded name: the field and how early its name stands in the list.
  static let known: [String: (field: ReportField, rank: Int)] = {
    var known: [String: (field: ReportField, rank: Int)] = [:]
    for field in allCases {
      for (rank, name) in field.names.enumerated() {
        known[String(decoding: Folding.fold(Array(name.utf8)), as: UTF8.self)] = (field, rank)
      }
    }
    return known
  }()

  /// The field a heading names; nil for what is none of a report's.
  static func named(_ heading: String) -> (field: ReportField, rank: Int)? {
    let folded = String(decoding: Folding.fold(Array(heading.utf8)), as: UTF8.self)
    return known[folded.filter { $0 != " " && $0 != "\u{FEFF}" }]
  }
}
