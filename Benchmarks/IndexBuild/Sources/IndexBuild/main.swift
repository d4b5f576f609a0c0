import CityIndex
import Foundation

// Processor time, of all threads, of reading a folder and of building its index: checks, folding, terms, digests,
// postings and writing the file. A round is a process of its own, as a build is.
//
//     IndexBuild FOLDER INDEX [JOBS]

func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

guard CommandLine.arguments.count > 2 else {
  print("usage: IndexBuild FOLDER INDEX [JOBS]")
  exit(2)
}
let (folder, index) = (CommandLine.arguments[1], CommandLine.arguments[2])
let jobs = CommandLine.arguments.count > 3 ? Int(CommandLine.arguments[3]) ?? 0 : 0
try? FileManager.default.removeItem(atPath: index)
let start = processorTime()
let reading = try DocumentReader().read(folder: folder)
let middle = processorTime()
let tables = WorkSizes.table(of: reading.documents).map { [$0] } ?? []
_ = try IndexBuilder(jobs: jobs).write(
  reading.documents, tables: tables, synonyms: [], fingerprint: "", to: index)
let end = processorTime()
print(String(format: "read_cpu_s %.3f build_cpu_s %.3f", middle - start, end - middle))
