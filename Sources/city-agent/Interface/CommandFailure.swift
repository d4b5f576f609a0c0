import CityAgentKit
import CityBackends
import CityIndex
import CityText

/// Why a command ends before its work is done.
struct CommandFailure: Error, Sendable, CustomStringConvertible {
  var status: ExitStatus
  /// A stable word for programs: `usage`, `no-knowledge`, `damaged-index` …
  var code: String
  /// For a person: what, where, what to do. Empty where the reader has gone and nobody listens.
  var message: String

  init(_ status: ExitStatus, _ code: String, _ message: String) {
    self.status = status
    self.code = code
    self.message = message
  }

  static func usage(_ message: String) -> CommandFailure {
    CommandFailure(.usage, "usage", message)
  }

  /// What a module below threw, as this program reports it.
  init(_ error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let error as AgentError: self.init(.usage, error.code.name, error.description)
    case let error as IndexError: self.init(.usage, error.code.name, error.description)
    case let error as TextError: self.init(.usage, error.code.name, error.description)
    case let error as BackendError: self.init(.usage, error.code.name, error.description)
    default: self.init(.usage, "failed", "\(error)")
    }
  }

  var description: String { message }
}
