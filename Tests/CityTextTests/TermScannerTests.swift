import CityText
import Testing

@Suite("Terms")
struct TermScannerTests {
  /// What a term is, told by its text.
  private struct Seen: Equatable {
    var kind: Term.Kind
    var text: String
    var range: Range<Int>
  }

  /// The same by strings: fold, cut into runs, pair.
  private func slow(_ text: String) -> [Seen] {
    var items: [(form: Unicode.Scalar, start: Int, end: Int)] = []
    var at = 0
    for scalar in text.unicodeScalars {
      let length = String(scalar).utf8.count
      let form = Folding.fold(String(scalar)).unicodeScalars
      if let form = form.first { items.append((form, at, at + length)) }
      at += length
    }
    func isHan(_ s: Unicode.Scalar) -> Bool {
      switch s.value {
      case 0x3400..<0xA000, 0x20000..<0x32000, 0xF900..<0xFB00, 0xAC00..<0xD7A4, 0x3041..<0x3100,
        0x3005, 0x3007:
        true
      default: false
      }
    }
    func isLetter(_ s: Unicode.Scalar) -> Bool {
      switch s.value {
      case 0x61...0x7A, 0x370..<0x530, 0x1E00..<0x2000: true
      case 0xC0..<0x250: s.value != 0xD7 && s.value != 0xF7
      default: false
      }
    }
    func isDigit(_ s: Unicode.Scalar) -> Bool { ("0"..."9").contains(s) }
    var seen: [Seen] = []
    var i = 0
    while i < items.count {
      let item = items[i]
      if isHan(item.form) {
        seen.append(Seen(kind: .unigram, text: String(item.form), range: item.start..<item.end))
        if i > 0, isHan(items[i - 1].form) {
          seen.append(
            Seen(
              kind: .bigram, text: String(items[i - 1].form) + String(item.form),
              range: items[i - 1].start..<item.end))
        }
        i += 1
      } else if isLetter(item.form) || isDigit(item.form) {
        let number = isDigit(item.form)
        var j = i
        var text = ""
        while j < items.count {
          let form = items[j].form
          if number {
            let digitsBehind = items[(j + 1)...].prefix { isDigit($0.form) }.count
            let group = text.utf8.reversed().prefix { $0 != UInt8(ascii: ",") }.count
            let joins =
              form == "." && digitsBehind > 0
              || form == "," && digitsBehind == 3 && group <= 3 && !text.contains(".")
            guard isDigit(form) || joins else { break }
            text.unicodeScalars.append(form)
          } else {
            guard isLetter(form) else { break }
            text.unicodeScalars.append(form)
          }
          j += 1
        }
        text.removeAll { $0 == "," }
        if !number { text = String(decoding: EnglishStemmer.stem(Array(text.utf8)), as: UTF8.self) }
        seen.append(
          Seen(
            kind: number ? .number : .word, text: text, range: item.start..<items[j - 1].end))
        i = j
      } else {
        i += 1
      }
    }
    return seen
  }

  @Test func termsAreThoseOfTheSlowScanner() {
    var generator = SeededGenerator(seed: 5)
    // Equal texts must have equal keys, different texts different ones.
    var keys: [String: UInt64] = [:]
    var texts: [UInt64: String] = [:]
    for _ in 0..<400 {
      let text = RandomText.scalars(40, using: &generator)
      let terms = TermScanner.terms(of: text)
      let expected = slow(text)
      #expect(terms.map(\.kind) == expected.map(\.kind))
      #expect(
        terms.map { Folding.fold(String(decoding: Array(text.utf8)[$0.range], as: UTF8.self)) }
          == expected.map {
            Folding.fold(String(decoding: Array(text.utf8)[$0.range], as: UTF8.self))
          })
      for (term, seen) in zip(terms, expected) {
        let name = "\(seen.kind) \(seen.text)"
        #expect(keys[name, default: term.key] == term.key, "\(name)")
        #expect(texts[term.key, default: name] == name, "\(name)")
        keys[name] = term.key
        texts[term.key] = name
        #expect(term.key >> 60 == UInt64(seen.kind.rawValue) + 1)
      }
    }
  }

  @Test(
    "Spellings of one term share their key",
    arguments: [
      ("permits", "permit"), ("Applications", "application"), ("身份證", "身份证"), ("１２", "12"),
      ("1,000", "1000"), ("ＣＯＶＩＤ", "covid"),
    ])
  func spellingsShareTheirKey(_ one: String, _ other: String) {
    #expect(TermScanner.terms(of: one).map(\.key) == TermScanner.terms(of: other).map(\.key))
  }

  @Test func onlyTheCommasOfThousandsAreLeftOut() {
    #expect(TermScanner.terms(of: "2023,2024").count == 2)
    #expect(TermScanner.terms(of: "1,2,3").count == 3)
    #expect(TermScanner.terms(of: "12,345,678").count == 1)
  }

  @Test func partsOfATokenAreTermsOfTheirOwn() {
    #expect(
      TermScanner.terms(of: "i深圳 10-30-24").map(\.kind) == [
        .word, .unigram, .unigram, .bigram, .number, .number, .number,
      ])
  }

  @Test func noPairCrossesPunctuation() {
    #expect(!TermScanner.terms(of: "身，份 证").contains { $0.kind == .bigram })
    #expect(TermScanner.terms(of: "身\u{200B}份").contains { $0.kind == .bigram })
  }

  @Test func aPartOfATextIsScannedAlone() {
    let bytes = Array("办理身份证".utf8)
    var ranges: [Range<Int>] = []
    TermScanner.scan(bytes, in: 6..<12) { ranges.append($0.range) }
    #expect(ranges == [6..<9, 9..<12, 6..<12])
  }
}
