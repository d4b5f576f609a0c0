import FoundationEssentials
import Glibc

// Before anything else can open a file.
StandardStreams.reserve()
let words = RawArguments.words()
// Off the main actor from the first statement: an await from it costs 11 µs instead of 20 ns.
let status = await Task.detached { await Program.run(words) }.value
exit(status.rawValue)
