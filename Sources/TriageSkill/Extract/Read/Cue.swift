/// A phrase of a report that some rule asks for, with its place.
struct Cue: Sendable {
  enum Kind: UInt8, Sendable {
    /// The end of a sentence.
    case stop
    /// Begins an urgency rule; the value is the rule's number.
    case trigger
    /// Stands with a trigger: a child, water, an injury; the value is the group's number.
    case with
    /// Takes a trigger's force away; the value is an ``UrgencyCancel``.
    case cancel
    /// Says that it is happening now.
    case now
    /// A word of time; the value is its number in ``TimeWords``.
    case time
    /// Tells what the sender wants; the value is the kind's number × 16 + the weight.
    case request
    /// A number of people in words; the value is the number.
    case people
    /// What a report may be about; the value is the group's number.
    case object
    /// Danger of no stated kind.
    case danger
    /// Goes on to something else; 1 where it always does.
    case connective
    /// What a place's name ends with.
    case placeEnd
    /// Where the message closes: thanks, a signature.
    case closing
    /// Names a list as demands or reasons of one matter.
    case demands
    /// Holds the words of a rule and means something else: 火锅.
    case nothing
  }
  var kind: Kind
  var value: Int32
  /// Bytes of ``Report/whole``.
  var range: Range<Int>
  /// The number of its sentence, from 0.
  var sentence: Int32
}
