import CityAgentKit
import CityJSON

/// One line of a batch's output.
///
/// `{"id","line","answer"}`, or `"error"` in the answer's place; for OpenAI input also `custom_id`, and
/// `response` with a chat completion. The answer stands before what is made from it, so that a line
/// can be counted by its first bytes.
enum BatchOutput {
  static func line(_ number: Int, _ input: BatchInput, _ result: Result, asOf: CalendarDay)
    -> [UInt8]
  {
    var json = JSONWriter()
    json.object { w in
      switch input.form {
      case .plain:
        if let id = input.id {
          w.key("id")
          w.raw(id)
        }
      case .openAI:
        w.key("id", "batch_req_\(number)")
        w.key("custom_id")
        if let id = input.id { w.raw(id) } else { w.null() }
      }
      w.key("line", number)
      switch result {
      case .answer(let answer):
        w.key("answer")
        w.answer(answer)
        if input.form == .openAI {
          w.key("response")
          w.response(answer, asOf: asOf)
          w.key("error")
          w.null()
        }
      case .error(let code, let message):
        w.key("error")
        w.error(code: code, message: message)
        if input.form == .openAI {
          w.key("response")
          w.null()
        }
      }
    }
    return json.bytes + [0x0A]
  }

  /// What became of a line.
  enum Result: Sendable {
    case answer(Answer)
    case error(code: String, message: String)
  }
}

extension JSONWriter {
  /// A response of OpenAI's Batch format around a chat completion.
  ///
  /// `created` is the as-of day's first second: the same question gives the same bytes on any day.
  fileprivate mutating func response(_ answer: Answer, asOf: CalendarDay) {
    object { w in
      w.key("status_code", 200)
      w.key("request_id", answer.run)
      w.key("body")
      w.object { w in
        w.key("id", "chatcmpl-\(answer.run)")
        w.key("object", "chat.completion")
        w.key("created", asOf.daysSince1970 * 86_400)
        w.key("model", "city-agent")
        w.key("choices")
        w.array([answer.text]) { w, text in
          w.object { w in
            w.key("index", 0)
            w.key("message")
            w.object { w in
              w.key("role", "assistant")
              w.key("content", text)
              w.key("refusal")
              w.null()
            }
            w.key("logprobs")
            w.null()
            w.key("finish_reason", "stop")
          }
        }
        w.key("usage")
        w.object { w in
          w.key("prompt_tokens", 0)
          w.key("completion_tokens", 0)
          w.key("total_tokens", 0)
        }
      }
    }
  }
}

extension CalendarDay {
  /// Days from 1970-01-01, by the era arithmetic of the proleptic Gregorian calendar.
  var daysSince1970: Int {
    // The year is taken to begin in March, so that the leap day is its last.
    let y = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let leapDays = y / 4 - y / 100 + y / 400
    return y * 365 + leapDays + dayOfYear - 719_468
  }
}
