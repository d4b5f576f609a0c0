import CityAgentTesting
import CityIndex

@testable import CityAgent

/// A town that does not exist: forty documents of a few clauses, with their vectors.
enum VectorTown {
  static let subjects = ["居民卡", "养犬登记", "小摊贩备案", "停车证", "暖气补贴", "图书证", "菜地租用", "船只登记"]

  static func files(changing extra: String = "") -> [String: String] {
    var files: [String: String] = [:]
    for (number, subject) in subjects.enumerated() {
      for variant in 0..<5 {
        let kind = variant % 2 == 0 ? "guides" : "policies"
        files["\(kind)/d\(number)\(variant).md"] = """
          # \(subject)\(["申领", "换领", "注销", "查询", "收费"][variant])

          ## 条件
          年满\(10 + number)岁、住满\(variant + 1)年的居民可以办理\(subject)。\(extra)

          ## 时限
          \(subject)在\(3 + variant)个工作日内办结，由第\(number + 1)窗口受理。

          """
      }
    }
    files["policies/walk.md"] =
      "# Harbour walks\n\n## When\nThe harbour may be walked from six to nine.\n"
    return files
  }

  static let questions = [
    "居民卡换领要几个工作日", "狗要登记吗", "harbour walk hours", "停车证收费", "第3窗口受理什么", "住满2年可以办什么",
  ]

  /// The knowledge with vectors by `embedder`, which is asked nothing later than this.
  static func knowledge(_ embedder: HashedEmbedder = HashedEmbedder()) async throws
    -> TemporaryKnowledge
  {
    let knowledge = try TemporaryKnowledge(files: files())
    _ = try await PassageEmbedding(embedder).run(knowledge.base.index)
    return knowledge
  }

  static func query(_ text: String, _ index: KnowledgeIndex) -> RetrievalQuery {
    RetrievalQuery(IndexQuery(text, synonyms: index.synonyms), text: text)
  }
}
