import CityText
import Testing

@testable import CityIndex

/// Runs against a dictionary that counts term by term.
struct RunScannerTests {
  /// A posting as a run gives it, its signature by the table of the run.
  struct Posting: Equatable {
    var passage: Int
    var counts: SIMD4<UInt32>
  }

  static func postings(of run: TermRun) -> [(key: UInt64, postings: [Posting])] {
    (0..<run.termCount).map { term in
      var source = run.view.raw.baseAddress! + run.start(term)
      var passage = UInt32.max
      let postings = (0..<run.count(term)).map { _ in
        let posting = RunPosting.read(&source)
        passage = passage &+ posting.distance &+ 1
        return Posting(
          passage: run.firstPassage + Int(passage),
          counts: run.signatures[Int(posting.signature)])
      }
      return (run.key(term), postings)
    }
  }

  /// The obvious way: every term of every field by itself.
  static func counted(
    _ documents: [SourceDocument], firstPassage: Int
  ) -> (postings: [UInt64: [Posting]], lengths: [SIMD4<UInt32>]) {
    var all: [UInt64: [Posting]] = [:]
    var lengths: [SIMD4<UInt32>] = []
    for document in documents {
      for clause in document.clauses {
        let body = String(decoding: document.text[clause.range], as: UTF8.self)
        let fields = [
          [document.metadata.title], document.metadata.aliases, [clause.heading], [body],
        ]
        var found: [UInt64: SIMD4<UInt32>] = [:]
        var length = SIMD4<UInt32>()
        for (field, texts) in fields.enumerated() {
          for term in texts.flatMap(TermScanner.terms) {
            found[term.key, default: SIMD4()][field] += 1
            length[field] += 1
          }
        }
        for (key, counts) in found {
          all[key, default: []].append(
            Posting(passage: firstPassage + lengths.count, counts: counts))
        }
        lengths.append(length)
      }
    }
    return (all, lengths)
  }

  func expectCounted(
    _ documents: [SourceDocument], by scanner: RunScanner = RunScanner(), firstPassage: Int = 0
  ) {
    let scans = scanner.scan(documents, firstPassage: firstPassage)
    let (expected, lengths) = Self.counted(documents, firstPassage: firstPassage)
    #expect(scans.flatMap(\.lengths) == lengths)
    var found: [UInt64: [Posting]] = [:]
    for scan in scans {
      let lists = Self.postings(of: scan.run)
      #expect(lists.map(\.key) == lists.map(\.key).sorted())
      for (key, postings) in lists { found[key, default: []] += postings }
      var counts: [SIMD4<UInt32>: Int] = [:]
      for posting in lists.flatMap(\.postings) { counts[posting.counts, default: 0] += 1 }
      #expect(scan.signatureCounts == scan.run.signatures.map { counts[$0] ?? 0 })
    }
    #expect(found == expected)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func aRunHoldsWhatItsPassagesHold(seed: UInt64) {
    var corpus = RandomCorpus(seed: seed)
    expectCounted(corpus.documents(60), firstPassage: 1000)
  }

  @Test func theMemoryOfOneStretchDoesNotShowInTheNext() {
    var corpus = RandomCorpus(seed: 9)
    let scanner = RunScanner()
    for size in [40, 1, 0, 25] { expectCounted(corpus.documents(size), by: scanner) }
  }

  /// Beyond U+FFFF, beside characters that are not, in one bigram with them.
  @Test func rareCharactersAreTermsLikeOthers() {
    expectCounted([
      IndexSample.document(
        "a", title: "𠮷野家", aliases: ["吉𠮷", "𠮷𠮷"],
        clauses: [("々〇", "一𠮷一𡈽𠮷"), ("", "カタカナ한국어字𠮷A4"), ("𠮷", "")])
    ])
  }

  /// More than 15 and more than 65,535 times in one field, and distances that need more than 12 bits.
  @Test func whatDoesNotFitTheUsualPostingIsKept() {
    let often = String(repeating: "水", count: 70_000) + String(repeating: "火木", count: 40)
    expectCounted([
      IndexSample.document("a", title: "水", clauses: [("火", often), ("", "石")]),
      IndexSample.document(
        "b", title: "", clauses: (0..<5000).map { ("", $0 == 4999 ? "石 stone" : "空") }),
    ])
  }

  /// Thousands of different terms in one field, which no memory was ready for.
  @Test func aLongTitleAndALongPassageAreCounted() {
    var generator = SeededGenerator(state: 4)
    func text(_ count: Int) -> String {
      String(
        String.UnicodeScalarView(
          (0..<count).compactMap { _ in
            Unicode.Scalar(UInt32.random(in: 0x4E00..<0x9FA5, using: &generator))
          }))
    }
    expectCounted([
      IndexSample.document(
        "a", title: text(3000), aliases: [text(2500)],
        clauses: [("", text(6000)), ("标题", text(10))])
    ])
  }

  @Test func moreThan65536WordsAreInOrder() {
    let words = (0..<70_000).map { "\($0)" }.joined(separator: " ")
    expectCounted([
      IndexSample.document("a", title: "", clauses: [("", words), ("", "69999 3 3 7")])
    ])
  }

  @Test func aLongTitleOverManyPassagesGivesSeveralRuns() {
    let document = IndexSample.document(
      "a", title: "深圳经济特区养老服务条例", aliases: ["养老 service"],
      clauses: (0..<40).map { ("第\($0)条", "正文\($0)") })
    let scanner = RunScanner(limit: 100)
    #expect(scanner.scan([document]).count > 5)
    expectCounted([document, document], by: scanner, firstPassage: 7)
  }
}
