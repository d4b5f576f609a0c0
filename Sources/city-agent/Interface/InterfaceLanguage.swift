import FoundationEssentials
import Glibc

/// The language of the terminal's own words; answers never depend on it.
enum InterfaceLanguage: Sendable {
  case chinese, english

  /// From `LC_ALL`, `LC_MESSAGES`, `LANG`, the first that is set: `zh…` is Chinese, anything else English.
  static let current: InterfaceLanguage = {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = Environment.value(name) {
        return value.hasPrefix("zh") ? .chinese : .english
      }
    }
    return .english
  }()
}

/// The process's environment, read variable by variable: `ProcessInfo` would copy all of it at start.
enum Environment {
  /// A variable's value; nil where it is not set or empty.
  static func value(_ name: String) -> String? {
    guard let raw = getenv(name) else { return nil }
    let value = String(cString: raw)
    return value.isEmpty ? nil : value
  }

  /// The variables that say where files are, for ``CityHome``.
  static var places: [String: String] {
    var places: [String: String] = [:]
    for name in ["CITY_AGENT_HOME", "XDG_CACHE_HOME", "HOME"] { places[name] = value(name) }
    return places
  }

  /// The folder for what the program remembers between runs: `$XDG_STATE_HOME/city-agent`.
  static var stateFolder: String {
    let base = value("XDG_STATE_HOME") ?? (value("HOME") ?? "/tmp") + "/.local/state"
    return base + "/city-agent"
  }
}
