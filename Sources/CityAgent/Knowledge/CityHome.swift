import FoundationEssentials
import Glibc

/// Where things are found: explicit argument → `CITY_AGENT_HOME` → working folder → the executable's ancestors.
public enum CityHome {
  /// The folder that holds `seeds/` (and `skills/`); nil where there is none.
  ///
  /// - Parameter explicit: taken as it is when given.
  public static func find(explicit: String? = nil, environment: [String: String]? = nil)
    -> String?
  {
    if let explicit { return explicit }
    let environment = environment ?? ProcessInfo.processInfo.environment
    if let home = environment["CITY_AGENT_HOME"], !home.isEmpty { return home }
    let here = FileManager.default.currentDirectoryPath
    if isHome(here) { return here }
    var folder = executableFolder()
    while let f = folder, f != "/", !f.isEmpty {
      if isHome(f) { return f }
      folder = f.lastIndex(of: "/").map { String(f[..<$0]) }
    }
    return nil
  }

  static func isHome(_ folder: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: folder + "/seeds", isDirectory: &isFolder)
      && isFolder
  }

  static func executableFolder() -> String? {
    guard let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    else { return nil }
    return path.lastIndex(of: "/").map { String(path[..<$0]) }
  }

  /// Where the index of a knowledge folder lies: `<root>/.city-index`, or, where that cannot be
  /// written, `$XDG_CACHE_HOME/city-agent/<digest>`.
  public static func indexPath(root: String, environment: [String: String]? = nil) -> String {
    let environment = environment ?? ProcessInfo.processInfo.environment
    let local = root + "/.city-index"
    let manager = FileManager.default
    if manager.fileExists(atPath: local + "/" + indexName) { return local + "/" + indexName }
    if access(manager.fileExists(atPath: local) ? local : root, W_OK) == 0 {
      return local + "/" + indexName
    }
    return cachedIndexPath(root: root, environment: environment)
  }

  /// Where an index is built anew: in its place, or in the cache where nothing can be written there.
  ///
  /// A folder that became read-only keeps the index it has, and that index may be out of date.
  public static func buildPath(for index: String) -> String {
    let suffix = "/.city-index/" + indexName
    guard index.hasSuffix(suffix) else { return index }
    let root = String(index.dropLast(suffix.count))
    let local = root + "/.city-index"
    guard access(local, F_OK) == 0, access(local, W_OK) != 0 else { return index }
    return cachedIndexPath(root: root)
  }

  /// `$XDG_CACHE_HOME/city-agent/<digest>`: for folders that are only read and must stay as they are.
  public static func cachedIndexPath(
    root: String, environment: [String: String]? = nil
  ) -> String {
    let environment = environment ?? ProcessInfo.processInfo.environment
    let cache =
      environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
      ?? (environment["HOME"] ?? "/tmp") + "/.cache"
    return cache + "/city-agent/" + digest(of: realPath(root)) + "/" + indexName
  }

  /// The folder's one name: `docs` is another folder from another working folder.
  private static func realPath(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  static let indexName = "knowledge.cityindex"
}
