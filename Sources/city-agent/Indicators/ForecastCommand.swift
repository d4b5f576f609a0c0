import CityJSON
import CitySeries
import FoundationEssentials
import Glibc

/// `indicators forecast`: a file of series in, a file of forecasts with bands out, in input order.
enum ForecastCommand {
  static func run(_ arguments: ParsedArguments) throws -> ExitStatus {
    let input = arguments.operands[0]
    let output = arguments["output"] ?? "-"
    let horizon = try arguments.integer("horizon", in: 1...SeriesForecast.longestHorizon)
    let origins = try arguments.integer("backtest", in: 1...10_000)
    let kind = try choice("kind", SeriesKind.self, arguments) ?? .level
    let method = try choice("method", ForecastMethod.self, arguments) ?? .combination
    let descriptor = input == "-" ? STDIN_FILENO : open(input, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw unreadable(input, String(cString: strerror(errno)))
    }
    defer { if input != "-" { close(descriptor) } }
    if FilePath.isFolder(input) { throw unreadable(input, Phrase.isAFolder.text()) }
    if input != "-", output != "-", FilePath.isSame(input, output) {
      throw CommandFailure.usage(Phrase.outputIsInput.text("-o", output))
    }
    StopSignal.install()
    let reader = LineReader(
      descriptor, limit: ForecastLine.lineLimit, name: input == "-" ? "stdin" : input)
    let file = try BatchFile(output, from: 0)
    var status = ExitStatus.success
    while let line = try reader.next() {
      guard let read = ForecastLine.read(line, horizon: horizon, kind: kind) else { continue }
      var json = JSONWriter()
      json.object { w in
        if let id = read.id {
          w.key("id")
          w.raw(id)
        }
        w.key("line", line.number)
        do {
          try w.forecast(of: read.content.get(), by: method, origins: origins)
        } catch {
          status = .someFailed
          w.key("error")
          w.problem(error)
        }
      }
      try file.append(json.bytes + [0x0A], lines: 1)
    }
    try file.sync()
    return StopSignal.isRaised ? .interrupted : status
  }

  private static func unreadable(_ path: String, _ reason: String) -> CommandFailure {
    CommandFailure(.usage, "unreadable", Phrase.cannotRead.text(path, reason))
  }

  /// The value of an option that takes one of a few words.
  private static func choice<T: RawRepresentable<String> & CaseIterable>(
    _ option: String, _ type: T.Type, _ arguments: ParsedArguments
  ) throws(CommandFailure) -> T? {
    guard let text = arguments[option] else { return nil }
    guard let value = T(rawValue: text) else {
      let names = T.allCases.map(\.rawValue)
      throw .usage(
        Phrase.badConfigurationValue.text("--\(option)", text, names.joined(separator: ", "))
          + Suggestion.hint(text, among: names))
    }
    return value
  }
}

extension JSONWriter {
  /// `"forecast"`, and where they can be told `"low"`, `"high"` (95 %), `"low80"`, `"high80"`, `"backtest"`.
  ///
  /// Nothing is written before all of it is known.
  fileprivate mutating func forecast(
    of series: ForecastLine.Series, by method: ForecastMethod, origins: Int?
  ) throws(SeriesError) {
    guard method == .combination else {
      let mean = try SeriesForecast.forecast(
        series.values, period: series.period, horizon: series.horizon, by: method)
      return numbers("forecast", mean)
    }
    let result = try SeriesForecast.forecast(
      series.values, period: series.period, horizon: series.horizon, kind: series.kind)
    let backtest = try origins.flatMap { origins throws(SeriesError) in
      try SeriesForecast.backtest(
        series.values, period: series.period, horizon: series.horizon, kind: series.kind,
        origins: origins)
    }
    numbers("forecast", result.mean)
    if let band = result.band95 {
      numbers("low", band.low)
      numbers("high", band.high)
    }
    if let band = result.band80 {
      numbers("low80", band.low)
      numbers("high80", band.high)
    }
    if let backtest {
      key("backtest")
      object { w in
        w.key("origins", backtest.origins)
        w.numbers("mae", backtest.meanAbsoluteError)
        w.numbers("naiveMAE", backtest.naiveError)
        w.numbers("sMAPE", backtest.symmetricPercentageError)
        if let coverage = backtest.coverage95 { w.key("coverage95", coverage) }
      }
    }
  }

  private mutating func numbers(_ name: StaticString, _ values: [Double]) {
    key(name)
    array(values) { $0.double($1) }
  }

  fileprivate mutating func problem(_ problem: any Error) {
    switch problem {
    case let problem as ForecastLine.Problem: error(code: problem.code, message: problem.message)
    case let problem as SeriesError: error(code: problem.code.rawValue, message: problem.message)
    default: error(code: "failed", message: "\(problem)")
    }
  }
}
