import FoundationEssentials
import Glibc

/// Standard input, output and error, which a parent may have left closed.
enum StandardStreams {
  /// Fills what is closed with a descriptor that only gives errors.
  ///
  /// Otherwise the next file opened would take the number, and messages would be written into it.
  static func reserve() {
    // In rising order: `open` takes the lowest free number.
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
