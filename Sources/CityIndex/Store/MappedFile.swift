import Glibc

/// A whole file mapped for reading until it is released.
///
/// Limit: a program that cuts the file short *in place* while it is mapped makes the kernel stop this
/// process (SIGBUS) at the next read past the new end. ``IndexBuilder`` never does: it renames a new
/// file over the old one, and the old one lives on until its last reader has gone.
final class MappedFile: Sendable {
  let view: ByteView

  /// Maps `path`. Files up to `populate` bytes are brought in at once: they are about to be summed.
  init(_ path: String, populate: Int) throws(IndexError) {
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
    let size = Int(status.st_size)
    guard size > 0 else {
      throw IndexError(.notAnIndex, "the file is empty; build the index again", path: path)
    }
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
