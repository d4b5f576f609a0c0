import CityJSON
import CityText
import FoundationEssentials
import Glibc

extension Configuration {
  /// The configuration of a home: its file, where there is one, then the environment.
  /// - Throws: ``CommandFailure`` with file, line and key.
  static func read(home: String?) throws(CommandFailure) -> Configuration {
    var configuration = Configuration()
    if let home {
      let path = "\(home)/\(fileName)"
      if let data = FileManager.default.contents(atPath: path) {
        try configuration.apply([UInt8](data), path: path, folder: home)
      } else if FilePath.exists(path) {
        let reason =
          FilePath.isFolder(path) ? Phrase.isAFolder.text() : String(cString: strerror(EACCES))
        throw CommandFailure(.usage, "unreadable", Phrase.cannotRead.text(path, reason))
      }
    }
    for key in Key.allCases {
      guard let text = Environment.value(key.variable) else { continue }
      try configuration.set(
        key, try Self.value(of: key, text: text), origin: key.variable, folder: nil)
    }
    return configuration
  }

  private mutating func apply(
    _ raw: [UInt8], path: String, folder: String
  ) throws(CommandFailure) {
    let text = (try? TextDecoding.decode(raw).bytes) ?? raw
    let members: [JSONValue.Member]
    do throws(JSONFailure) {
      guard let found = try JSONScanner.read(text).members else {
        throw JSONFailure(offset: 0, message: "the file must hold one object")
      }
      members = found
    } catch {
      throw .usage(Phrase.notJSON.text("\(path):\(error.line(in: text))", error.message))
    }
    for member in members {
      let origin = "\(path):\(JSONFailure(offset: member.offset, message: "").line(in: text))"
      guard let key = Key(rawValue: member.key) else {
        throw .usage(
          Phrase.unknownKey.text(origin, member.key)
            + Suggestion.hint(member.key, among: Key.allCases.map(\.rawValue)) + " "
            + Phrase.keysAre.text(Key.allCases.map(\.rawValue).joined(separator: ", ")))
      }
      try set(key, member.value, origin: origin, folder: folder)
      // Its mistakes are found only when a command uses it: they must still name their lines.
      if key == .models { models?.file = (path, text) }
    }
  }

  /// A variable's text as the JSON value that the file would hold.
  private static func value(of key: Key, text: String) throws(CommandFailure) -> JSONValue {
    switch key {
    case .threshold, .margin: return .number(text)
    case .converters, .models:
      do {
        return try JSONScanner.read(Array(text.utf8))
      } catch {
        throw .usage(Phrase.notJSON.text(key.variable, error.message))
      }
    case .knowledge, .skills, .asOf, .hotline, .sessions, .orders, .prompts, .audit, .weights:
      return .string(text)
    }
  }
}
