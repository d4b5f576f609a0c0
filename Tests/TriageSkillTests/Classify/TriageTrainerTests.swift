import Foundation
import Testing

@testable import TriageSkill

struct TriageTrainerTests {
  @Test func oneLabelOrNoneIsAnErrorThatSaysSo() {
    let one = SampleDesk.rows(30).filter { $0.label == "道路" }
    for (rows, word) in [(one, "道路"), ([], "no labelled row")] {
      let error = #expect(throws: TriageError.self) { try TriageTrainer.train(rows) }
      #expect(error?.code == .badInput && error?.message.contains(word) == true)
    }
  }

  @Test func twoRowsTrainAModelThatIsNeverSure() throws {
    let model = try TriageTrainer.train([
      TrainingRow(id: "1", text: "路灯不亮", label: "a"),
      TrainingRow(id: "2", text: "学校收费", label: "b"),
    ])
    let classification = model.classify("路灯坏了")
    #expect(classification.label == "a" && classification.isUnsure && classification.second == "b")
  }

  @Test func labelsMayBeAnyText() throws {
    let names = ["道路": "", "噪音": "a\"b\\\n\u{0}", "教育": "🏫/x, y"]
    let rows = SampleDesk.rows(60).map {
      TrainingRow(id: $0.id, text: $0.text, label: names[$0.label]!)
    }
    let model = try TriageModel(bytes: TriageTrainer.train(rows).bytes)
    #expect(Set(model.labels) == Set(names.values))
    #expect(model.classify("路灯不亮，井盖破损").label == "")
  }

  @Test func moreThanEightLabelsTakeSeveralBlocks() throws {
    let objects = Array("路灯井水电气树狗车船桥楼门窗墙屋河湖山田").map(String.init)
    let rows = (0..<objects.count * 6).map { i in
      let object = objects[i % objects.count]
      return TrainingRow(
        id: "\(i)", text: "第\(i)次反映：" + String(repeating: object, count: 2) + "出了问题",
        label: "L\(object)")
    }
    let model = try TriageModel(bytes: TriageTrainer.train(rows).bytes)
    #expect(model.labels.count == 20)
    for object in objects { #expect(model.classify("反映" + object + object).label == "L" + object) }
  }

  @Test func textsWithoutAnythingToLearnDoNoHarm() throws {
    let rows =
      SampleDesk.rows(60) + [
        TrainingRow(id: "e1", text: "", label: "道路"), TrainingRow(id: "e2", text: "😀", label: "教育"),
        TrainingRow(id: "e3", text: String(repeating: "学校", count: 200_000), label: "教育"),
      ]
    #expect(try TriageTrainer.train(rows).classify("井盖破损，路灯不亮").label == "道路")
  }

  @Test func validationJudgesEveryRowByOthers() {
    let rows = SampleDesk.rows(150)
    let predictions = TriageTrainer.validate(rows)
    #expect(predictions.count == 150 && predictions.allSatisfy { $0 != nil })
    #expect(zip(rows, predictions).count { $0.label == $1?.label } > 140)
    // A label of one row alone is never learnt when that row is judged.
    let odd = rows + [TrainingRow(id: "odd", text: "井盖破损", label: "独一份")]
    #expect(TriageTrainer.validate(odd).last??.label != "独一份")
    #expect(TriageTrainer.validate([rows[0], rows[1]]).allSatisfy { $0 == nil })
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["CITY_EVAL"] != nil))
  func realReportsReachTheTarget() throws {
    let path = ProcessInfo.processInfo.environment["CITY_EVAL"]! + "/triage/classify.jsonl"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let rows = try text.split(separator: "\n").map { line in
      let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
      return TrainingRow(
        id: row["id"] as? String ?? "", text: row["text"] as? String ?? "",
        label: row["label"] as? String ?? "")
    }
    let model = try TriageTrainer.train(rows)
    #expect(model.bytes.count <= 4_000_000)
    let score = ClassificationScore(
      zip(rows, TriageTrainer.validate(rows)).map {
        .init(id: $0.id, truth: $0.label, prediction: $1)
      })
    #expect(score.macroF1 >= 0.905 && score.topTwo >= 0.98)
  }
}
