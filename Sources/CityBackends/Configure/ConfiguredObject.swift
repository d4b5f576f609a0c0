import CityJSON

/// An object of the configuration, read key by key; what is not of its kind is an error with its place.
struct ConfiguredObject {
  /// How messages name it: `models.backends[0]`.
  let path: String
  let members: [JSONValue.Member]
  let offset: Int

  /// - Throws: ``BackendError`` where the value is no object, or has a key that is not known.
  init(
    _ value: JSONValue, path: String, offset: Int, keys: [String]
  ) throws(BackendError) {
    guard let members = value.members else {
      throw BackendError(.badConfiguration, "\(path) must be an object", offset: offset)
    }
    self.path = path
    self.members = members
    self.offset = offset
    for member in members where !keys.contains(member.key) {
      throw BackendError(
        .badConfiguration,
        "\(path) has no key “\(member.key)”; its keys are \(keys.joined(separator: ", "))",
        offset: member.offset)
    }
  }

  func has(_ key: String) -> Bool { members.contains { $0.key == key } }

  func bad(_ key: String, _ wanted: String) -> BackendError {
    BackendError(
      .badConfiguration, "\(path).\(key) must be \(wanted)", offset: place(of: key))
  }

  func place(of key: String) -> Int { members.last { $0.key == key }?.offset ?? offset }

  /// The value of a key that may be left out.
  private func value<Value>(
    _ key: String, _ wanted: String, _ read: (JSONValue) -> Value?
  ) throws(BackendError) -> Value? {
    guard let member = members.last(where: { $0.key == key }) else { return nil }
    guard let value = read(member.value) else { throw bad(key, wanted) }
    return value
  }

  func text(_ key: String) throws(BackendError) -> String? {
    try value(key, "a text") { $0.string.flatMap { $0.isEmpty ? nil : $0 } }
  }

  func flag(_ key: String) throws(BackendError) -> Bool? {
    try value(key, "true or false") { if case .bool(let flag) = $0 { flag } else { nil } }
  }

  func count(_ key: String) throws(BackendError) -> Int? {
    try value(key, "a whole number") {
      $0.double.flatMap { Int(exactly: $0) }.flatMap { $0 >= 0 ? $0 : nil }
    }
  }

  func seconds(_ key: String) throws(BackendError) -> Duration? {
    try value(key, "a number of seconds above 0") {
      $0.double.flatMap { $0 > 0 && $0 < 1e6 ? .seconds($0) : nil }
    }
  }

  func texts(_ key: String) throws(BackendError) -> [String]? {
    try value(key, "a list of texts") { value in
      guard let values = value.array else { return nil }
      let texts = values.compactMap(\.string)
      return texts.count == values.count ? texts : nil
    }
  }

  func array(_ key: String) throws(BackendError) -> [JSONValue]? {
    try value(key, "a list") { $0.array }
  }

  func object(_ key: String, keys: [String]) throws(BackendError) -> ConfiguredObject? {
    guard let value = members.last(where: { $0.key == key })?.value else { return nil }
    return try ConfiguredObject(value, path: "\(path).\(key)", offset: place(of: key), keys: keys)
  }
}
