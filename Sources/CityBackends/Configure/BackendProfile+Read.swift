import CityJSON
import CityNet

extension BackendProfile {
  private static let keys = [
    "name", "tokenLimitKey", "streamOptions", "toolChoice", "seed", "schema", "streamsTools",
    "streamsOnly", "embeddingBatch", "extra",
  ]

  /// The profile of a backend: by name, by name and differences, or by the well-known hosts.
  init(_ backend: ConfiguredObject, for address: TransferAddress) throws(BackendError) {
    guard let value = backend.members.last(where: { $0.key == "profile" })?.value else {
      self = Self.known(address)
      return
    }
    if let name = value.string {
      self = try Self.named(name, backend)
      return
    }
    guard let object = try backend.object("profile", keys: Self.keys) else {
      self = Self.known(address)
      return
    }
    self =
      try object.text("name").map { name throws(BackendError) in
        try Self.named(name, backend)
      } ?? Self.known(address)
    tokenLimitKey = try object.text("tokenLimitKey") ?? tokenLimitKey
    hasStreamOptions = try object.flag("streamOptions") ?? hasStreamOptions
    hasToolChoice = try object.flag("toolChoice") ?? hasToolChoice
    hasSeed = try object.flag("seed") ?? hasSeed
    streamsTools = try object.flag("streamsTools") ?? streamsTools
    streamsOnly = try object.flag("streamsOnly") ?? streamsOnly
    embeddingBatch = try object.count("embeddingBatch") ?? embeddingBatch
    if let form = try object.text("schema") {
      guard let known = SchemaForm(rawValue: form) else {
        let forms = SchemaForm.allCases.map(\.rawValue).joined(separator: ", ")
        throw object.bad("schema", "one of \(forms)")
      }
      schemaForm = known
    }
    if let value = object.members.last(where: { $0.key == "extra" })?.value {
      guard let members = value.members else { throw object.bad("extra", "an object") }
      extra = members
    }
  }

  private static func named(
    _ name: String, _ backend: ConfiguredObject
  ) throws(BackendError) -> BackendProfile {
    guard let profile = all.first(where: { $0.name == name }) else {
      throw backend.bad("profile", "one of " + all.map(\.name).joined(separator: ", "))
    }
    return profile
  }

  /// What the address tells: the public services by their hosts, Ollama by its port.
  private static func known(_ address: TransferAddress) -> BackendProfile {
    switch address.host {
    case "api.openai.com": .openAI
    case "api.deepseek.com": .deepSeek
    case "dashscope.aliyuncs.com", "dashscope-intl.aliyuncs.com": .dashScope
    default: address.port == 11434 ? .ollama : .plain
    }
  }
}
