import CityJSON
import TriageSkill

extension JSONWriter {
  /// `{"id","label","second","margin","unsure"}`, and with an explanation `deciding`, `opposing`, `nearest`.
  mutating func classified(
    _ id: String, _ classification: Classification?,
    because explanation: ClassificationExplanation? = nil, in text: [UInt8] = []
  ) {
    object { w in
      w.key("id", id)
      w.key("label", classification?.label)
      w.key("second", classification?.second)
      w.key("margin", rounded(classification?.margin ?? 0))
      w.key("unsure", classification?.isUnsure ?? true)
      guard let explanation else { return }
      w.key("deciding")
      w.phrases(explanation.deciding, text)
      w.key("opposing")
      w.phrases(explanation.opposing, text)
      w.key("nearest")
      w.array(explanation.precedents) { w, precedent in
        w.object { w in
          w.key("id", precedent.id)
          w.key("label", precedent.label)
          w.key("similarity", rounded(precedent.similarity))
        }
      }
    }
  }

  /// `{"line","id","error":{"code","message"}}`.
  mutating func failed(_ entry: LabelledFile.Entry, _ problem: TriageError) {
    object { w in
      w.key("line", entry.line)
      if let id = entry.id { w.key("id", id) }
      w.key("error")
      w.error(code: problem.code.rawValue, message: "\(problem)")
    }
  }

  private mutating func phrases(_ phrases: [ClassificationExplanation.Phrase], _ text: [UInt8]) {
    array(phrases) { w, phrase in
      w.object { w in
        w.key("phrase", String(decoding: text[phrase.range], as: UTF8.self))
        w.key("start", phrase.range.lowerBound)
        w.key("end", phrase.range.upperBound)
        w.key("weight", rounded(phrase.weight))
      }
    }
  }
}

/// Six decimals: more are noise of single precision.
private func rounded(_ number: Double) -> Double { (number * 1e6).rounded() / 1e6 }
