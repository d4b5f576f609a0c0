public import CityText

/// What one check says of a draft reply.
public struct ReplyFinding: Sendable, Equatable {
  public enum Rule: String, Sendable, CaseIterable {
    /// A matter of the report is answered.
    case matter = "reply.matter"
    /// Someone stands behind it.
    case unit = "reply.unit"
    /// It says what was done, what will be done by when, or why it cannot be.
    case result = "reply.result"
    /// A date it promises lies within the limit; only where it names one.
    case promise = "reply.promise"
    /// It is sent within the limit.
    case deadline = "reply.deadline"
    case blame = "reply.blame"
    case threat = "reply.threat"
  }

  public enum Verdict: String, Sendable, CaseIterable {
    case passed, failed
    /// The rule cannot tell: a person reads it.
    case unclear
  }

  public var rule: Rule
  public var verdict: Verdict
  /// Of ``Rule/matter``: which of the report's matters, from 0.
  public var matter: Int?
  /// The bytes of the reply it rests on, in order.
  public var evidence: [Range<Int>]
  /// Which of a rule's reasons it was: `done`, `promised`, `no-date` … ; what ``text(_:)`` says in words.
  var reason: ReplyReason

  /// What it says, for a person.
  public func text(_ language: WrittenLanguage) -> String {
    let words = reason.words
    let text = language == .english ? words.english : words.chinese
    guard let matter else { return text }
    return language == .english ? "Matter \(matter + 1): \(text)" : "第\(matter + 1)件事：\(text)"
  }
}

/// Why a check came out as it did; each with its words.
enum ReplyReason: String, Sendable, CaseIterable {
  case named, covered, partly, missing, nothingToCompare, otherLanguage
  case assignedUnit, otherUnit, onlyPronoun, noUnit
  case done, promised, cannotBecause, noDate, noReason, handedOn, noResult
  case promisedInTime, promisedLate
  case inTime, late, noMoment
  case noBlame, blames, noThreat, threatens

  var words: (chinese: String, english: String) {
    switch self {
    case .named: ("回应了所说的事", "the reply speaks of it")
    case .covered: ("回应了所说内容的大部分", "the reply covers most of its words")
    case .partly: ("只提到一小部分，请人工判断", "the reply touches it only; a person should judge")
    case .missing: ("没有回应", "the reply does not speak of it")
    case .nothingToCompare: ("文字太少，无法比较", "it has too few words to compare")
    case .otherLanguage: ("回复与来件语言不同，无法比较", "reply and report are in different languages")
    case .assignedUnit: ("写明了承办单位", "names the unit in charge")
    case .otherUnit: ("写明了单位", "names a unit")
    case .onlyPronoun: ("只写“我局”之类，没有单位名称", "says “our office” without its name")
    case .noUnit: ("没有写明单位", "names no unit")
    case .done: ("写明已经办了什么", "says what was done")
    case .promised: ("写明何时办", "says what will be done by when")
    case .cannotBecause: ("写明不能办的原因", "says why it cannot be done")
    case .noDate: ("说要办，没有时间", "promises without a date")
    case .noReason: ("说不能办，没有原因", "refuses without a reason")
    case .handedOn: ("只说已转办，没有结果", "only says it was passed on")
    case .noResult: ("没有办理结果", "gives no result")
    case .promisedInTime: ("承诺的日期在时限内", "the date promised lies within the limit")
    case .promisedLate:
      ("承诺的日期超出时限，需要申请延期", "the date promised lies beyond the limit: ask for an extension")
    case .inTime: ("在时限内回复", "is within the limit")
    case .late: ("超出时限", "is beyond the limit")
    case .noMoment: ("没有回复时间，无法判断", "no moment is given to compare")
    case .noBlame: ("没有指责的话", "has no words of blame")
    case .blames: ("有指责来件人的话", "blames the citizen")
    case .noThreat: ("没有威胁的话", "has no words of threat")
    case .threatens: ("有威胁来件人的话", "threatens the citizen")
    }
  }
}
