import CityAgentKit
import CityJSON
import CityText
import FoundationEssentials
import Glibc

/// The side file of a batch's output: what it was made from, so that `--resume` goes on with the same.
struct BatchState: Equatable {
  /// Size and SHA-256 of the input.
  var inputBytes: Int
  var inputDigest: String
  var asOf: CalendarDay
  /// Generation, configuration and skills: ``Agent/identity``.
  var agent: String
  var language: String
  var skill: String
  /// The chosen models, where there are some: ``ModelChoice/identity()``.
  var models: String

  static func path(of output: String) -> String { output + ".state" }

  /// Size and digest of a file, read once from its start.
  static func digest(of path: String) throws(CommandFailure) -> (bytes: Int, digest: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path) }
    defer { close(descriptor) }
    var hash = SHA256()
    var block = [UInt8](repeating: 0, count: 1 << 18)
    var bytes = 0
    while true {
      let n = block.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if n < 0 && errno == EINTR { continue }
      guard n >= 0 else { throw unreadable(path) }
      if n == 0 { break }
      hash.update(block[0..<n])
      bytes += n
    }
    let hex = Array("0123456789abcdef".utf8)
    let digest = hash.finish().flatMap { [hex[Int($0 >> 4)], hex[Int($0 & 15)]] }
    return (bytes, String(decoding: digest, as: UTF8.self))
  }

  private static func unreadable(_ path: String) -> CommandFailure {
    CommandFailure(
      .usage, "unreadable", Phrase.cannotRead.text(path, String(cString: strerror(errno))))
  }

  /// Writes the side file whole: a temporary file, synced, renamed.
  func write(for output: String) throws(CommandFailure) {
    var json = JSONWriter()
    json.object { w in
      w.key("version", 1)
      w.key("inputBytes", inputBytes)
      w.key("inputDigest", inputDigest)
      w.key("asOf", asOf.description)
      w.key("agent", agent)
      w.key("language", language)
      w.key("skill", skill)
      w.key("models", models)
    }
    let path = Self.path(of: output)
    let temporary = path + ".\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    func failure() -> CommandFailure {
      CommandFailure(
        .usage, "unwritable", Phrase.cannotWrite.text(path, String(cString: strerror(errno))))
    }
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    try Console.write(json.bytes + [0x0A], to: descriptor, name: temporary)
    guard fsync(descriptor) == 0, rename(temporary, path) == 0 else { throw failure() }
  }

  /// Reads the side file of an output.
  /// - Throws: ``CommandFailure`` where there is none, or it is not one of ours.
  static func read(for output: String) throws(CommandFailure) -> BatchState {
    let path = path(of: output)
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .usage(Phrase.resumeWithoutState.text(output, path))
    }
    guard let json = try? JSONScanner.read([UInt8](data)), json["version"]?.double == 1,
      let bytes = json["inputBytes"]?.double.flatMap({ Int(exactly: $0) }),
      let digest = json["inputDigest"]?.string,
      let asOf = json["asOf"]?.string.flatMap({ CalendarDay($0) }),
      let agent = json["agent"]?.string, let language = json["language"]?.string,
      let skill = json["skill"]?.string
    else { throw .usage(Phrase.resumeBadState.text(path)) }
    return BatchState(
      inputBytes: bytes, inputDigest: digest, asOf: asOf, agent: agent, language: language,
      skill: skill, models: json["models"]?.string ?? "")
  }
}
