/// What a host imports: the runtime, the compiled skills, and the standard way to put them together.
@_exported public import CityAgent
import CityIndex
@_exported public import GuideSkill
@_exported public import IndicatorSkill
@_exported public import TriageSkill

/// The skills of an installation: the compiled ones with their cards, and the skill folders.
public enum StandardSkills {
  /// Skills under `folder` in byte order of their names; a folder named like a compiled skill is its card.
  ///
  /// - Parameters:
  ///   - desk: where a conversation files reports; nil files none.
  ///   - problems: told of each folder that holds no usable `SKILL.md`; it is left out.
  public static func load(
    from folder: String?, desk: ReportDesk? = nil, problems: ((AgentError) -> Void)? = nil
  ) -> [any Skill] {
    var cards: [SkillCard] = []
    for name in folder.map({ SkillFolders.names(in: $0) }) ?? [] {
      do throws(AgentError) {
        let card = try SkillFolders.card(of: name, in: folder!)
        guard !cards.contains(where: { $0.name == card.name }) else {
          throw AgentError(
            .badSkill, "another folder's skill is called “\(card.name)” too; rename one",
            path: "\(folder!)/\(name)/SKILL.md")
        }
        cards.append(card)
      } catch {
        problems?(error)
      }
    }
    var skills: [any Skill] = []
    let compiled = compiled(desk)
    for (name, make) in compiled where !cards.contains(where: { $0.name == name }) {
      skills.append(make(nil))
    }
    for card in cards {
      let make = compiled.first { $0.name == card.name }?.make
      skills.append(make?(card) ?? FolderSkill(card: card))
    }
    return skills
  }
}

extension StandardSkills {
  /// The compiled skills, by the name of their card.
  private static func compiled(
    _ desk: ReportDesk?
  ) -> [(name: String, make: (SkillCard?) -> any Skill)] {
    [
      (GuideSkill.name, { GuideSkill(card: $0) }),
      (IndicatorSkill.name, { IndicatorSkill(card: $0) }),
      (TriageSkill.name, { TriageSkill(card: $0, desk: desk) }),
    ]
  }
}

extension Agent {
  /// An agent over the installation's own knowledge, or a folder or index of the caller's; the index
  /// is built at first use.
  ///
  /// - Parameters:
  ///   - home: the folder that holds `seeds/` and `skills/`; nil looks as ``CityHome`` says.
  ///   - knowledge: a folder of documents or an index file; nil takes the home's `seeds/`.
  ///   - retriever: what finds passages; nil takes the knowledge's own index.
  ///   - models: the models that may write and route, as `ModelBackends` of CityBackends makes them; nil sends nothing.
  public static func standard(
    home: String? = nil, knowledge: String? = nil,
    configuration: AgentConfiguration = AgentConfiguration(asOf: .today()),
    retriever: (any Retriever)? = nil, models: AgentModels? = nil,
    sessions: any SessionStore = MemorySessionStore()
  ) throws -> Agent {
    let home = CityHome.find(explicit: home)
    let skills = StandardSkills.load(from: home.map { $0 + "/skills" })
    let base = try KnowledgeBase.standard(home: home, knowledge: knowledge, skills: skills)
    return Agent(
      knowledge: base, skills: skills, configuration: configuration, retriever: retriever,
      models: models, sessions: sessions)
  }
}
