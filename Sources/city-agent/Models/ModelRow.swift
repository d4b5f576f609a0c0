import CityBackends
import CityJSON
import CityNet

/// A backend in `models list`.
struct ModelRow {
  private let endpoint: BackendEndpoint
  private let tasks: [String]

  init(_ endpoint: BackendEndpoint, in configuration: ModelConfiguration) {
    self.endpoint = endpoint
    tasks = ModelTask.allCases.filter { task in
      configuration.endpoints(for: task).contains { $0.name == endpoint.name }
    }.map(\.rawValue)
  }

  private var key: String {
    guard let variable = endpoint.keyVariable else { return Phrase.modelKeyNone.text() }
    return (endpoint.hasKey ? Phrase.modelKeySet : Phrase.modelKeyMissing).text(variable)
  }

  private var cells: [String] {
    [
      endpoint.name, endpoint.model, endpoint.address.authority, endpoint.profile.name,
      tasks.isEmpty ? Phrase.modelNoTask.text() : tasks.joined(separator: ", "), key,
    ]
  }

  /// One line a backend, in columns.
  static func table(_ rows: [ModelRow]) -> [String] {
    let cells = rows.map(\.cells)
    let widths = cells[0].indices.map { column in
      cells.map { DisplayWidth.columns(of: $0[column]) }.max() ?? 0
    }
    return cells.map { row in
      let padded = row.dropLast().enumerated().map {
        DisplayWidth.padded($0.element, to: widths[$0.offset])
      }
      return (padded + [row[row.count - 1]]).joined(separator: "  ")
    }
  }

  func write(into writer: inout JSONWriter) {
    writer.object { w in
      w.key("name", endpoint.name)
      w.key("model", endpoint.model)
      w.key("url", endpoint.address.url)
      w.key("host", endpoint.address.authority)
      w.key("profile", endpoint.profile.name)
      w.key("tasks")
      w.array(tasks)
      w.key("keyVariable", endpoint.keyVariable)
      w.key("hasKey", endpoint.hasKey)
    }
  }
}
