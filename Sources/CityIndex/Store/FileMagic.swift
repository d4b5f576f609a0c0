/// How the files of this module begin: eight characters, of which the last belongs to the version, then the u32 version.
struct FileMagic {
  let bytes: [UInt8]
  /// The one version that is read.
  let version: Int

  /// Tells a foreign file and one of another version from a damaged one.
  /// - Parameters:
  ///   - foreign: what to say of a file of another kind.
  ///   - name: what the file holds, as in “the index has”.
  ///   - advice: what to do about another version.
  func check(
    _ view: ByteView, foreign: String, name: String, advice: String, path: String
  ) throws(IndexError) {
    let found = view.slice(0, bytes.count)?.bytes ?? []
    guard found.dropLast() == bytes.dropLast() else {
      throw IndexError(.notAnIndex, foreign, path: path)
    }
    let other = Int(view.u32(bytes.count))
    guard found == bytes, other == version else {
      throw IndexError(
        .otherVersion,
        "\(name) format version \(other) and this program reads version \(version); \(advice)",
        path: path)
    }
  }
}
