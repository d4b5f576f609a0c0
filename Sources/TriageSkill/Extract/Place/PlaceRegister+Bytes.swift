import CityAgent

extension PlaceRegister {
  /// The register as bytes of a generation.
  public var bytes: [UInt8] {
    var writer = ColumnWriter()
    writer.write([version])
    writer.write([margin.bitPattern])
    writer.write(streetNames)
    writer.write(points.map { UInt32($0.street) })
    writer.write(points.map(\.latitude.bitPattern))
    writer.write(points.map(\.longitude.bitPattern))
    writer.write(entries.map(\.kind.rawValue))
    writer.write(entries.map(\.name))
    writer.write(entries.map { UInt32($0.streets.count) })
    writer.write(entries.flatMap { $0.streets.map(UInt32.init) })
    writer.write(entries.map { $0.community ?? "" })
    writer.write(entries.map { ($0.latitude ?? .nan).bitPattern })
    writer.write(entries.map { ($0.longitude ?? .nan).bitPattern })
    writer.write(entries.map { $0.isConfirmed ? 1 as UInt32 : 0 })
    writer.write(entries.map { UInt32($0.exits.count) })
    writer.write(entries.flatMap { $0.exits.map(\.label) })
    writer.write(entries.flatMap { $0.exits.map { UInt32($0.streets.count) } })
    writer.write(entries.flatMap { $0.exits.flatMap { $0.streets.map(UInt32.init) } })
    writer.write(names.map { String(decoding: $0.text, as: UTF8.self) })
    writer.write(names.map { UInt32($0.entries.count) })
    writer.write(names.flatMap { $0.entries.map(UInt32.init) })
    return writer.bytes
  }

  /// Reads what ``bytes`` wrote; nil where it is cut short or inconsistent.
  public init?(bytes: [UInt8]) {
    var reader = ColumnReader(bytes)
    guard let version = reader.texts(), version.count == 1, let margin = reader.keys(),
      margin.count == 1, let streetNames = reader.texts(), let pointStreets = reader.numbers(),
      let pointLatitudes = reader.keys(), let pointLongitudes = reader.keys(),
      pointLatitudes.count == pointStreets.count, pointLongitudes.count == pointStreets.count,
      let kinds = reader.numbers(), let names = reader.texts(), let streetCounts = reader.numbers(),
      let streets = reader.numbers(), let communities = reader.texts(),
      let latitudes = reader.keys(), let longitudes = reader.keys(),
      let confirmed = reader.numbers(), let exitCounts = reader.numbers(),
      let labels = reader.texts(), let exitStreetCounts = reader.numbers(),
      let exitStreets = reader.numbers(), let texts = reader.texts(),
      let bearerCounts = reader.numbers(), let bearers = reader.numbers(),
      [
        names.count, streetCounts.count, communities.count, latitudes.count, longitudes.count,
        confirmed.count, exitCounts.count,
      ].allSatisfy({ $0 == kinds.count }), labels.count == exitStreetCounts.count,
      texts.count == bearerCounts.count
    else { return nil }
    self.version = version[0]
    self.margin = Double(bitPattern: margin[0])
    self.streetNames = streetNames
    for (i, street) in pointStreets.enumerated() {
      guard street < streetNames.count else { return nil }
      points.append(
        Point(
          street: Int(street), latitude: Double(bitPattern: pointLatitudes[i]),
          longitude: Double(bitPattern: pointLongitudes[i])))
    }
    var streetCursor = Cursor(streets, limit: streetNames.count)
    var exitStreetCursor = Cursor(exitStreets, limit: streetNames.count)
    var exit = 0
    for i in kinds.indices {
      guard let kind = Kind(rawValue: kinds[i]), let own = streetCursor.take(streetCounts[i])
      else { return nil }
      let latitude = Double(bitPattern: latitudes[i])
      let longitude = Double(bitPattern: longitudes[i])
      var entry = Entry(
        kind: kind, name: names[i], streets: own,
        community: communities[i].isEmpty ? nil : communities[i],
        latitude: latitude.isNaN ? nil : latitude, longitude: longitude.isNaN ? nil : longitude,
        isConfirmed: confirmed[i] == 1)
      for _ in 0..<exitCounts[i] {
        guard exit < labels.count, let own = exitStreetCursor.take(exitStreetCounts[exit]) else {
          return nil
        }
        entry.exits.append(Exit(label: labels[exit], streets: own))
        exit += 1
      }
      entries.append(entry)
    }
    var bearerCursor = Cursor(bearers, limit: entries.count)
    for (text, count) in zip(texts, bearerCounts) {
      guard !text.isEmpty, let own = bearerCursor.take(count), !own.isEmpty else { return nil }
      for entry in own { file(text, entry) }
    }
  }

  /// Takes numbers off a column, each below a limit.
  private struct Cursor {
    let column: [UInt32]
    let limit: Int
    var at = 0

    init(_ column: [UInt32], limit: Int) {
      self.column = column
      self.limit = limit
    }

    mutating func take(_ count: UInt32) -> [Int]? {
      guard count <= column.count - at else { return nil }
      defer { at += Int(count) }
      let taken = column[at..<at + Int(count)].map(Int.init)
      return taken.allSatisfy { $0 < limit } ? taken : nil
    }
  }
}
