import CityJSON
import CityText

extension PlaceRegister {
  /// Reads `places.json`, and of `regions.csv` the names of other districts and cities.
  ///
  /// - Parameter report: called with each row that is left out; the rest serves.
  /// - Throws: ``TriageError`` where the file is no JSON or has no streets.
  public static func read(
    _ utf8: [UInt8], path: String, regions: [UInt8] = [], regionsPath: String = "regions.csv",
    report: (TriageError) -> Void = { _ in }
  ) throws(TriageError) -> PlaceRegister {
    let root: JSONValue
    do {
      root = try JSONScanner.read(utf8)
    } catch {
      throw TriageError(
        .badTable, "\(error.message): correct the JSON", path: path, line: error.line(in: utf8))
    }
    var compiler = Compiler(utf8: utf8, path: path)
    compiler.register.version = String(SHA256.hex(utf8 + regions).prefix(8))
    compiler.read(root)
    guard !compiler.register.streetNames.isEmpty else {
      throw TriageError(.badTable, "it has no “streets”: name at least one", path: path)
    }
    compiler.readRegions(regions, path: regionsPath)
    compiler.problems.forEach(report)
    return compiler.register
  }

  /// Turns the rows of the file into entries.
  private struct Compiler {
    let utf8: [UInt8]
    let path: String
    private(set) var problems: [TriageError] = []
    var register = PlaceRegister()
    private var ownNames: Set<String> = []

    init(utf8: [UInt8], path: String) {
      self.utf8 = utf8
      self.path = path
    }

    mutating func read(_ root: JSONValue) {
      district(root["district"])
      for row in root["streets"]?.array ?? [] { street(row) }
      for row in root["communities"]?.array ?? [] { community(row) }
      // Places first: what an exit has near it may be one of them.
      for row in root["places"]?.array ?? [] { place(row) }
      for row in root["stations"]?.array ?? [] { station(row) }
      for row in root["elsewhere"]?.array ?? [] {
        guard let name = text(row, "in") else { continue }
        let entry = Entry(kind: .elsewhere, name: name)
        register.add(entry, names: texts(row["names"]))
      }
    }

    private mutating func fail(_ row: JSONValue, _ message: String) {
      let offset = row.members?.first?.offset ?? 0
      let line = JSONFailure(offset: offset, message: "").line(in: utf8)
      problems.append(TriageError(.badTable, message, path: path, line: line))
    }

    private mutating func text(_ row: JSONValue, _ key: String) -> String? {
      guard let text = row[key]?.string, !text.isEmpty else {
        fail(row, "the row has no “\(key)”: fill it in or delete the row")
        return nil
      }
      return text
    }

    private func texts(_ value: JSONValue?) -> [String] {
      value?.array?.compactMap(\.string) ?? value?.string.map { [$0] } ?? []
    }

    /// The streets that a row names; nil where one of them is not in the list of streets.
    private mutating func streets(_ row: JSONValue, _ key: String = "streets") -> [Int]? {
      var numbers: [Int] = []
      for name in texts(row[key]) {
        guard let number = register.streetNames.firstIndex(of: name) else {
          fail(row, "“\(name)” is none of the streets: correct it or add the street")
          return nil
        }
        numbers.append(number)
      }
      return numbers
    }

    private func point(_ row: JSONValue) -> (longitude: Double, latitude: Double)? {
      guard let pair = row["point"]?.array, pair.count == 2, let x = pair[0].double,
        let y = pair[1].double
      else { return nil }
      return (x, y)
    }

    private mutating func district(_ row: JSONValue?) {
      guard let row, let name = text(row, "name") else { return }
      register.margin = row["margin"]?.double ?? 0
      register.add(
        Entry(kind: .district, name: name, isConfirmed: true), names: [name] + texts(row["aliases"])
      )
    }

    private mutating func street(_ row: JSONValue) {
      guard let name = text(row, "name") else { return }
      guard !register.streetNames.contains(name) else {
        return fail(row, "the street “\(name)” stands twice: delete one")
      }
      let number = register.streetNames.count
      register.streetNames.append(name)
      register.add(
        Entry(kind: .street, name: name, streets: [number], isConfirmed: true),
        names: [name] + texts(row["aliases"]))
      for pair in row["points"]?.array ?? [] {
        guard let pair = pair.array, pair.count == 2, let x = pair[0].double, let y = pair[1].double
        else {
          fail(row, "a point is [longitude, latitude]: correct it")
          continue
        }
        register.points.append(Point(street: number, latitude: y, longitude: x))
      }
    }

    private mutating func community(_ row: JSONValue) {
      guard let name = text(row, "name"), let street = streets(row, "street"), !street.isEmpty
      else { return }
      register.add(
        Entry(
          kind: .community, name: name, streets: street, community: name,
          isConfirmed: row["confirmed"]?.isTrue ?? false), names: [name] + texts(row["aliases"]))
    }

