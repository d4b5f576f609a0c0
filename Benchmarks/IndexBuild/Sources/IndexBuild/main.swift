import CityIndex
import Foundation

// Processor time, of all threads, of reading a folder and of building its index: folding, terms, digests, postings and
// writing the file. `IndexBuild FOLDER INDEX [ROUNDS]`; the index is written anew each round.

func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func line(_ what: String, _ times: [Double]) -> String {
  let sorted = times.sorted()
  return what
    + String(format: " least %.3f s, median %.3f s", sorted[0], sorted[sorted.count / 2])
}

guard CommandLine.arguments.count > 2 else {
  print("usage: IndexBuild FOLDER INDEX [ROUNDS]")
  exit(2)
}
let (folder, index) = (CommandLine.arguments[1], CommandLine.arguments[2])
let rounds = CommandLine.arguments.count > 3 ? Int(CommandLine.arguments[3]) ?? 5 : 5
var (reads, builds): ([Double], [Double]) = ([], [])
for _ in 0..<max(1, rounds) {
  let start = processorTime()
  let reading = try DocumentReader().read(folder: folder)
  let middle = processorTime()
  let tables = WorkSizes.table(of: reading.documents).map { [$0] } ?? []
  _ = try IndexBuilder().write(
    reading.documents, tables: tables, synonyms: [], fingerprint: "", to: index)
  let end = processorTime()
  reads.append(middle - start)
  builds.append(end - middle)
}
print(line("reading", reads))
print(line("building", builds))
