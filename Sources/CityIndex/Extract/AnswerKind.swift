import CityText

/// What kind of thing a question asks for: Li & Roth's coarse answer types, as far as people ask for them.
public enum AnswerKind: String, CaseIterable, Sendable {
  case date, duration, clock, money, percent, phone, number
  case place, person, name
  case definition, reason, decision, anything
  case list
  /// Several sentences: how something is done, which measures are taken.
  case procedure

  /// Kinds whose answers keep as close to their usual length.
  enum Length: Int, CaseIterable {
    /// Names and literals.
    case short
    /// A clause or a list.
    case clause
    /// Sentences.
    case run

    /// As the file of weights writes it; no feature has such a name.
    var name: String { "length-\(self)" }
  }

  var length: Length {
    switch self {
    case .date, .duration, .clock, .money, .percent, .phone, .number, .person, .place, .name: .short
    case .definition, .reason, .decision, .anything, .list: .clause
    case .procedure: .run
    }
  }

  /// Characters or words of a usual answer: what a question of the kind asks for, in round numbers, fitted to nothing.
  var usualLength: Float {
    switch self {
    case .date, .duration, .clock, .money, .percent, .phone, .number, .person: 3
    case .place, .name: 6
    case .definition, .reason, .decision, .anything, .list: 20
    case .procedure: 40
    }
  }

  /// The literals that answer it; empty for kinds that no literal answers.
  var literals: Set<Literal.Kind> {
    switch self {
    case .date: [.date]
    case .duration: [.duration]
    case .clock: [.clock]
    case .money: [.money]
    case .percent: [.percent]
    case .phone: [.phone]
    case .number: [.number, .money, .percent, .duration]
    default: []
    }
  }

  /// Whether nouns follow the question word: 哪个公司, 几类, how many windows.
  var hasHead: Bool {
    switch self {
    case .number, .place, .person, .name, .list: true
    default: false
    }
  }
}
