import CityAgentKit
import CityJSON

extension JSONWriter {
  /// An answer, its keys in the order of the documented format.
  mutating func answer(_ answer: Answer) {
    object { w in
      w.key("outcome", answer.outcome.rawValue)
      w.key("text", answer.text)
      w.key("citations")
      w.array(answer.citations) { $0.citation($1) }
      w.key("skill", answer.skill)
      w.key("confidence", answer.confidence)
      w.key("data")
      if let data = answer.data { w.data(data) } else { w.null() }
      w.key("attachments")
      w.array(answer.attachments) { w, attachment in
        w.object { w in
          w.key("name", attachment.name)
          w.key("mediaType", attachment.mediaType)
          w.key("content", attachment.content)
        }
      }
      w.key("suggestions")
      w.array(answer.suggestions)
      w.key("notices")
      w.array(answer.notices)
      w.key("run", answer.run)
    }
  }

  private mutating func citation(_ citation: Citation) {
    object { w in
      w.key("number", citation.number)
      w.key("document", citation.document)
      w.key("clause", citation.clause)
      w.key("quote", citation.quote)
      w.key("range")
      w.array([citation.range.lowerBound, citation.range.upperBound]) { $0.integer($1) }
      w.key("digest", citation.digest)
    }
  }

  private mutating func data(_ data: AnswerData) {
    object { w in
      w.key("value")
      switch data.value {
      case .number(let number): w.double(number)
      case .text(let text): w.string(text)
      case .list(let list): w.array(list)
      }
      w.key("unit", data.unit)
    }
  }

  /// `{"code","message"}`
  mutating func error(code: String, message: String) {
    object { w in
      w.key("code", code)
      w.key("message", message)
    }
  }

  /// One line for ``RunRecord``, with everything needed to replay the run.
  mutating func record(_ record: RunRecord) {
    object { w in
      w.key("run", record.run)
      w.key("question", record.question)
      w.key("session", record.session)
      w.key("language", record.language)
      w.key("skill", record.skill)
      w.key("generation", record.generation)
      w.key("asOf", record.asOf.description)
      w.key("answer")
      w.answer(record.answer)
    }
  }
}
