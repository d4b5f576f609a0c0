/// A desk that a conversation may file reports at, and its clock.
public struct ReportDesk: Sendable {
  public let orders: OrderDesk
  /// The moment on the desk's clock.
  public let now: @Sendable () -> Moment

  public init(_ orders: OrderDesk, now: @escaping @Sendable () -> Moment) {
    self.orders = orders
    self.now = now
  }
}
