/// Changes to a valid file that an input says.
///
/// The input is a byte of flags (1: checksums are made right again; 2: its last two bytes say how much of the file
/// is kept; others belong to the target), then per change two bytes of place, little-endian, and the new byte.
struct FileChanges {
  let flags: UInt8
  private var edits: ArraySlice<UInt8>
  /// What the input says of how much is kept, before it is cut down to the file.
  private var kept: Int?

  init(_ input: some Sequence<UInt8>) {
    edits = Array(input)[...]
    flags = edits.popFirst() ?? 0
    guard flags & 2 != 0, edits.count >= 2 else { return }
    let high = Int(edits.removeLast())
    kept = high << 8 | Int(edits.removeLast())
  }

  /// The changed file.
  /// - Parameter seal: makes its checksums right, so that what lies behind them is reached.
  func made(to whole: [UInt8], seal: (inout [UInt8]) -> Void) -> [UInt8] {
    var file = whole
    var edits = edits
    while edits.count >= 3 {
      let place = Int(edits.removeFirst()) | Int(edits.removeFirst()) << 8
      file[place % file.count] = edits.removeFirst()
    }
    if flags & 1 != 0 { seal(&file) }
    return kept.map { Array(file[..<($0 % (file.count + 1))]) } ?? file
  }
}
