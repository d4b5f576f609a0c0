import CityJSON
import CitySeries

/// One line of a file of series: `{"id","train"|"values",…}`.
struct ForecastLine {
  /// As JSON, spelled as it came; nil where it has none.
  var id: [UInt8]?
  var content: Result<Series, Problem>

  struct Series {
    var values: [Double]
    var period: Int
    var horizon: Int
    var kind: SeriesKind
  }

  struct Problem: Error {
    var code: String
    var message: String
  }

  /// Longest line read, in bytes: about a million values.
  static let lineLimit = 1 << 24

  /// Reads one line; nil for a blank one.
  ///
  /// `period` may be left out where `freq` is Y, Q or M; `h` where the caller gives a horizon; `kind` is `level` or `rate`.
  static func read(_ line: InputLine, horizon: Int?, kind: SeriesKind) -> ForecastLine? {
    switch line.content {
    case .tooLong(let count):
      return bad(
        "line-too-long", "the line has \(count) bytes; the limit is \(lineLimit): shorten it")
    case .bytes(let bytes):
      guard bytes.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { return nil }
      do throws(JSONFailure) {
        let value = try JSONScanner.read(bytes)
        guard case .object = value else {
          return bad("bad-json", "a line must be an object: {\"id\", \"period\", \"h\", \"train\"}")
        }
        do throws(Problem) {
          return ForecastLine(
            id: json(value["id"]),
            content: .success(try series(value, horizon: horizon, kind: kind)))
        } catch {
          return ForecastLine(id: json(value["id"]), content: .failure(error))
        }
      } catch {
        return bad("bad-json", "the line is not JSON: \(error.message) at byte \(error.offset)")
      }
    }
  }

  private static func series(
    _ line: JSONValue, horizon: Int?, kind: SeriesKind
  ) throws(Problem) -> Series {
    guard let list = (line["train"] ?? line["values"])?.array else {
      throw Problem(
        code: "no-values", message: "there is no array of numbers under train or values")
    }
    var values: [Double] = []
    values.reserveCapacity(list.count)
    for (i, item) in list.enumerated() {
      guard let number = item.double, number.isFinite else {
        throw Problem(
          code: "bad-value",
          message: "value \(i + 1) is not a finite number; fill or cut gaps first")
      }
      values.append(number)
    }
    guard let period = integer(line["period"]) ?? line["freq"]?.string.flatMap(Self.period) else {
      throw Problem(
        code: "no-period",
        message: "there is no period; write 1 (yearly), 4 (quarterly) or 12 (monthly)")
    }
    guard let steps = horizon ?? integer(line["h"]) ?? integer(line["horizon"]) else {
      throw Problem(
        code: "no-horizon", message: "there is no h; write how many steps ahead, or give --horizon")
    }
    var kind = kind
    if let own = line["kind"], !own.isNull {
      guard let known = own.string.flatMap(SeriesKind.init) else {
        throw Problem(code: "bad-kind", message: "kind must be level or rate")
      }
      kind = known
    }
    return Series(values: values, period: period, horizon: steps, kind: kind)
  }

  private static func bad(_ code: String, _ message: String) -> ForecastLine {
    ForecastLine(id: nil, content: .failure(Problem(code: code, message: message)))
  }

  private static func integer(_ value: JSONValue?) -> Int? {
    value?.double.flatMap { Int(exactly: $0) }
  }

  private static func period(_ frequency: String) -> Int? {
    switch frequency {
    case "Y": 1
    case "Q": 4
    case "M": 12
    default: nil
    }
  }

  private static func json(_ value: JSONValue?) -> [UInt8]? {
    switch value {
    case .number(let spelling)?: return Array(spelling.utf8)
    case .string(let text)?:
      var writer = JSONWriter()
      writer.string(text)
      return writer.bytes
    default: return nil
    }
  }
}
