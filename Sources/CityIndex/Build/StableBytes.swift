/// Bytes at a place that does not move, aligned as in a file.
final class StableBytes: @unchecked Sendable {
  let view: ByteView
  private let memory: UnsafeMutableRawBufferPointer

  init(_ bytes: [UInt8]) {
    memory = .allocate(byteCount: max(8, bytes.count), alignment: 8)
    memory.copyBytes(from: bytes)
    view = ByteView(base: UnsafeRawPointer(memory.baseAddress), count: bytes.count)
  }

  /// - Parameter fill: writes all of the bytes.
  init(count: Int, _ fill: (UnsafeMutableRawBufferPointer) -> Void) {
    memory = .allocate(byteCount: max(8, count), alignment: 8)
    fill(UnsafeMutableRawBufferPointer(rebasing: memory[..<count]))
    view = ByteView(base: UnsafeRawPointer(memory.baseAddress), count: count)
  }

  deinit { memory.deallocate() }
}
