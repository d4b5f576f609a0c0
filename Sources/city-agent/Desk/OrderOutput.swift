import FoundationEssentials
import Glibc
import TriageSkill

/// The orders' file: appended in input order; a resumed run writes only what is not there yet.
///
/// Orders follow from the input alone, so a resumed run makes them all again, compares what stands in the file byte by byte,
/// and goes on behind it: a file of other orders is never continued.
struct OrderOutput {
  let form: OrderForm
  private let file: BatchFile
  private let path: String
  /// Bytes that stand in the file and were not met again yet.
  private var standing = 0
  private var met = 0
  private var old: Int32 = -1
  private var isFirst = true

  /// - Parameter resumes: whether the file's whole lines are kept; else it is written anew.
  init(_ path: String, form: OrderForm, resumes: Bool) throws(CommandFailure) {
    self.form = form
    self.path = path
    file = try BatchFile(path)
    if resumes {
      standing = try Self.wholeLines(of: path)
      old = open(path, O_RDONLY | O_CLOEXEC)
    }
    try file.begin(at: standing)
    try write(form.head)
  }

  /// The bytes of a file up to the end of its last whole line.
  private static func wholeLines(of path: String) throws(CommandFailure) -> Int {
    guard let size = FilePath.size(path), size > 0 else { return 0 }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw CommandFailure(
        .usage, "unreadable", Phrase.cannotRead.text(path, String(cString: strerror(errno))))
    }
    defer { close(descriptor) }
    var end = size
    var block = [UInt8](repeating: 0, count: 65_536)
    while end > 0 {
      let start = max(0, end - block.count)
      let count = pread(descriptor, &block, end - start, off_t(start))
      guard count == end - start else { return 0 }
      if let at = block[..<count].lastIndex(of: 0x0A) { return start + at + 1 }
      end = start
    }
    return 0
  }

  mutating func append(_ orders: [WorkOrder]) throws(CommandFailure) {
    for order in orders {
      try write(form.bytes(of: order, isFirst: isFirst))
      isFirst = false
    }
  }

  mutating func append(error: [UInt8]) throws(CommandFailure) { try write(error) }

  mutating func finish() throws(CommandFailure) {
    try write(form.foot)
    if met < standing {
      throw .usage(Phrase.ordersAreOthers.text(path))
    }
    try file.sync()
    if old >= 0 { close(old) }
  }

  private mutating func write(_ bytes: [UInt8]) throws(CommandFailure) {
    guard met < standing else { return try file.append(bytes, lines: 1) }
    let known = min(bytes.count, standing - met)
    var there = [UInt8](repeating: 0, count: known)
    guard pread(old, &there, known, off_t(met)) == known, there.elementsEqual(bytes[..<known])
    else {
      throw .usage(Phrase.ordersAreOthers.text(path))
    }
    met += known
    if known < bytes.count { try file.append(Array(bytes[known...]), lines: 1) }
  }
}
