import CityText

/// Holds a model's sentences, one after the other, against the proved sentence that they rewrite.
///
/// Each must have its facts and quoted names in the clause, at least 80 % of its terms in the clause's own text, be in its
/// language and in plain characters, and be read word by word from the proved sentence (``RewriteAlignment``).
struct RewriteCheck {
  /// Least share of a sentence's terms that stand in the clause.
  static let leastShare = 0.8

  /// Why a sentence does not hold.
  enum Fault: Equatable {
    case characters, language, facts, terms, words
  }

  private let source: RewriteSource
  private let clauseTerms: TermSet
  private var alignment: RewriteAlignment

  init(_ source: RewriteSource) {
    self.source = source
    clauseTerms = TermSet([source.clause.folded])
    alignment = RewriteAlignment(
      source: RewriteToken.read(source.text),
      context: ([source.title] + source.path.split(separator: "/").map(String.init)).map {
        RewriteToken.read($0)
      })
  }

  /// Whether the sentences taken so far say all that the proved one says.
  var isComplete: Bool { alignment.isComplete }

  /// Takes a sentence that holds; what does not changes nothing.
  mutating func take(_ sentence: String) -> Fault? {
    guard Self.isPlain(sentence) else { return .characters }
    guard Self.language(of: sentence) == source.clause.language else { return .language }
    guard source.clause.supports(sentence) else { return .facts }
    guard termShares(sentence).allSatisfy({ $0 >= Self.leastShare }) else { return .terms }
    return alignment.take(RewriteToken.read(sentence)) ? nil : .words
  }

  /// The shares of a sentence's terms that stand in the clause: of all its terms, and of those with content.
  private func termShares(_ sentence: String) -> [Double] {
    let folded = Folding.fold(Array(sentence.utf8))
    let silent = RewriteWords.table.phrases.matches(in: folded).filter {
      RewriteWords.table.roles[$0.number] == .joining
    }
    var (all, content) = ((held: 0, count: 0), (held: 0, count: 0))
    TermScanner.scan(folded) { term in
      // A number is a fact: 三个工作日 and 3个工作日 share it, not its characters.
      guard term.kind == .bigram || term.kind == .word else { return }
      let held = clauseTerms.contains(term.key) ? 1 : 0
      all = (all.held + held, all.count + 1)
      if !silent.contains(where: { $0.range.overlaps(term.range) }) {
        content = (content.held + held, content.count + 1)
      }
    }
    return [all, content].map { $0.count == 0 ? 1 : Double($0.held) / Double($0.count) }
  }

  /// The language that a text counts as: of a text of figures alone, Chinese.
  static func language(of text: String) -> WrittenLanguage {
    WrittenLanguage.detect(Array(text.utf8))
  }

  /// Whether a text has only letters, digits, spaces and the marks of prose: nothing that a terminal or page obeys,
  /// nothing invisible.
  static func isPlain(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xFF10...0xFF19, 0xFF21...0xFF3A,
        0xFF41...0xFF5A:
        true
      case 0x3400...0x9FFF, 0x20000...0x3FFFF, 0xC0...0x24F: scalar.value != 0xD7
      default: marks.contains(scalar)
      }
    }
  }

  private static let marks = Set(
    " ,.;:!?()'\"%&/-+~#@°，。；：、！？（）“”‘’《》「」『』【】〔〕·—–…～％／．＋－℃№①②③④⑤⑥⑦⑧⑨⑩"
      .unicodeScalars)
}
