import CityText

/// An FAQ file: every entry is one clause of one document.
struct FAQFile {
  private(set) var entries: [FAQEntry] = []
  /// Lines that could not be read, and why.
  private(set) var problems: [(line: Int, message: String)] = []

  /// Reads CSV with a header; nil where the header names no question and answer.
  init?(csv text: [UInt8]) {
    let table = CSVRows(text)
    guard let header = table.rows.first?.fields.map(FAQField.init),
      header.contains(where: \.isQuestion), header.contains(where: \.isAnswer)
    else { return nil }
    for line in table.unclosed {
      problems.append((line, "A quote is not closed: double the quotes inside a field."))
    }
    for row in table.rows.dropFirst() {
      if row.fields.dropFirst(header.count).contains(where: { !$0.isEmpty }) {
        problems.append(
          (
            row.line,
            "The row has \(row.fields.count) fields, the header \(header.count): put fields with commas in quotes."
          ))
        continue
      }
      add(
        zip(header, row.fields).map { field, bytes in
          if case .aliases = field {
            (field, bytes.split(separator: UInt8(ascii: "|")).map { [UInt8]($0) })
          } else {
            (field, bytes.isEmpty ? [] : [bytes])
          }
        }, line: row.line)
    }
    problems.sort { $0.line < $1.line }
  }

  /// Reads an object a line; nil where none of the first lines has a question and an answer.
  init?(jsonl text: [UInt8]) {
    var isFAQ = false
    for (tried, line) in TextLines(text).enumerated() {
      if tried >= 20, !isFAQ { return nil }
      do {
        guard case .object(let members) = try JSONTextScanner.value(of: text, in: line.range) else {
          problems.append((line.number, "The line is not a JSON object: write {…} or delete it."))
          continue
        }
        let fields = members.map { (FAQField($0.key), $0.value.texts) }
        isFAQ = isFAQ || fields.contains { $0.0.isQuestion } && fields.contains { $0.0.isAnswer }
        add(fields, line: line.number)
      } catch {
        problems.append(
          (
            line.number,
            "The line is not JSON (expected \(error.expected) at byte \(error.offset + 1)): correct or delete it."
          ))
      }
    }
    if !isFAQ { return nil }
  }

  private mutating func add(_ fields: [(FAQField, [[UInt8]])], line: Int) {
    var entry = FAQEntry(line: line, questions: [], answer: [], notes: [])
    var aliases: [String] = []
    for (field, values) in fields {
      let texts = values.map { $0.oneLine(0..<$0.count) }.filter { !$0.isEmpty }
      switch field {
      case .question: entry.questions += texts
      case .aliases: aliases += texts
      case .answer:
        let parts = values.map { CanonicalText.of($0) }.filter { !$0.isEmpty }
        entry.answer = CanonicalText.of([UInt8](parts.joined(separator: [0x0A])))
      case .note(let key): entry.notes += texts.map { (key, $0) }
      }
    }
    guard !entry.questions.isEmpty, !entry.answer.isEmpty else {
      let missing = entry.questions.isEmpty ? "question" : "answer"
      problems.append((line, "The entry has no \(missing): fill it in or delete the line."))
      return
    }
    entry.questions += aliases
    entries.append(entry)
  }

  /// The document of the entries; nil where there are none.
  func document(id: String) -> SourceDocument? {
    guard !entries.isEmpty else { return nil }
    var metadata = DocumentMetadata(sharedNotes().map { (key: $0.key, values: $0.values) })
    let questions = [UInt8](entries.flatMap { $0.questions[0].utf8 })
    metadata["kind"] = ["faq"]
    metadata.fillTitle(fileNameOf: id)
    metadata.fillLanguage(from: questions)

    let words = FAQWords(language: metadata.language)
    var text: [UInt8] = []
    var list = ClauseList()
    for entry in entries {
      text += "\(words.question)\(entry.questions[0])\n\(words.answer)".utf8
      let start = text.count
      text += entry.answer
      list.add(
        path: [UInt8](entry.questions[0].utf8).cut(60),
        heading: entry.questions.joined(separator: " / "), parts: [start..<text.count])
      text.append(0x0A)
      for (key, label) in words.notes where metadata[key].isEmpty {
        for note in entry.notes where note.key == key { text += "\(label)\(note.value)\n".utf8 }
      }
      text.append(0x0A)
    }
    return SourceDocument(id: id, metadata: metadata, text: text, clauses: list.clauses)
  }

  /// The notes that every entry has alike; a single entry's row number is none.
  private func sharedNotes() -> [(key: String, values: [String])] {
    var shared: [(key: String, values: [String])] = []
    for note in entries[0].notes where !["id", "_id", "title", "kind"].contains(note.key) {
      if shared.contains(where: { $0.key == note.key }) { continue }
      let values = entries[0].values(of: note.key)
      if entries.allSatisfy({ $0.values(of: note.key) == values }) {
        shared.append((note.key, values))
      }
    }
    return shared
  }
}

extension FAQEntry {
  fileprivate func values(of key: String) -> [String] {
    notes.filter { $0.key == key }.map(\.value)
  }
}

/// The words of an FAQ's canonical text.
private struct FAQWords {
  var question: String
  var answer: String
  var notes: [(key: String, label: String)]

  init(language: String) {
    if language.hasPrefix("en") {
      (question, answer) = ("Q: ", "A: ")
      notes = [("source", "Source: "), ("as-of", "As of: "), ("confidence", "Confidence: ")]
    } else {
      (question, answer) = ("问：", "答：")
      notes = [("source", "来源："), ("as-of", "截至："), ("confidence", "可信度：")]
    }
  }
}
