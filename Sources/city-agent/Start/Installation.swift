import CityAgentKit
import CityIndex
import FoundationEssentials
import Glibc

/// What a command works with: home, configuration, skills and knowledge, as flags, environment and file say.
struct Installation: Sendable {
  let home: String?
  let configuration: Configuration
  /// Folder of skill folders; nil where there is none.
  let skillsFolder: String?
  /// `--index` or `--knowledge` or the configuration's; nil takes the home's `seeds/`.
  let knowledge: String?
  let reader: DocumentReader
  /// Which models the command may use; nothing of it is parsed yet.
  let models: ModelChoice
  var asOf: CalendarDay

  init(_ arguments: ParsedArguments) throws(CommandFailure) {
    if let home = arguments["home"], !FilePath.isFolder(home) {
      throw .usage(Phrase.noFolder.text("--home", home))
    }
    home = CityHome.find(explicit: arguments["home"], environment: Environment.places)
    configuration = try Configuration.read(home: home)
    if let skills = arguments["skills"] ?? configuration.skills {
      guard FilePath.isFolder(skills) else {
        throw .usage(Phrase.noFolder.text("--skills", skills))
      }
      skillsFolder = skills
    } else {
      skillsFolder = home.map { $0 + "/skills" }
    }
    knowledge = arguments["index"] ?? arguments["knowledge"] ?? configuration.knowledge
    // The configured converters come first: they win over the usual ones for their file types.
    reader = DocumentReader(converters: configuration.converters + DocumentConverter.usual)
    models = ModelChoice(arguments, configuration)
    asOf = try arguments.day() ?? configuration.asOf ?? .today()
  }

  var agentConfiguration: AgentConfiguration {
    var standard = AgentConfiguration(asOf: asOf)
    if let threshold = configuration.threshold { standard.threshold = threshold }
    if let margin = configuration.margin { standard.margin = margin }
    switch configuration.hotline {
    case .standard: break
    case .none: standard.hotline = nil
    case .number(let number): standard.hotline = number
    }
    return standard
  }

  /// Where the knowledge is; nothing is opened.
  func place() throws(CommandFailure) -> KnowledgePlace {
    if let knowledge {
      if FilePath.isFolder(knowledge) { return .documents(sources(of: knowledge)) }
      guard FilePath.exists(knowledge) else {
        throw CommandFailure(.usage, "no-knowledge", Phrase.noKnowledgeAt.text(knowledge))
      }
      return .index(knowledge)
    }
    guard let home else {
      throw CommandFailure(.usage, "no-knowledge", Phrase.noHome.text())
    }
    return .documents(
      KnowledgeSources(
        documents: home + "/seeds", skills: skillsFolder,
        index: CityHome.indexPath(root: home, environment: Environment.places), reader: reader))
  }

  /// A folder of the caller's own: the installation's skill references are not part of it.
  func sources(of folder: String, index: String? = nil) -> KnowledgeSources {
    KnowledgeSources(
      documents: folder,
      index: index ?? CityHome.indexPath(root: folder, environment: Environment.places),
      reader: reader)
  }

  /// The skills; a folder without a usable `SKILL.md` is told on standard error and left out.
  func skills(desk: ReportDesk? = nil) -> [any Skill] {
    StandardSkills.load(from: skillsFolder, desk: desk) { Console.note("city-agent: \($0)") }
  }

  /// The knowledge, its index built first where it is missing or out of date.
  func openKnowledge(for skills: [any Skill]) throws -> KnowledgeBase {
    switch try place() {
    case .index(let path): return try KnowledgeBase.open(index: path)
    case .documents(let sources):
      let progress = BuildLine(CityHome.buildPath(for: sources.index))
      return try KnowledgeBase.openOrBuild(
        sources, skills: skills, progress: { progress.show($0) }, problems: { progress.tell($0) })
    }
  }

  /// The agent of this command.
  func agent(
    sessions: any SessionStore = MemorySessionStore(), recorder: (any RunRecorder)? = nil,
    orders: String? = nil
  ) throws -> Agent {
    // First, because it is quick: a mistake in the configuration is told before an index is built.
    let backends = try backends()
    var skills = skills()
    if let orders { skills = self.skills(desk: try desk(orders, skills)) }
    return try agent(
      over: try openKnowledge(for: skills), skills: skills, backends: backends,
      sessions: sessions, recorder: recorder)
  }

  /// The desk of a folder, over the tables of the knowledge.
  private func desk(_ folder: String, _ skills: [any Skill]) throws -> ReportDesk {
    guard let knowledge = TriageKnowledge.of(try openKnowledge(for: skills)) else {
      throw CommandFailure.usage(Phrase.noResponsibility.text())
    }
    do throws(TriageError) {
      let desk = try OrderDesk(folder: folder, clock: knowledge.clock) {
        Console.note("city-agent: \($0)")
      }
      return ReportDesk(desk, now: { .now() })
    } catch {
      throw CommandFailure.usage("\(error)")
    }
  }

  /// Says which day “in force” refers to, to a person.
  func noteDay() {
    if Console.isTerminal(STDERR_FILENO) { Console.note(Phrase.asOfDay.text("\(asOf)")) }
  }
}
