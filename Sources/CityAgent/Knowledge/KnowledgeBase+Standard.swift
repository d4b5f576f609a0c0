public import CityIndex
import FoundationEssentials
import Glibc

extension KnowledgeBase {
  /// The knowledge of an installation, or a folder or index file of the caller's.
  ///
  /// A folder's index is built where it is missing or out of date. The skill folders' references belong
  /// to the installation: they are indexed with `seeds/`, not with a folder that the caller names.
  ///
  /// - Throws: ``AgentError`` `.noKnowledge` where nothing is found, ``IndexError`` where it cannot be read.
  public static func standard(
    home: String?, knowledge: String?, skills: [any Skill],
    reader: DocumentReader = DocumentReader(),
    progress: (@Sendable (BuildProgress) -> Void)? = nil,
    problems: (@Sendable (IndexError) -> Void)? = nil
  ) throws -> KnowledgeBase {
    let sources: KnowledgeSources
    if let knowledge {
      var isFolder = false
      guard FileManager.default.fileExists(atPath: knowledge, isDirectory: &isFolder) else {
        throw AgentError(
          .noKnowledge, "is neither a folder of documents nor an index", path: knowledge)
      }
      if !isFolder { return try open(index: knowledge) }
      sources = KnowledgeSources(documents: knowledge, reader: reader)
    } else {
      guard let home else {
        throw AgentError(
          .noKnowledge,
          "no seeds/ folder here, above the program or in CITY_AGENT_HOME; name one with --knowledge"
        )
      }
      sources = KnowledgeSources(
        documents: home + "/seeds", skills: home + "/skills",
        index: CityHome.indexPath(root: home), reader: reader)
    }
    return try openOrBuild(sources, skills: skills, progress: progress, problems: problems)
  }
}
