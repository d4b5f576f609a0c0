import CityJSON
import CityNet

extension BackendEndpoint {
  static let keys = [
    "name", "url", "model", "key", "profile", "timeouts", "answerBytes", "authorities", "proxy",
    "allowLinkLocal", "retries",
  ]

  /// Reads one backend of the configuration.
  init(
    _ value: JSONValue, path: String, offset: Int, folder: String?, needsKey: Bool,
    environment: ModelConfiguration.Environment
  ) throws(BackendError) {
    let object = try ConfiguredObject(value, path: path, offset: offset, keys: Self.keys)
    guard let name = try object.text("name") else {
      throw object.bad("name", "given: the name by which tasks and --model refer to it")
    }
    guard let model = try object.text("model") else {
      throw object.bad("model", "given: the model's name at the server")
    }
    let url =
      try object.text("url") ?? environment("OPENAI_BASE_URL").flatMap { $0.isEmpty ? nil : $0 }
    let address: TransferAddress
    do throws(TransferError) {
      address = try TransferAddress(url ?? "https://api.openai.com/v1")
    } catch {
      let source = object.has("url") ? "\(path).url" : "OPENAI_BASE_URL"
      throw BackendError(
        .badConfiguration, "\(source): \(error.message)", offset: object.place(of: "url"))
    }
    let variable = try Self.keyVariable(object, needsKey: needsKey, environment)
    self.init(
      name: name, address: address, model: model,
      profile: try BackendProfile(object, for: address), limits: try Self.limits(object),
      route: try Self.route(object, folder: folder), retries: try object.count("retries") ?? 2,
      keyVariable: variable, key: variable.flatMap { environment($0) })
  }

  /// The variable that holds the key; `null` sends none, left out means `OPENAI_API_KEY` where that is set.
  private static func keyVariable(
    _ object: ConfiguredObject, needsKey: Bool, _ environment: ModelConfiguration.Environment
  ) throws(BackendError) -> String? {
    guard let member = object.members.last(where: { $0.key == "key" }) else {
      return environment("OPENAI_API_KEY").flatMap { $0.isEmpty ? nil : "OPENAI_API_KEY" }
    }
    if member.value.isNull { return nil }
    guard let variable = member.value.string, Self.isVariable(variable) else {
      // Perhaps the key itself was written there: it is not repeated.
      throw object.bad("key", "the name of the variable that holds the key, never the key itself")
    }
    guard !needsKey || environment(variable)?.isEmpty == false else {
      throw BackendError(
        .badConfiguration, "\(object.path).key names \(variable), which is not set; set it",
        offset: member.offset)
    }
    return variable
  }

  /// Capital letters, digits and `_`: what names of variables are, and keys are not.
  private static func isVariable(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
      && text.utf8.allSatisfy {
        (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
      }
  }

  private static func limits(_ object: ConfiguredObject) throws(BackendError) -> TransferLimits {
    var limits = TransferLimits()
    if let times = try object.object(
      "timeouts", keys: ["connect", "firstByte", "idle", "total"])
    {
      limits.connect = try times.seconds("connect") ?? limits.connect
      limits.firstByte = try times.seconds("firstByte") ?? limits.firstByte
      limits.idle = try times.seconds("idle") ?? limits.idle
      limits.total = try times.seconds("total") ?? limits.total
    }
    limits.bodyBytes = try object.count("answerBytes") ?? limits.bodyBytes
    return limits
  }

  private static func route(
    _ object: ConfiguredObject, folder: String?
  ) throws(BackendError) -> TransferRoute {
    var route = TransferRoute()
    if let file = try object.text("authorities") {
      route.authorities = folder.map { file.hasPrefix("/") ? file : "\($0)/\(file)" } ?? file
    }
    route.proxy = try object.text("proxy")
    route.allowsLinkLocal = try object.flag("allowLinkLocal") ?? false
    return route
  }
}
