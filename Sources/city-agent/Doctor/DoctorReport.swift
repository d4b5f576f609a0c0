import CityJSON

/// One line of `doctor`: what was looked at, how it is, what to do.
struct DoctorFinding: Sendable {
  enum State: String, Sendable {
    case good, warning, bad

    var mark: String {
      switch self {
      case .good: "✓"
      case .warning: "!"
      case .bad: "✗"
      }
    }
  }

  /// A stable word for programs.
  var name: String
  var state: State
  var text: String
}

/// What `doctor` found, in the order it looked.
struct DoctorReport: Sendable {
  private(set) var findings: [DoctorFinding] = []

  mutating func add(_ name: String, _ state: DoctorFinding.State, _ text: String) {
    findings.append(DoctorFinding(name: name, state: state, text: text))
  }

  var hasBad: Bool { findings.contains { $0.state == .bad } }

  var lines: [String] { findings.map { "\($0.state.mark) \($0.text)" } }

  var json: String {
    var json = JSONWriter()
    json.object { w in
      w.key("well", !hasBad)
      w.key("findings")
      w.array(findings) { w, finding in
        w.object { w in
          w.key("name", finding.name)
          w.key("state", finding.state.rawValue)
          w.key("text", finding.text)
        }
      }
    }
    return json.text
  }
}
