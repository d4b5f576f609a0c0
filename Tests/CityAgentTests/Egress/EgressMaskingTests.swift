import CityJSON
import CityText
import Testing

@testable import CityAgent

@Suite struct EgressMaskingTests {
  func masked(_ json: String) throws -> (text: String, masking: EgressMasking) {
    var masking = EgressMasking(try JSONScanner.read(Array(json.utf8)))
    let isDone = masking.mask()
    #expect(isDone)
    return (String(decoding: masking.body.bytes, as: UTF8.self), masking)
  }

  @Test(arguments: [
    // The same number, spaced or full-width, is masked as it is spelled; the same spelling has one placeholder.
    (
      #"["打13812345678","138 1234 5678","１３８１２３４５６７８","再打13812345678"]"#,
      #"["打[PHONE_1]","[PHONE_2]","[PHONE_3]","再打[PHONE_1]"]"#
    ),
    // Numbers and keys are texts too.
    (
      #"{"13812345678":13812345678,"n":12345,"f":0.7}"#,
      #"{"[PHONE_1]":"[PHONE_1]","n":12345,"f":0.7}"#
    ),
    // A name told by its words is masked where it stands bare, before and after.
    (
      #"["王小明在吗","联系人：王小明","王小明。","一张照片","张先生"]"#,
      #"["[NAME_1]在吗","联系人：[NAME_1]","[NAME_1]。","一张照片","[NAME_2]先生"]"#
    ),
    // What looks like a placeholder is text; ours take another number.
    (#"["[PHONE_1]","13812345678"]"#, #"["[PHONE_1]","[PHONE_2]"]"#),
    // Names inside of words stay.
    (
      #"["My name is Li Lei.","limit Li Lei lei","Mr. Smith","Smithsonian and Smith"]"#,
      #"["My name is [NAME_1].","limit [NAME_1] lei","Mr. [NAME_2]","Smithsonian and [NAME_2]"]"#
    ),
    // Public numbers, dates and amounts go through.
    (
      #"["拨打12345或110","2026年11月23日","共1234567元","深民规〔2019〕2号"]"#,
      #"["拨打12345或110","2026年11月23日","共1234567元","深民规〔2019〕2号"]"#
    ),
    (#"{"a":null,"b":true,"c":[],"d":{}}"#, #"{"a":null,"b":true,"c":[],"d":{}}"#),
  ])
  func personalDataIsReplacedEverywhere(json: String, expected: String) throws {
    let (text, masking) = try masked(json)
    #expect(text == expected)
    // Restored, it is what it was, but that a number which was masked has become a text.
    let restored = String(decoding: masking.table.restored(masking.body).bytes, as: UTF8.self)
    #expect(restored.filter { $0 != "\"" } == json.filter { $0 != "\"" })
  }

  @Test func kindsAreCountedByDifferentPieces() throws {
    let masking = try masked(#"["13812345678","13812345678","a@b.example.com"]"#).masking
    #expect(masking.counts == [.phone: 1, .email: 1])
  }

  @Test func randomTextsComeBackAsTheyWere() throws {
    var random = SeededGenerator(seed: 3)
    let parts = [
      "王小明", "联系人：", "13812345678", "138 1234 5678", "[PHONE_1]", "[NAME_1", "]", "住红荔路1001号3栋502房",
      "号", "楼", "302室", "a@b.example.com", "440300199001011239", "，", "我叫", "李四", "Room 5",
      "[ADDRESS_1]",
      "粤B12345", "先生", "\n", "\"", "\\", "Mr. Smith", "[", "2026年", "5",
    ]
    for _ in 0..<1500 {
      let texts = (0..<3).map { _ in
        (0..<Int.random(in: 0..<9, using: &random)).map { _ in parts.randomElement(using: &random)!
        }
        .joined()
      }
      var masking = EgressMasking(.strings(texts))
      let isDone = masking.mask()
      #expect(isDone, "\(texts)")
      let sent = (masking.body.array ?? []).compactMap(\.string)
      #expect(sent.map { masking.table.restored($0) } == texts)
      // Nothing that is found is left, but in placeholders.
      var again = EgressMasking(.strings(sent.map { Self.withoutPlaceholders($0, masking.table) }))
      _ = again.mask()
      #expect(again.table.isEmpty, "\(texts) → \(sent)")
    }
  }

  /// A text with each placeholder replaced by a mark that parts what stands beside it.
  static func withoutPlaceholders(_ text: String, _ table: PlaceholderTable) -> String {
    table.originals.reduce(text) { text, known in
      text.split(separator: known.placeholder, omittingEmptySubsequences: false)
        .joined(separator: "¶")
    }
  }
}

@Suite struct PlaceholderTests {
  static let table: PlaceholderTable = {
    var table = PlaceholderTable()
    for (kind, words) in [("PHONE", "138"), ("NAME", "王[NAME_2]"), ("NAME", "李\"四\"")] {
      _ = table.placeholder(for: words, kind: kind) { _ in false }
    }
    return table
  }()

  @Test(arguments: [
    ("打[PHONE_1]给[NAME_2]。", "打138给李\"四\"。"),
    // What is put in is not read again.
    ("[NAME_1]", "王[NAME_2]"),
    ("[PHONE_2] [1] [] [phone_1] [PHONE_1", "[PHONE_2] [1] [] [phone_1] [PHONE_1"),
    ("[[PHONE_1]]", "[138]"),
    ("[PHONE_[PHONE_1]", "[PHONE_138"),
    ("[PHONE_1]".replacing("_", with: "＿"), "[PHONE＿1]"),
    ("[ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789] x", "[ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789] x"),
    ("", ""),
  ])
  func placeholdersAreRestoredHoweverTheTextIsCut(text: String, expected: String) {
    #expect(Self.table.restored(text) == expected)
    let scalars = Array(text.unicodeScalars)
    for width in 1...4 {
      var restorer = PlaceholderRestorer(Self.table)
      var out = ""
      for start in stride(from: 0, to: scalars.count, by: width) {
        let piece = String(
          String.UnicodeScalarView(scalars[start..<min(start + width, scalars.count)]))
        out += restorer.restore(piece)
      }
      #expect(out + restorer.finish() == expected)
    }
  }

  @Test func textThatCannotBeAPlaceholderIsNotHeldBack() {
    var restorer = PlaceholderRestorer(Self.table)
    #expect(restorer.restore("根据[1]和[") == "根据[1]和")
    #expect(restorer.restore("2]，[PHO") == "[2]，")
    #expect(restorer.restore("NE") == "")
    #expect(restorer.restore("，") == "[PHONE，")
    var plain = PlaceholderRestorer(PlaceholderTable())
    #expect(plain.restore("[PHONE") == "[PHONE")
  }

  @Test func valuesAreRestoredInside() {
    let value = JSONValue.members([
      "to": .strings(["[PHONE_1]"]), "[NAME_2]": .integer(1), "n": .null,
    ])
    #expect(
      String(decoding: Self.table.restored(value).bytes, as: UTF8.self)
        == #"{"to":["138"],"李\"四\"":1,"n":null}"#)
  }
}
