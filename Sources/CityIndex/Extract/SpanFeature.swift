/// What a span is judged by; shares of the question's weight, or 0 and 1.
public enum SpanFeature: Int, CaseIterable, Sendable {
  /// Terms from before the question word that stand just before the span; from behind it, just behind.
  case nearBefore, nearBehind
  /// The same on the wrong side.
  case nearWrong
  /// Terms on either side, nearest first.
  case around
  /// Terms within the span; by the root of its length.
  case inside, density
  /// Terms within or around.
  case all
  /// It begins after a stop, a comma, a bracket or the like, a colon.
  case startsSentence, startsClause, startsWeak, startsAfterColon
  /// It ends before a stop, before a comma.
  case endsSentence, endsClause
  /// 由, 于, 为 … stands just before.
  case cueBefore
  /// Words of the question stand just before, just behind.
  case matchBefore, matchBehind
  /// It ends with a joint: 的, 和 …
  case endsWithJoint
  /// It ends with a character of the noun asked for.
  case endsWithNoun
  /// It is a literal of the kind asked for; it holds one.
  case isLiteral, hasLiteral
  /// It is a list; it begins or ends within one.
  case isList, cutsList
  /// Commas and stops within it.
  case commas, stops
  /// It stands in quotes or 《》.
  case isQuoted
  /// A place was asked for and it ends as names of places do; a reason, and it begins as reasons do.
  case endsAsPlace, beginsAsReason
  /// The share of it that the question has said already.
  case repeated
  /// A name or a literal was asked for: joints within it.
  case joints
  /// Its place in the text, 0…1.
  case position

  /// As the tables write it.
  public var name: String { "\(self)" }
}
