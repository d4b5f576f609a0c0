import CityText

/// How many tokens a text takes, without the tokenizer of any model.
///
/// Rather too many than too few: a character of Chinese, Japanese or Korean counts 1, as do a digit, a mark and every
/// four letters of a Latin word; other scripts count 1 a character. Tokenizers of today's models need 0.6 to 1.0
/// tokens a Chinese character and about 1.3 an English word.
enum TokenEstimate {
  /// - Complexity: O(*n*).
  static func count(_ text: String) -> Int {
    var count = 0
    var letters = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A:
        if letters % 4 == 0 { count += 1 }
        letters += 1
        continue
      case 0x20, 0x09, 0x0A, 0x0D: break
      default: count += 1
      }
      letters = 0
    }
    return count
  }

  /// Messages, with what each costs beside its text.
  static func count(_ messages: [PromptMessage]) -> Int {
    messages.reduce(0) { $0 + count($1.text) + 4 }
  }
}
