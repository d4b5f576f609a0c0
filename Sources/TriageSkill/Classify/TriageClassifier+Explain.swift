import CityText

extension TriageClassifier {
  /// Most phrases and precedents named.
  private static let limit = 5

  /// The class of a text, with the phrases that decided and the training reports nearest to it.
  ///
  /// - Complexity: O(n + training rows): some 100 µs. Use ``classify(_:)`` where nobody asks why.
  public mutating func explain(_ utf8: [UInt8]) -> ClassificationExplanation {
    let classification = classify(utf8)
    let choice = choice(utf8)
    let tokens = tokens(utf8, for: choice.label, against: choice.second)
    return ClassificationExplanation(
      classification: classification, deciding: phrases(tokens, utf8, sign: 1),
      opposing: phrases(tokens, utf8, sign: -1), precedents: precedents)
  }

  /// A token of the text and what it adds to the label's score over the second's.
  private struct Token {
    var range: Range<Int>
    var weight: Float
  }

  /// The tokens of the text read last; a pair's weight is shared by its two.
  private func tokens(_ utf8: [UInt8], for label: Int, against second: Int?) -> [Token] {
    let folded = FoldedText(utf8)
    let factors = lengthFactors
    var counts: [UInt32: UInt8] = [:]
    for i in 0..<known.count { counts[known.rows[i]] = known.frequencies[i] }
    var tokens: [Token] = []
    folded.bytes.withUnsafeBufferPointer { text in
      model.table.buckets.withUnsafeBufferPointer { buckets in
        FeatureScanner.scan(text) { key, _, start, end in
          // Each token comes first by itself, then with the one before it.
          if tokens.last?.range.upperBound ?? 0 < end {
            tokens.append(Token(range: start..<end, weight: 0))
          }
          let slot = FeatureTable.slot(of: key, in: buckets, model.table.rowMask)
          let row = Int(slot & model.table.rowMask)
          guard slot != 0, let count = counts[UInt32(row)] else { return }
          let factor = row < model.openingStart ? factors.whole : factors.opening
          let value = TermWeight.frequency[Int(count)] / Float(count) * model.units[row] * factor
          let weight = (weight(row, label) - (second.map { self.weight(row, $0) } ?? 0)) * value
          let last = tokens.count - 1
          if start < tokens[last].range.lowerBound {
            tokens[last].weight += weight / 2
            tokens[last - 1].weight += weight / 2
          } else {
            tokens[last].weight += weight
          }
        }
      }
    }
    return tokens.map { Token(range: folded.source(of: $0.range), weight: $0.weight) }
  }

  /// Neighbouring tokens that speak for one side, as phrases; the same words count as one phrase.
  private func phrases(
    _ tokens: [Token], _ utf8: [UInt8], sign: Float
  ) -> [ClassificationExplanation.Phrase] {
    let least = (tokens.lazy.map { $0.weight * sign }.max() ?? 0) / 8
    var runs: [Token] = []
    var goesOn = false
    for token in tokens {
      guard token.weight * sign > max(least, 0) else {
        goesOn = false
        continue
      }
      if goesOn, runs[runs.count - 1].range.upperBound == token.range.lowerBound {
        let start = runs[runs.count - 1].range.lowerBound
        runs[runs.count - 1].range = start..<token.range.upperBound
        runs[runs.count - 1].weight += token.weight
      } else {
        runs.append(token)
      }
      goesOn = true
    }
    var places: [ArraySlice<UInt8>: Int] = [:]
    var distinct: [Token] = []
    for run in runs {
      if let at = places[utf8[run.range]] {
        distinct[at].weight += run.weight
      } else {
        places[utf8[run.range]] = distinct.count
        distinct.append(run)
      }
    }
    return distinct.enumerated().sorted {
      ($0.element.weight * sign, $1.offset) > ($1.element.weight * sign, $0.offset)
    }.prefix(Self.limit).map { .init(range: $0.element.range, weight: Double($0.element.weight)) }
  }

  /// The training rows nearest to the text read last.
  private var precedents: [ClassificationExplanation.Precedent] {
    let factors = lengthFactors
    var values = [Float](repeating: 0, count: model.units.count)
    for i in 0..<known.count {
      let row = Int(known.rows[i])
      values[row] =
        TermWeight.frequency[Int(known.frequencies[i])] * model.featureWeights[row]
        * (row < model.openingStart ? factors.whole : factors.opening)
    }
    let table = model.precedents
    return table.nearest(to: values, limit: Self.limit).map { row, similarity in
      .init(
        id: table.ids[row], label: model.labels[Int(table.labels[row])],
        similarity: Double(min(similarity, 1)))
    }
  }

  private func weight(_ row: Int, _ label: Int) -> Float {
    let block = model.labelWeights[row * model.blockCount + label / LabelBlock.width]
    return Float(block[label % LabelBlock.width])
  }
}
