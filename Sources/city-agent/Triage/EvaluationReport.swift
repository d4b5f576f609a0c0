import CityJSON
import TriageSkill

/// What `triage eval` prints: figures, a line a label, who was taken for whom, accuracy by coverage.
struct EvaluationReport {
  private static let coverages = stride(from: 10, through: 100, by: 10)
  private let score: ClassificationScore

  init(_ score: ClassificationScore) { self.score = score }

  private var figures: EvaluationTable {
    EvaluationTable(rows: [
      ("rows", .count(score.rows.count)), ("macro-F1", .share(score.macroF1)),
      ("accuracy", .share(score.accuracy)), ("top-2", .share(score.topTwo)),
      ("acc@80%", .share(score.accuracy(atCoverage: 0.8))),
      ("sure", .share(score.sure.coverage)), ("acc sure", .share(score.sure.accuracy)),
    ])
  }

  var text: String {
    let labels = score.labels
    let width = max(8, labels.map { DisplayWidth.columns(of: $0.label) }.max() ?? 0) + 2
    func line(_ name: String, _ cells: [String]) -> String {
      DisplayWidth.padded(name, to: width)
        + cells.map { String(repeating: " ", count: max(1, 10 - $0.utf8.count)) + $0 }.joined()
    }
    var lines = figures.lines + [""]
    lines.append(line("", ["rows", "precision", "recall", "F1"]))
    for label in labels {
      lines.append(
        line(
          label.label,
          ["\(label.rows)"]
            + [label.precision, label.recall, label.f1].map { Decimals.text($0, places: 4) }))
    }
    lines += ["", Phrase.confusionTable.text()]
    lines.append(line("", labels.indices.map { "\($0 + 1)" }))
    for (i, row) in score.confusion.enumerated() {
      lines.append(line("\(i + 1) \(labels[i].label)", row.map { "\($0)" }))
    }
    lines += ["", line("", ["coverage", "accuracy"])]
    for percent in Self.coverages {
      let accuracy = score.accuracy(atCoverage: Double(percent) / 100)
      lines.append(line("", ["\(percent)%", Decimals.text(accuracy, places: 4)]))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  var json: String {
    var json = JSONWriter()
    json.object { w in
      w.key("rows", score.rows.count)
      w.key("macroF1", score.macroF1)
      w.key("accuracy", score.accuracy)
      w.key("top2", score.topTwo)
      w.key("sure", score.sure.coverage)
      w.key("accuracyOfSure", score.sure.accuracy)
      w.key("labels")
      w.array(score.labels) { w, label in
        w.object { w in
          w.key("label", label.label)
          w.key("rows", label.rows)
          w.key("precision", label.precision)
          w.key("recall", label.recall)
          w.key("f1", label.f1)
        }
      }
      w.key("confusion")
      w.array(score.confusion) { w, row in w.array(row) { $0.integer($1) } }
      w.key("coverage")
      w.array(Self.coverages) { w, percent in
        w.object { w in
          w.key("coverage", Double(percent) / 100)
          w.key("accuracy", score.accuracy(atCoverage: Double(percent) / 100))
        }
      }
    }
    return json.text
  }
}
