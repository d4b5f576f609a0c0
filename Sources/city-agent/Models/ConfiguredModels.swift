import CityBackends
import CityJSON

/// The `models` key as it stands in the file or the environment; read only by a command that uses it.
struct ConfiguredModels: Sendable {
  let value: JSONValue
  /// File and line, or the variable, for messages.
  let origin: String
  /// What relative paths refer to; nil leaves them to the working folder.
  let folder: String?
  /// The file it stands in, with its text, for the lines of mistakes; nil where it is a variable's.
  var file: (path: String, text: [UInt8])?

  /// Nil where there is none: `null` takes back what the file says.
  init?(_ value: JSONValue, origin: String, folder: String?) {
    if value.isNull { return nil }
    self.value = value
    self.origin = origin
    self.folder = folder
  }

  /// - Parameter needsKeys: whether a key's variable that is not set is a mistake.
  /// - Throws: ``CommandFailure`` with file and line, or the variable.
  func read(needsKeys: Bool = true) throws(CommandFailure) -> ModelConfiguration {
    do throws(BackendError) {
      return try ModelConfiguration(
        value, folder: folder, needsKeys: needsKeys, environment: Environment.value)
    } catch {
      throw failure(error)
    }
  }

  private func failure(_ error: BackendError) -> CommandFailure {
    guard let file, let offset = error.offset, offset > 0 else {
      return .usage("\(origin): \(error.message)")
    }
    let line = JSONFailure(offset: offset, message: "").line(in: file.text)
    return .usage("\(file.path):\(line): \(error.message)")
  }
}
