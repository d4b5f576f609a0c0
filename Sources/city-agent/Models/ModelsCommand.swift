import CityAgentKit
import CityBackends
import CityJSON

/// `models list`, `models test` and `models measure`.
enum ModelsCommand {
  /// What the configuration names; nothing is sent, and no key is shown.
  static func list(_ arguments: ParsedArguments) throws -> ExitStatus {
    let installation = try Installation(arguments)
    let configuration =
      try installation.models.configured?.read(needsKeys: false) ?? ModelConfiguration()
    let rows = configuration.backends.map { ModelRow($0, in: configuration) }
    if arguments.has("json") {
      var json = JSONWriter()
      json.object { w in
        w.key("backends")
        w.array(rows) { $1.write(into: &$0) }
      }
      try Console.line(json.text)
    } else if rows.isEmpty {
      try Console.line(Phrase.modelsNone.text())
    } else {
      for line in ModelRow.table(rows) { try Console.line(line) }
    }
    return .success
  }

  /// Tries what each backend is configured for, or what `NAME` can.
  static func test(_ arguments: ParsedArguments) async throws -> ExitStatus {
    let installation = try Installation(arguments)
    let subjects = try subjects(arguments, installation)
    let isJSON = arguments.has("json")
    var results: [ProbeResult] = []
    for subject in subjects {
      let probe = ModelProbe(subject.endpoint, audit: installation.audit)
      for kind in ModelProbe.Kind.of(subject.tasks) {
        let result = await probe.run(kind)
        results.append(result)
        if !isJSON { try Console.line(result.line) }
      }
    }
    let failed = results.count { $0.state == .failed }
    if isJSON {
      var json = JSONWriter()
      json.object { w in
        w.key("tests")
        w.array(results) { $1.write(into: &$0) }
        w.key("failed", failed)
      }
      try Console.line(json.text)
    }
    return failed == 0 ? .success : .someFailed
  }

  /// How soon and how fast chat models answer.
  static func measure(_ arguments: ParsedArguments) async throws -> ExitStatus {
    let installation = try Installation(arguments)
    let runs = try arguments.integer("runs", in: 1...1000) ?? 5
    let isJSON = arguments.has("json")
    var json = JSONWriter()
    var measures: [ModelMeasure] = []
    for subject in try subjects(arguments, installation)
    where subject.tasks.contains(where: \.isChat) {
      let measure = await ModelMeasure.of(subject.endpoint, runs: runs, audit: installation.audit)
      measures.append(measure)
      if !isJSON { for line in measure.lines { try Console.line(line) } }
    }
    if isJSON {
      json.object { w in
        w.key("runs", runs)
        w.key("backends")
        w.array(measures) { $1.write(into: &$0) }
      }
      try Console.line(json.text)
    }
    return measures.allSatisfy { $0.failure == nil } ? .success : .someFailed
  }

  /// A backend and what it is there for.
  private struct Subject {
    var endpoint: BackendEndpoint
    var tasks: [ModelTask]
  }

  /// The backend that is named, else all that some task names.
  private static func subjects(
    _ arguments: ParsedArguments, _ installation: Installation
  ) throws(CommandFailure) -> [Subject] {
    let configuration = try installation.models.configured?.read() ?? ModelConfiguration()
    func tasks(of endpoint: BackendEndpoint) -> [ModelTask] {
      ModelTask.allCases.filter { task in
        configuration.endpoints(for: task).contains { $0.name == endpoint.name }
      }
    }
    if let name = arguments.operands.first {
      let selected = try ModelChoice.selecting(name, in: configuration)
      return selected.backends.filter { $0.name == name }.map {
        let own = tasks(of: $0)
        return Subject(endpoint: $0, tasks: own.isEmpty ? [.writer] : own)
      }
    }
    let chosen = configuration.chosen
    guard !chosen.isEmpty else { throw .usage(Phrase.modelsNoneToTest.text()) }
    return chosen.map { Subject(endpoint: $0, tasks: tasks(of: $0)) }
  }
}

extension ModelTask {
  /// Whether it is done by `POST /chat/completions`.
  var isChat: Bool { self == .writer || self == .router }
}
