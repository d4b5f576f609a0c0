import Foundation

@testable import FuzzTargets

/// libFuzzer's loop, which `-sanitize=fuzzer` links in.
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// What is fuzzed in this process, named by the variable FUZZ_TARGET.
enum Fuzzed {
  static let target: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      fatalError("set FUZZ_TARGET to one of \(FuzzTarget.allCases.map(\.rawValue))")
    }
    return target
  }()

  static let targets: FuzzTargets = {
    do { return try FuzzTargets() } catch { fatalError("\(error)") }
  }()

  static func run(_ bytes: [UInt8]) {
    let done = DispatchSemaphore(value: 0)
    // Begins on this thread and usually ends on it: a hop to another would cost more than most runs.
    Task.immediateDetached {
      do { try await targets.run(target, on: bytes) } catch { fatalError("\(error)") }
      done.signal()
    }
    done.wait()
  }
}

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(
  runDriver(&count, &arguments) { data, size in
    Fuzzed.run(Array(UnsafeBufferPointer(start: data, count: size)))
    return 0
  })
