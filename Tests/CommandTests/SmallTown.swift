import Foundation
import Testing

/// A small installation: four guides and a policy of a town that does not exist, indexed once.
enum SmallTown {
  /// The installation's folder; it lives as long as the tests.
  static let home: Result<TemporaryFolder, any Error> = Result {
    let folder = try TemporaryFolder()
    try fill(folder)
    let built = try BuiltCommand.run(["index", "update", "--home", folder.path])
    try #require(built.status == 0, "\(built.error)")
    return folder
  }

  /// Flags that put a command on the small town's knowledge, on a fixed day.
  static func flags() throws -> [String] {
    ["--home", try home.get().path, "--as-of", "2026-06-01"]
  }

  static func fill(_ folder: TemporaryFolder) throws {
    for (path, text) in files { try folder.write("seeds/" + path, text) }
    // The words for fields and times are the card's; a skill without its card knows items only.
    let card = BuiltCommand.repository + "/skills/service-guides/SKILL.md"
    let text = try #require(FileManager.default.contents(atPath: card))
    try folder.write("skills/service-guides/SKILL.md", [UInt8](text))
  }

  static func guide(
    _ id: String, title: String, aliases: String, family: String, variant: String, time: String,
    materials: String
  ) -> String {
    """
    ---
    id: \(id)
    title: \(title)
    kind: guide
    language: zh
    aliases: [\(aliases)]
    family: \(family)
    variant: \(variant)
    department: 小镇政务服务中心
    audience: [个人]
    region: 小镇
    source: ["test://\(id)"]
    as-of: 2026-05-01
    confidence: A
    ---
    # \(title)

    ## 办理条件
    - 申请人已在小镇居住满6个月。

    ## 申请材料
    - 须提交\(materials)。

    ## 办理时限
    - \(title)承诺\(time)个工作日办结。

    ## 收费标准
    - 每证收费15元。

    """
  }

  static let files: [String: String] = [
    "guides/T01.md": guide(
      "T01", title: "小镇居民卡申领", aliases: "居民卡, 居民卡申领, 首次申领居民卡, 办居民卡", family: "居民卡", variant: "首次申领",
      time: "7", materials: "身份证原件"),
    "guides/T02.md": guide(
      "T02", title: "小镇居民卡换领", aliases: "居民卡, 居民卡换领, 换领居民卡", family: "居民卡", variant: "换领",
      time: "4", materials: "旧居民卡"),
    "guides/T03.md": guide(
      "T03", title: "养犬登记", aliases: "狗证, 办狗证, 养狗登记", family: "养犬登记", variant: "登记",
      time: "5", materials: "犬只免疫证明"),
    "policies/P01.md": """
    ---
    id: P01
    title: 小镇2026年工作计划
    kind: policy
    language: zh
    source: ["test://P01"]
    as-of: 2026-01-15
    ---
    # 小镇2026年工作计划

    ## 社区治理
    小镇划分了37个社区综合网格，配备网格员52名。

    """,
  ]
}
