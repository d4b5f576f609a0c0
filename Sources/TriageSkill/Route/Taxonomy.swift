import CityAgent

/// The levels of matters: kinds, categories, matters; each entry knows the one above it.
public struct Taxonomy: Sendable, Equatable {
  public struct Entry: Sendable, Equatable {
    public var id: String
    /// The id of the entry above; empty at the top.
    public var parent: String
    public var name: String
    public var englishName: String
    /// A code of GB/T 47678.5, where it has one.
    public var code: String
  }

  /// In the file's order.
  public let entries: [Entry]
  private let numbers: [String: Int]

  /// - Parameter entries: with ids of their own; every parent is among them, and none is above itself.
  init(entries: [Entry]) {
    self.entries = entries
    numbers = Dictionary(
      entries.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public subscript(_ id: String) -> Entry? { numbers[id].map { entries[$0] } }

  /// The entries from the top down to one of them; empty where there is none of that id.
  public func path(_ id: String) -> [Entry] {
    var path: [Entry] = []
    var next = self[id]
    while let entry = next {
      path.append(entry)
      next = self[entry.parent]
    }
    return path.reversed()
  }

  /// The entries directly below one; those at the top for the empty id.
  public func children(of id: String) -> [Entry] { entries.filter { $0.parent == id } }

  /// Reads a taxonomy: `id,parent,name` and where they are known `name_en,code`.
  ///
  /// Entries without id or name, second ones of an id, and those that hang under nothing or in a circle are reported
  /// with their line and left out.
  public static func read(
    _ utf8: [UInt8], path: String, report: (TriageError) -> Void = { _ in }
  ) throws(TriageError) -> Taxonomy {
    let table = try TableRows(
      utf8, path: path, required: ["id", "parent", "name"], report: report)
    var entries: [Entry] = []
    var lines: [String: Int] = [:]
    func bad(_ message: String, _ line: Int?) {
      report(TriageError(.badTable, message + "; the row is left out", path: path, line: line))
    }
    for row in table.rows {
      let id = row["id"]
      if id.isEmpty || row["name"].isEmpty {
        bad("the entry has no \(id.isEmpty ? "id" : "name")", row.line)
      } else if let line = lines[id] {
        bad("the id \(id) stands in line \(line) already", row.line)
      } else {
        lines[id] = row.line
        entries.append(
          Entry(
            id: id, parent: row["parent"], name: row["name"], englishName: row["name_en"],
            code: row["code"]))
      }
    }
    let parents = Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0.parent) })
    var standing: [String: Standing] = [:]
    for entry in entries { settle(entry.id, parents, &standing) }
    for entry in entries {
      switch standing[entry.id] {
      case .circle:
        bad("\(entry.id) stands above itself, by way of \(entry.parent)", lines[entry.id])
      case .orphan:
        bad("there is no \(entry.parent) for \(entry.id) to stand under", lines[entry.id])
      case .lost:
        bad("\(entry.parent), which \(entry.id) stands under, is left out", lines[entry.id])
      case .sound, nil: break
      }
    }
    return Taxonomy(entries: entries.filter { standing[$0.id] == .sound })
  }

  private enum Standing { case sound, orphan, circle, lost }

  /// Finds out how an entry stands by walking up to something known, then tells everything on the way.
  private static func settle(
    _ id: String, _ parents: [String: String], _ standing: inout [String: Standing]
  ) {
    var way: [String] = []
    var onWay: [String: Int] = [:]
    var at = id
    while standing[at] == nil {
      if let start = onWay[at] {
        for member in way[start...] { standing[member] = .circle }
        way.removeSubrange(start...)
        break
      }
      onWay[at] = way.count
      way.append(at)
      let parent = parents[at]!
      if parent.isEmpty {
        standing[at] = .sound
      } else if parents[parent] == nil {
        standing[at] = .orphan
      } else {
        at = parent
        continue
      }
      way.removeLast()
    }
    let isSound = standing[at] == .sound
    for member in way { standing[member] = isSound ? .sound : .lost }
  }

  /// The taxonomy as bytes of a generation.
  public var bytes: [UInt8] {
    var writer = ColumnWriter()
    writer.write(entries.map(\.id))
    writer.write(entries.map(\.parent))
    writer.write(entries.map(\.name))
    writer.write(entries.map(\.englishName))
    writer.write(entries.map(\.code))
    return writer.bytes
  }

  /// Reads what ``bytes`` wrote; nil where it is cut short or inconsistent.
  public init?(bytes: [UInt8]) {
    var reader = ColumnReader(bytes)
    guard let ids = reader.texts(), let parents = reader.texts(), let names = reader.texts(),
      let english = reader.texts(), let codes = reader.texts(),
      [parents.count, names.count, english.count, codes.count].allSatisfy({ $0 == ids.count })
    else { return nil }
    let entries = ids.indices.map {
      Entry(
        id: ids[$0], parent: parents[$0], name: names[$0], englishName: english[$0], code: codes[$0]
      )
    }
    // A damaged table must not make `path` walk in circles.
    let known = Dictionary(entries.map { ($0.id, $0.parent) }, uniquingKeysWith: { a, _ in a })
    guard known.count == entries.count,
      entries.allSatisfy({ $0.parent.isEmpty || known[$0.parent] != nil })
    else { return nil }
    var standing: [String: Standing] = [:]
    for entry in entries { Self.settle(entry.id, known, &standing) }
    guard entries.allSatisfy({ standing[$0.id] == .sound }) else { return nil }
    self.init(entries: entries)
  }
}