    private mutating func place(_ row: JSONValue) {
      guard let name = text(row, "name"), let streets = streets(row), !streets.isEmpty else {
        return
      }
      let kind: Kind =
        switch row["kind"]?.string {
        case "road": .road
        case "area": .area
        case "flood point": .floodPoint
        default: .landmark
        }
      let point = point(row)
      register.add(
        Entry(
          kind: kind, name: name, streets: streets, community: row["community"]?.string,
          latitude: point?.latitude, longitude: point?.longitude),
        names: [name] + texts(row["aliases"]))
      ownNames.insert(name)
      if let point, streets.count == 1 {
        register.points.append(
          Point(street: streets[0], latitude: point.latitude, longitude: point.longitude))
      }
    }

    private mutating func station(_ row: JSONValue) {
      guard let name = text(row, "name"), let streets = streets(row), !streets.isEmpty else {
        return
      }
      var entry = Entry(kind: .station, name: name + "地铁站", streets: streets)
      for exit in row["exits"]?.array ?? [] {
        guard let own = self.streets(exit) else { continue }
        for label in texts(exit["exit"]) { entry.exits.append(Exit(label: label, streets: own)) }
        near(texts(exit["near"]), streets: own.isEmpty ? streets : own)
      }
      var names = ["站", "地铁站", "地铁口", "地铁"].map { name + $0 } + ["地铁\(name)站"]
      for english in texts(row["english"]) {
        names += ["station", "metro station", "metro", "subway station", "subway", "mtr"].map {
          english + " " + $0
        }
        if row["englishAlone"]?.isTrue == true { names.append(english) }
      }
      if row["alone"]?.isTrue == true { names.append(name) }
      register.add(entry, names: names)
    }

    /// What lies near an exit is in its streets, as far as nothing better is known.
    private mutating func near(_ names: [String], streets: [Int]) {
      for name in names where !ownNames.contains(name) {
        let bearers = register.entries(named: name).filter {
          register.entries[$0].kind != .elsewhere
        }
        if let bearer = bearers.first {
          let kind = register.entries[bearer].kind
          guard kind == .landmark || kind == .road, register.entries[bearer].community == nil else {
            continue
          }
          for street in streets where !register.entries[bearer].streets.contains(street) {
            register.entries[bearer].streets.append(street)
          }
        } else {
          let isRoad = ["路", "街", "大道", "道", "巷"].contains { name.hasSuffix($0) }
          register.add(
            Entry(kind: isRoad ? .road : .landmark, name: name, streets: streets),
            names: [name] + Self.shortForms(name))
        }
      }
    }

    /// 深圳市科学馆 is also called 市科学馆.
    private static func shortForms(_ name: String) -> [String] {
      guard name.hasPrefix("深圳市") else { return [] }
      let rest = String(name.dropFirst(3))
      return rest.count >= 3 ? ["市" + rest] : []
    }

    /// `name,within,aliases,kind`: all but the home rows are elsewhere.
    mutating func readRegions(_ csv: [UInt8], path: String) {
      var isOurs = false
      for (i, bytes) in csv.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
        let line = String(decoding: bytes.filter { $0 != 0x0D }, as: UTF8.self)
        if line.hasPrefix("name,within,") { isOurs = true }
        guard isOurs, !line.isEmpty, !line.hasPrefix("#"), !line.hasPrefix("name,") else {
          continue
        }
        let columns = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard columns.count == 4 else {
          problems.append(
            TriageError(
              .badTable, "the line must be name,within,aliases,kind", path: path, line: i + 1))
          continue
        }
        region(columns)
      }
    }

    private mutating func region(_ columns: [String]) {
      guard columns[3] != "home" else { return }
      let isNear = columns[3] == "district"
      let aliases = columns[2].split(separator: "|").map(String.init)
      // 南京东路 is no Nanjing: a bare city counts only where the words say that it is there; 南京市 always.
      let sure = Entry(kind: .elsewhere, name: columns[0])
      let unsure = Entry(kind: .elsewhereIfThere, name: columns[0])
      func isSure(_ name: String) -> Bool {
        isNear || ["市", "省", "区", "县", "州"].contains { name.hasSuffix($0) } && name.count > 2
      }
      let names = ([columns[0]] + aliases).filter { register.entries(named: $0).isEmpty }
      register.add(sure, names: names.filter(isSure))
      register.add(unsure, names: names.filter { !isSure($0) })
    }
  }

  /// The entries that bear a name.
  func entries(named name: String) -> [Int] {
    let folded = Folding.fold(Array(name.utf8))
    guard !folded.isEmpty, let match = phrases.longest(in: folded, at: 0), match.end == folded.count
    else { return [] }
    return names[match.number].entries
  }
}

extension JSONValue {
  fileprivate var isTrue: Bool {
    if case .bool(true) = self { return true }
    return false
  }
}
