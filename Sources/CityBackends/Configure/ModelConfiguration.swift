public import CityJSON
import CityNet

/// The `models` key of the configuration: backends, and which of them does what.
///
/// ```json
/// {"backends": [{"name": "qwen", "url": "http://127.0.0.1:8000/v1", "model": "Qwen3-8B", "profile": "vllm"}],
///  "writer": ["qwen"]}
/// ```
///
/// Where no task is named, every backend writes and routes, in the order given. Nothing is switched on by the
/// environment: `OPENAI_BASE_URL` and `OPENAI_API_KEY` fill in an address or key that a named backend leaves out.
public struct ModelConfiguration: Sendable {
  /// What the environment says of a variable.
  public typealias Environment = (String) -> String?

  public var backends: [BackendEndpoint] = []
  var choices: [ModelTask: [String]] = [:]

  /// No backend: everything stays offline.
  public init() {}

  /// - Parameters:
  ///   - offset: where the value stands in its file, for errors.
  ///   - folder: what relative paths refer to.
  ///   - needsKeys: whether a key's variable that is not set is a mistake; not where the configuration is only shown.
  /// - Throws: ``BackendError`` `.badConfiguration` with the place and what to write.
  public init(
    _ value: JSONValue, offset: Int = 0, folder: String? = nil, needsKeys: Bool = true,
    environment: Environment
  ) throws(BackendError) {
    let tasks = ModelTask.allCases.map(\.rawValue)
    let object = try ConfiguredObject(
      value, path: "models", offset: offset, keys: ["backends"] + tasks)
    for (number, item) in (try object.array("backends") ?? []).enumerated() {
      let place = item.members?.first?.offset ?? object.place(of: "backends")
      let endpoint = try BackendEndpoint(
        item, path: "models.backends[\(number)]", offset: place, folder: folder,
        needsKey: needsKeys, environment: environment)
      guard !backends.contains(where: { $0.name == endpoint.name }) else {
        throw BackendError(
          .badConfiguration, "two backends are called “\(endpoint.name)”; rename one",
          offset: place)
      }
      backends.append(endpoint)
    }
    for task in ModelTask.allCases {
      guard let names = try object.texts(task.rawValue) else { continue }
      for name in names where !backends.contains(where: { $0.name == name }) {
        let known = backends.map(\.name).joined(separator: ", ")
        throw object.bad(task.rawValue, "names of backends (\(known)); “\(name)” is none")
      }
      choices[task] = names
    }
  }

  /// The configuration for `--model NAME`: that backend writes and routes, the other tasks as configured.
  ///
  /// Where there is no backend at all, it is a model's name at the address that `OPENAI_BASE_URL` says. A mistyped name
  /// must not send questions to a server that was not meant.
  /// - Throws: ``BackendError`` `.badConfiguration` for a name that leads nowhere.
  public func selecting(
    _ name: String, environment: Environment
  ) throws(BackendError) -> ModelConfiguration {
    var configuration = self
    if !backends.contains(where: { $0.name == name }) {
      guard leadsToEnvironment(environment) else {
        let names = backends.map(\.name).joined(separator: ", ")
        throw BackendError(
          .badConfiguration,
          "no backend is called “\(name)”; "
            + (names.isEmpty
              ? "none is configured, and OPENAI_BASE_URL is not set" : "there are: \(names)"))
      }
      configuration.backends.append(
        try BackendEndpoint(
          .members(["name": .string(name), "model": .string(name)]), path: "--model", offset: 0,
          folder: nil, needsKey: true, environment: environment))
    }
    // Named tasks stay; without any, a plain list of backends must not begin to embed.
    configuration.choices[.writer] = [name]
    configuration.choices[.router] = [name]
    return configuration
  }

  /// Whether a name that is not configured is passed on: where nothing is, and `OPENAI_BASE_URL` says where to.
  public func leadsToEnvironment(_ environment: Environment) -> Bool {
    backends.isEmpty && environment("OPENAI_BASE_URL")?.isEmpty == false
  }

  /// The backends of a task, in the order they are tried.
  public func endpoints(for task: ModelTask) -> [BackendEndpoint] {
    if choices.isEmpty {
      return task == .writer || task == .router ? backends : []
    }
    return (choices[task] ?? []).compactMap { name in backends.first { $0.name == name } }
  }

  /// The backends that some task names: the only hosts anything is sent to.
  public var chosen: [BackendEndpoint] {
    let names = Set(ModelTask.allCases.flatMap { endpoints(for: $0) }.map(\.name))
    return backends.filter { names.contains($0.name) }
  }
}
