import CityAgent
import CityAgentTesting
import GuideSkill

/// A small town's knowledge: a family of three cards, a subsidy in two languages, a policy, a frequent question.
enum SampleTown {
  static let files: [String: String] = [
    "guides/c1.md": guide(
      "C1", "城市卡首次申领", aliases: "[城市卡, 首次申领城市卡]", more: "family: 城市卡\nvariant: 首次申领\n",
      body: """
        ## 办理条件
        - 年满12周岁的居民可以申领城市卡。
        ## 申请材料
        - 须提交身份证1份。
        ## 办理时限
        - 首次申领承诺5个工作日办结。
        """),
    "guides/c2.md": guide(
      "C2", "城市卡换领", aliases: "[城市卡, 换城市卡]", more: "family: 城市卡\nvariant: 换领\n",
      body: """
        ## 办理条件
        - 城市卡损坏的可以换领。
        ## 收费标准
        - 换领每张收费15元。
        """),
    "guides/s1.md": guide(
      "S1", "暖气补贴申领", aliases: "[暖气补贴, 取暖补贴]",
      more: "unverified: [待遇标准]\nvalid-to: 2025-12-31\nas-of: 2024-11-01\n",
      body: """
        ## 办理条件
        - 申请人须在本市居住满2年。
        ## 申请材料
        - 须提交户口簿原件。
        - 须提交缴费凭证。
        ## 办理流程
        - 第1步，在线申请。
        - 第2步，街道审核。
        ## 待遇标准
        - 每户每年补贴1200元。
        """),
    "guides/s1-en.md": """
    ---
    id: S1-en
    item: S1
    title: Heating subsidy
    kind: guide
    language: en
    aliases: [heating subsidy, heating allowance]
    ---
    # Heating subsidy

    ## Eligibility
    - The applicant must have lived in the city for 2 years.

    ## Benefit amount
    - Each household receives CNY 1200 a year.
    """,
    "policies/grid.md": """
    ---
    title: 网格治理报告
    kind: policy
    as-of: 2024-03-07
    ---
    # 网格治理报告

    ## 网格
    2023年，全区划分为77个社区综合网格。网格员每天巡查两次。
    """,
    "faq/faq.jsonl": """
    {"question": ["服务热线是多少？", "热线电话几号？"], "answer": "服务热线是12345，24小时有人接听。", "source": "示例"}
    """,
    "synonyms.txt": "户口簿, 户口本\n几耐 => 多久\n边度 => 哪里\n",
    "regions.csv": "name,within,aliases,kind\n北京,,北京市|Beijing,other\n本市,,,home\n",
  ]

  static let card = SkillCard(
    name: GuideSkill.name, description: "Guides of a small town.",
    metadata: [
      "field.conditions": "什么条件|谁可以|能领吗|几岁|who can|eligible",
      "field.materials": "什么材料|材料|带什么|documents",
      "field.process": "怎么办|怎么申请|how do i apply",
      "field.time": "多久|几天|how long",
      "field.fee": "收费|多少钱|fee",
      "field.amount": "补多少|多少钱|how much",
      "field.place": "在哪办|哪里|where",
      "complaint": "太吵|投诉",
    ])

  static func guide(
    _ id: String, _ title: String, aliases: String, more: String, body: String
  ) -> String {
    "---\nid: \(id)\ntitle: \(title)\nkind: guide\nlanguage: zh\naliases: \(aliases)\n\(more)---\n"
      + "# \(title)\n\n" + body + "\n"
  }

  static func agent(
    files: [String: String] = files, asOf: String = "2025-06-01"
  ) throws -> (agent: Agent, knowledge: TemporaryKnowledge) {
    let skill = GuideSkill(card: card)
    let knowledge = try TemporaryKnowledge(files: files, skills: [skill])
    let agent = Agent(
      knowledge: knowledge.base, skills: [skill],
      configuration: AgentConfiguration(asOf: CalendarDay(asOf)!))
    return (agent, knowledge)
  }
}
