public import CityIndex
import FoundationEssentials

/// Reads `indicators/catalog.json`: the semantic layer.
public enum CatalogReader {
  /// The catalog in `text`.
  /// - Throws: ``IndexError`` `.badDocument` naming `path`, and what in it is wrong: no JSON, a key missing, a
  ///   name or alias that stands for two things, a parent that is not there or above itself.
  public static func read(_ text: [UInt8], path: String) throws(IndexError) -> IndicatorCatalog {
    let file: File
    do {
      file = try JSONDecoder().decode(File.self, from: Data(text))
    } catch {
      throw IndexError(
        .badDocument, "is no catalog of indicators: \(Self.words(error))", path: path)
    }
    let catalog = IndicatorCatalog(
      indicators: try file.indicators.map { entry throws(IndexError) in
        try indicator(entry, path: path)
      },
      regions: file.regions.map {
        Region(
          name: $0.name, english: $0.english ?? "", aliases: $0.aliases ?? [], kind: $0.kind,
          parent: $0.parent, groups: $0.groups ?? [])
      })
    try check(catalog, path: path)
    return catalog
  }

  private struct File: Decodable {
    struct Indicator: Decodable {
      var id: String
      var name: String
      var english: String?
      var national: String?
      var aliases: [String]?
      var unit: String?
      var nature: String?
      var growth: String?
      var mergesFirstMonths: Bool?
      var goodDirection: Int?
      var parent: String?
      var division: String?
      var variants: [String]?
      var regions: [String]?
      var note: String?
      var englishNote: String?
    }
    struct Region: Decodable {
      var name: String
      var english: String?
      var aliases: [String]?
      var kind: String
      var parent: String?
      var groups: [String]?
    }
    var indicators: [Indicator]
    var regions: [Region]
  }

  private static func indicator(
    _ entry: File.Indicator, path: String
  ) throws(IndexError) -> Indicator {
    func problem(_ key: String, _ value: String, _ known: String) -> IndexError {
      IndexError(
        .badDocument, "indicator “\(entry.name)”: \(key) “\(value)” is none of \(known)", path: path
      )
    }
    guard let nature = Indicator.Nature(rawValue: entry.nature ?? "flow") else {
      throw problem("nature", entry.nature ?? "", "flow, stock, diffusion, price, rate")
    }
    guard let growth = Indicator.GrowthKind(rawValue: entry.growth ?? "nominal") else {
      throw problem("growth", entry.growth ?? "", "nominal, real, comparable, same-scope, none")
    }
    return Indicator(
      id: entry.id, name: entry.name, english: entry.english ?? "", nationalName: entry.national,
      aliases: entry.aliases ?? [], unit: entry.unit ?? "", nature: nature, growth: growth,
      mergesFirstMonths: entry.mergesFirstMonths ?? false, goodDirection: entry.goodDirection ?? 0,
      parent: entry.parent, division: entry.division,
      variants: entry.variants ?? [], regionKinds: entry.regions ?? [],
      note: entry.note ?? "", englishNote: entry.englishNote ?? "")
  }

  private static func check(_ catalog: IndicatorCatalog, path: String) throws(IndexError) {
    func problem(_ message: String) -> IndexError { IndexError(.badDocument, message, path: path) }
    var owners: [String: String] = [:]
    func claim(_ names: [String], for owner: String) throws(IndexError) {
      for name in Set(names) where !name.isEmpty {
        if let other = owners[name], other != owner {
          throw problem("“\(name)” stands for “\(other)” and for “\(owner)”; take it out of one")
        }
        owners[name] = owner
      }
    }
    for entry in catalog.indicators {
      try claim(
        [entry.name, entry.english, entry.nationalName ?? ""] + entry.aliases, for: entry.name)
    }
    for region in catalog.regions {
      try claim([region.name, region.english] + region.aliases, for: region.name)
    }
    let parents = Dictionary(
      catalog.indicators.map { ($0.name, $0.parent) }, uniquingKeysWith: { first, _ in first })
    for entry in catalog.indicators {
      var seen: Set<String> = [entry.name]
      var parent = entry.parent
      while let name = parent {
        guard let next = parents[name] else {
          throw problem("indicator “\(entry.name)”: its parent “\(name)” is not in the catalog")
        }
        guard seen.insert(name).inserted else {
          throw problem(
            "indicator “\(entry.name)” is above itself: \(seen.sorted().joined(separator: ", "))")
        }
        parent = next
      }
    }
  }

  private static func words(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "\(error)" }
    func place(_ context: DecodingError.Context) -> String {
      context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
        .joined(separator: ".")
    }
    switch error {
    case .keyNotFound(let key, let context):
      return "“\(key.stringValue)” is missing in \(place(context))"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "\(place(context)) has the wrong type"
    case .dataCorrupted(let context): return context.debugDescription
    @unknown default: return "\(error)"
    }
  }
}
