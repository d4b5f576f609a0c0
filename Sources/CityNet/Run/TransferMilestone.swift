/// What a transfer has come to, as its observer is told: in order, on the transfer thread, before the reader knows.
enum TransferMilestone: Sendable {
  /// The first byte of a body.
  case answered(status: Int)
  /// The whole answer.
  case ended(status: Int)
  /// A failure that the reader did not cause.
  case failed(TransferError)
}
