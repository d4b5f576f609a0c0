import CityIndex
import Glibc

// VectorSearch FOLDER [PASSAGES] [DIMENSION]: CPU time of an exact search over invented vectors, one thread.

func milliseconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
}

func run(_ arguments: [String]) throws {
  let folder = arguments.count > 1 ? arguments[1] : "/tmp"
  let passages = arguments.count > 2 ? Int(arguments[2]) ?? 100_000 : 100_000
  let dimension = arguments.count > 3 ? Int(arguments[3]) ?? 384 : 384
  var state: UInt64 = 42
  func vector() -> [Float] {
    (0..<dimension).map { _ in
      // Two steps of SplitMix64's mixing are enough for a benchmark.
      state &+= 0x9E37_79B9_7F4A_7C15
      let mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      return Float(Int32(truncatingIfNeeded: mixed >> 32)) / Float(Int32.max)
    }
  }
  let path = folder + "/vector-search.index"
  let documents = (0..<passages / 100).map { number in
    var text: [UInt8] = []
    let clauses = (0..<100).map { clause in
      let start = text.count
      text += "passage \(number) \(clause)\n".utf8
      return SourceClause(path: "\(clause)", heading: "", range: start..<text.count - 1)
    }
    var metadata = DocumentMetadata()
    metadata["kind"] = [number % 10 == 0 ? "guide" : "policy"]
    return SourceDocument(id: "d\(number)", metadata: metadata, text: text, clauses: clauses)
  }
  _ = try IndexBuilder().write(documents, tables: [], synonyms: [], fingerprint: "", to: path)
  let index = try KnowledgeIndex.open(path)
  let build = try VectorBuild(index, model: "random")
  var start = 0
  while start < build.missing.count {
    let part = build.missing[start..<min(start + 10_000, build.missing.count)]
    try build.append(part.map { _ in vector() }, for: part)
    start += part.count
  }
  _ = try build.finish()
  let opening = milliseconds()
  let vectors = try VectorIndex.open(VectorIndex.path(of: path))
  print("open: \(milliseconds() - opening) ms, \(vectors.bytes) bytes")
  var guides = IndexQuery(terms: [])
  guides.kinds = ["guide"]
  for (name, query) in [("all", nil), ("one passage in ten kept", guides)]
    as [(String, IndexQuery?)]
  {
    var times: [Double] = []
    for _ in 0..<60 {
      let question = vector()
      let begin = milliseconds()
      let found = try vectors.search(question, keeping: query, in: index, limit: 10)
      times.append(milliseconds() - begin)
      precondition(found.count == 10)
    }
    times.sort()
    print("\(name): least \(times[0]), median \(times[30]), most \(times[59]) ms of CPU")
  }
  unlink(path)
  unlink(VectorIndex.path(of: path))
}

try run(CommandLine.arguments)
