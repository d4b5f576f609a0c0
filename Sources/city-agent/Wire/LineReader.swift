import FoundationEssentials
import Glibc

/// One line of an input: its number from 1, and its bytes without the line end.
struct InputLine: Sendable {
  enum Content: Sendable {
    case bytes([UInt8])
    /// Longer than the reader keeps; how long it is.
    case tooLong(Int)
  }
  var number: Int
  var content: Content
  /// Whether a line end stood after it; only the last line of a file may lack one.
  var isWhole: Bool
  /// Offset of the first byte after it.
  var end: Int
}

/// Reads lines from a descriptor; its memory depends on the longest line kept, not on the input.
final class LineReader {
  private let descriptor: Int32
  private let limit: Int
  private let name: String
  private var block: [UInt8] = []
  private var at = 0
  private var number = 0
  private var offset = 0
  private var ended = false

  /// - Parameters:
  ///   - limit: longest line kept, in bytes.
  ///   - name: what messages call the input.
  init(_ descriptor: Int32, limit: Int, name: String = "stdin") {
    self.descriptor = descriptor
    self.limit = limit
    self.name = name
  }

  /// Whether a line can be had without waiting for a slow writer.
  var isReady: Bool {
    if ended || block[at...].contains(0x0A) { return true }
    var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&wait, 1, 0) != 0
  }

  /// The next line; nil at the end, and where a signal has asked to stop.
  /// - Throws: ``CommandFailure`` where the input cannot be read.
  func next() throws(CommandFailure) -> InputLine? {
    var line: [UInt8] = []
    var length = 0
    while true {
      if at == block.count {
        guard try fill() else { break }
      }
      let newline = endOfLine()
      let piece = at..<(newline ?? block.count)
      length += piece.count
      if length <= limit { line += block[piece] } else { line = [] }
      at = piece.upperBound
      if newline != nil {
        at += 1
        return finished(line, length: length, isWhole: true)
      }
    }
    // What a stop cut off is no line.
    guard length > 0, !StopSignal.isRaised else { return nil }
    return finished(line, length: length, isWhole: false)
  }

  private func finished(_ bytes: [UInt8], length: Int, isWhole: Bool) -> InputLine {
    number += 1
    offset += length + (isWhole ? 1 : 0)
    var bytes = bytes
    if bytes.last == 0x0D { bytes.removeLast() }
    if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    let content: InputLine.Content = length > limit ? .tooLong(length) : .bytes(bytes)
    return InputLine(number: number, content: content, isWhole: isWhole, end: offset)
  }

  private func endOfLine() -> Int? {
    block.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let found = memchr(base + at, 0x0A, bytes.count - at)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  private func fill() throws(CommandFailure) -> Bool {
    guard !ended else { return false }
    if block.count < 65_536 { block = [UInt8](repeating: 0, count: 65_536) }
    while true {
      let n = block.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, 65_536) }
      if n > 0 {
        if n < block.count { block.removeLast(block.count - n) }
        at = 0
        return true
      }
      if n == 0 {
        ended = true
        block = []
        at = 0
        return false
      }
      if errno == EINTR {
        if StopSignal.isRaised {
          ended = true
          block = []
          at = 0
          return false
        }
      } else if errno == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&wait, 1, -1)
      } else {
        throw CommandFailure(
          .usage, "unreadable",
          Phrase.cannotRead.text("\(name):\(number + 1)", String(cString: strerror(errno))))
      }
    }
  }
}
