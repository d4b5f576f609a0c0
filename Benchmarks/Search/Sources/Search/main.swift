import CityAgent
import CityIndex
import CityJSON
import Glibc

// Search INDEX QUERIES.jsonl [PASSES] [reading|first|full]: CPU time of a question, one thread, best pass.

func seconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

func lines(_ path: String) throws -> [[UInt8]] {
  guard let file = fopen(path, "rb") else {
    throw IndexError(.unreadable, "cannot read", path: path)
  }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
    bytes += buffer[..<count]
  }
  return bytes.split(separator: 0x0A).map(Array.init)
}

func run(_ arguments: [String]) throws {
  let passes = arguments.count > 3 ? Int(arguments[3]) ?? 15 : 15
  let index = try KnowledgeIndex.open(arguments[1])
  let questions = try lines(arguments[2]).compactMap { try JSONScanner.read($0)["text"]?.string }
  let full = PassageRanker(index, silent: QuestionWords.phrases)
  let fast = PassageRanker(index, silent: QuestionWords.phrases, weights: nil)
  var touched = (pairs: 0, characters: 0)
  for text in questions {
    for term in fast.question(text).query.terms {
      let postings = index.frequency(of: term.key)
      if term.key >> 60 == 1 { touched.characters += postings } else { touched.pairs += postings }
    }
  }
  let count = max(1, questions.count)
  print("\(count) questions over \(index.passageCount) passages; postings of a question's terms:")
  print(
    "  \(touched.pairs / count) of pairs and words, \(touched.characters / count) of characters")
  let only = arguments.count > 4 ? arguments[4] : ""
  func time(_ mode: String, _ name: String, _ body: (String) -> Int) {
    guard only.isEmpty || only == mode else { return }
    var best = Double.infinity
    var sum = 0
    for _ in 0..<passes {
      let start = seconds()
      for text in questions { sum += body(text) }
      best = min(best, seconds() - start)
    }
    precondition(sum > 0)
    print("  \(name): \((best / Double(count) * 1e7).rounded() / 10) µs")
  }
  time("reading", "reading the question") { fast.question($0).query.terms.count }
  time("first", "top 10, not ranked again") { fast.passages(for: $0, limit: 10).count }
  time("full", "top 10, full quality") { full.passages(for: $0, limit: 10).count }
}

if CommandLine.arguments.count > 2 {
  try run(CommandLine.arguments)
} else {
  print("Search INDEX QUERIES.jsonl [PASSES] [reading|first|full]")
}
