import Foundation
import Testing

/// The built `city-agent`, run as other programs run it.
struct BuiltCommand {
  struct Output {
    var status: Int32
    var bytes: [UInt8]
    var error: String

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var lines: [String] { text.split(separator: "\n").map(String.init) }

    /// The output's one line as JSON.
    func object(_ location: SourceLocation = #_sourceLocation) throws -> [String: Any] {
      try #require(lines.count == 1, "one line: \(text) \(error)", sourceLocation: location)
      return try JSONLines.object(lines[0])
    }
  }

  /// Beside the test bundle, where SwiftPM puts all products.
  static let path: String = {
    let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let candidates = [own, CommandLine.arguments.first, Bundle.main.executablePath]
    for case let candidate? in candidates {
      let path = URL(fileURLWithPath: candidate).deletingLastPathComponent().path + "/city-agent"
      if FileManager.default.isExecutableFile(atPath: path) { return path }
    }
    return "city-agent is not built"
  }()

  /// The repository's root, found from this file.
  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// Only what a test sets: the machine's own variables must not change a result.
  static func environment(_ more: [String: String]) -> [String: String] {
    var environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "dumb"]
    for name in ["LD_LIBRARY_PATH", "HOME"] {
      environment[name] = ProcessInfo.processInfo.environment[name]
    }
    return environment.merging(more) { $1 }
  }

  /// Runs to the end.
  /// - Parameter launcher: a program and its arguments that runs this one as another user, say.
  static func run(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:],
    in folder: String = "/", through launcher: [String] = []
  ) throws -> Output {
    let scratch = try TemporaryFolder()
    try Data(input).write(to: URL(fileURLWithPath: scratch.path + "/in"))
    for name in ["out", "err"] {
      _ = FileManager.default.createFile(atPath: scratch.path + "/" + name, contents: nil)
    }
    let process = Process()
    let words = launcher + [path] + arguments
    process.executableURL = URL(fileURLWithPath: words[0])
    process.arguments = Array(words.dropFirst())
    process.environment = Self.environment(environment)
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = FileHandle(forReadingAtPath: scratch.path + "/in")
    process.standardOutput = FileHandle(forWritingAtPath: scratch.path + "/out")
    process.standardError = FileHandle(forWritingAtPath: scratch.path + "/err")
    try process.run()
    process.waitUntilExit()
    return Output(
      status: process.terminationReason == .exit
        ? process.terminationStatus : -process.terminationStatus,
      bytes: [UInt8](FileManager.default.contents(atPath: scratch.path + "/out") ?? Data()),
      error: String(
        decoding: FileManager.default.contents(atPath: scratch.path + "/err") ?? Data(),
        as: UTF8.self))
  }
}

/// JSON as other programs read it.
enum JSONLines {
  static func object(_ line: String) throws -> [String: Any] {
    try #require(
      JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "no object: \(line)")
  }

  static func objects(_ bytes: [UInt8]) throws -> [[String: Any]] {
    try String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
      try object(String($0))
    }
  }
}

/// A folder that goes when its owner does.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/city-agent-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, its folders made first.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: URL(fileURLWithPath: file).deletingLastPathComponent().path,
      withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  func bytes(_ name: String) -> [UInt8] {
    [UInt8](FileManager.default.contents(atPath: path + "/" + name) ?? Data())
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }
}
