import Glibc

/// The whole parts of an index file, mapped for reading until they are released.
///
/// An update appends a part: its header comes last and lies within one block, so a reader sees the part or
/// does not see it. Whatever stands behind the last part with a header is of an update that is not
/// done, or was killed: it is neither mapped nor read.
///
/// Limit: a program that cuts the file short *in place* while it is mapped makes the kernel stop this
/// process (SIGBUS) at the next read past the new end. ``IndexBuilder`` never cuts into a whole part.
final class MappedFile: Sendable {
  let view: ByteView
  /// Where its parts stand.
  let parts: [Range<Int>]

  /// Maps `path`. Files up to `populate` bytes are brought in at once: they are about to be summed.
  /// - Parameter isWhole: whether it is a file of another kind, which has no parts of its own.
  init(_ path: String, populate: Int, isWhole: Bool = false) throws(IndexError) {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let code: IndexError.Code = errno == ENOENT ? .notFound : .unreadable
      throw IndexError(code, "cannot open the index: \(SystemCall.reason())", path: path)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw IndexError(.unreadable, "cannot read the index: \(SystemCall.reason())", path: path)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw IndexError(.notAnIndex, "this is no file; name an index file", path: path)
    }
    guard status.st_size > 0 else {
      throw IndexError(.notAnIndex, "the file is empty; build the index again", path: path)
    }
    parts =
      isWhole
      ? [0..<Int(status.st_size)] : try PartChain.parts(of: descriptor, path: path)
    let size = parts.last?.upperBound ?? 0
    let flags = MAP_PRIVATE | (size <= populate ? MAP_POPULATE : 0)
    guard let base = mmap(nil, size, PROT_READ, flags, descriptor, 0), base != MAP_FAILED else {
      throw IndexError(.unreadable, "cannot map the index: \(SystemCall.reason())", path: path)
    }
    view = ByteView(base: base, count: size)
  }

  deinit {
    munmap(UnsafeMutableRawPointer(mutating: view.raw.baseAddress), view.count)
  }
}
