/// How orders are written, for whom.
public struct OrderForm: Sendable {
  public enum Format: String, Sendable, CaseIterable {
    /// One JSON object a line: everything, each field with who set it (docs/triage.md).
    case jsonl
    /// One row an order, flat: for spreadsheets.
    case csv
    /// Open311 GeoReport v2 requests in one array, with documented extensions.
    case open311
  }

  public var format: Format
  /// Makes a text fit to be shown: hides personal data, or leaves it where the file stays inside the desk.
  public var shown: @Sendable (String) -> String
  /// What the desk's clock is ahead of UTC, in seconds.
  public var offset: Int

  public init(
    format: Format, offset: Int = Moment.standardOffset,
    shown: @escaping @Sendable (String) -> String
  ) {
    self.format = format
    self.offset = offset
    self.shown = shown
  }

  /// What stands before the first order.
  public var head: [UInt8] {
    switch format {
    case .jsonl: []
    case .csv: Array((Self.columns.joined(separator: ",") + "\r\n").utf8)
    case .open311: Array("[\n".utf8)
    }
  }

  /// What stands behind the last.
  public var foot: [UInt8] { format == .open311 ? Array("\n]\n".utf8) : [] }

  /// One order; `isFirst` tells whether another stands before it.
  public func bytes(of order: WorkOrder, isFirst: Bool) -> [UInt8] {
    switch format {
    case .jsonl: json(order) + [0x0A]
    case .csv: row(order)
    case .open311: (isFirst ? [] : Array(",\n".utf8)) + request(order)
    }
  }
}
