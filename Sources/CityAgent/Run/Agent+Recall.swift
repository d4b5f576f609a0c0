import CityText

/// What a session says about this turn.
struct Recalled {
  var items: [SessionItem] = []
  var previous: SubjectMemory?
  /// The option that the message chooses, where the last turn asked back.
  var choice: ClarifyOption?
  var notice: Framing?
}

/// One question of a message, and the option it stands for.
struct QuestionPart {
  var text: String
  var choice: ClarifyOption?
}

extension Agent {
  /// Session items that a turn may look back on.
  static let lookBack = 8

  func recall(_ question: Question) async -> Recalled {
    guard let session = question.session else { return Recalled() }
    var recalled = Recalled()
    do {
      recalled.items = try await sessions.items(session, limit: Self.lookBack)
    } catch {
      recalled.notice = Framing(.sessionFailed, .item("\(error)"))
    }
    recalled.previous = recalled.items.last(where: { $0.memory != nil })?.memory
    if let last = recalled.items.last, last.outcome == .clarify {
      recalled.choice = OptionReply.choice(
        in: QuestionText.cleaned(question.text), of: last.options)
    }
    return recalled
  }

  func parts(
    of text: String, question: Question, language: WrittenLanguage, recalled: Recalled,
    in environment: SkillEnvironment
  ) async -> [QuestionPart] {
    if let choice = recalled.choice {
      return [QuestionPart(text: choice.question, choice: choice)]
    }
    let parts = QuestionText.parts(text, limit: configuration.partLimit)
    guard parts.count > 1,
      !(await isOneThing(
        text, question: question, language: language, recalled: recalled, in: environment))
    else { return [QuestionPart(text: text)] }
    return parts.map { QuestionPart(text: $0) }
  }

  /// Whether a skill that reads whole messages is the one for this one.
  private func isOneThing(
    _ text: String, question: Question, language: WrittenLanguage, recalled: Recalled,
    in environment: SkillEnvironment
  ) async -> Bool {
    guard skills.contains(where: \.readsWholeMessages) else { return false }
    let turn = turn(
      QuestionPart(text: text), language: language, previous: recalled.previous)
    let best = await matches(turn, only: question.skill, in: environment).first
    return best.map { $0.skill.readsWholeMessages && $0.match.score >= configuration.threshold }
      ?? false
  }
}

/// Reads the reply to a clarifying question: “第二个”, “2”, “the second one”, “换领”.
enum OptionReply {
  static func choice(in text: String, of options: [ClarifyOption]) -> ClarifyOption? {
    guard !options.isEmpty else { return nil }
    let reply = Folding.fold(Array(text.utf8))
    if let number = ordinal(reply, count: options.count) { return options[number - 1] }
    // A short reply that holds exactly one option's label, or stands in exactly one.
    guard reply.count <= 60 else { return nil }
    let labels = options.map { Folding.fold(Array($0.label.utf8)) }
    let held = labels.indices.filter { ByteSearch.contains(reply, labels[$0]) }
    if held.count == 1 { return options[held[0]] }
    let core = trimmedReply(reply)
    guard core.count >= 3 else { return nil }
    let within = labels.indices.filter { ByteSearch.contains(labels[$0], core) }
    return within.count == 1 ? options[within[0]] : nil
  }

  /// The ordinal a reply consists of, from 1; nil where it says more than that.
  static func ordinal(_ folded: [UInt8], count: Int) -> Int? {
    let reply = String(decoding: trimmedReply(folded), as: UTF8.self)
    let last = ["最后一个", "最后", "last", "the last", "the last one", "last one"]
    if last.contains(reply) { return count }
    let tables: [[String]] = [
      ["1", "一", "第一", "第1", "first", "the first", "one"],
      ["2", "二", "第二", "第2", "second", "the second", "two"],
      ["3", "三", "第三", "第3", "third", "the third", "three"],
      ["4", "四", "第四", "第4", "fourth", "the fourth", "four"],
      ["5", "五", "第五", "第5", "fifth", "the fifth", "five"],
      ["6", "六", "第六", "第6", "sixth", "the sixth", "six"],
    ]
    for (i, words) in tables.enumerated() where i < count {
      for word in words {
        if reply == word { return i + 1 }
        for ending in ["个", "种", "项", "条", " one", ".", "、", "种情况"] where reply == word + ending {
          return i + 1
        }
      }
    }
    return nil
  }

  /// Without politeness and punctuation around it.
  private static func trimmedReply(_ folded: [UInt8]) -> [UInt8] {
    var text = SkillCard.trimmed(String(decoding: folded, as: UTF8.self))
    var changed = true
    while changed {
      changed = false
      for head in ["我要问的是", "我要问", "我问的是", "我想问", "选", "是", "我要", "option ", "number ", "no. "]
      where text.hasPrefix(head) && text.utf8.count > head.utf8.count {
        text = String(text.dropFirst(head.count))
        changed = true
      }
      for tail in ["。", "吧", "!", "！", ".", "呢", "的", "啊", ",", "，", "吗", " please", "谢谢"]
      where text.hasSuffix(tail) && text.utf8.count > tail.utf8.count {
        text = String(text.dropLast(tail.count))
        changed = true
      }
      text = SkillCard.trimmed(text)
    }
    return Array(text.utf8)
  }
}
