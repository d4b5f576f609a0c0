import CityNet

/// Transfers as the gate would clear them.
enum TransferSample {
  /// Generous limits: a test that waits for them has failed.
  static let limits = TransferLimits(
    connect: .seconds(120), firstByte: .seconds(120), idle: .seconds(120), total: .seconds(600))

  static func cleared(
    _ url: String, headers: [(name: String, value: String)] = [], body: String? = nil,
    limits: TransferLimits = TransferSample.limits, route: TransferRoute = TransferRoute()
  ) throws -> ClearedTransfer {
    try ClearedTransfer(
      address: TransferAddress(url), headers: headers, body: body.map { Array($0.utf8) },
      limits: limits, route: route)
  }

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
