/// What speaks for two reports being about the same thing, sign by sign.
public struct DuplicateSigns: Sendable, Equatable {
  /// How much of both texts is the same, 0…1: five-character pieces in both over pieces in either.
  public var text: Double
  /// How much of both titles is the same, 0…1, rare words counting more.
  public var title: Double
  /// Whether both name the same place.
  public var place: Bool
  /// Whether both are about the same matter, or their titles name the same thing beside the place.
  public var object: Bool
  /// Seconds between them.
  public var apart: Int
  /// Whether one account sent both.
  public var reporter: Bool

  public init(
    text: Double, title: Double, place: Bool, object: Bool, apart: Int, reporter: Bool
  ) {
    self.text = text
    self.title = title
    self.place = place
    self.object = object
    self.apart = apart
    self.reporter = reporter
  }

  /// As much of the text as a report and its repeat usually share.
  public static let sameText: Double = 0.8
  /// As much of the text as agrees by more than form.
  public static let likeText: Double = 0.4
  /// Seconds within which time agrees: a week.
  public static let near: Int = 7 * 86_400

  /// 0…1: each sign takes its share of the doubt that the others left.
  ///
  /// The shares of place with object, reporter and time are settings, not estimates: no labelled pairs of orders exist.
  public var score: Double {
    var doubt = (1 - text) * (1 - 0.7 * title)
    if place, object { doubt *= 0.8 } else if place || object { doubt *= 0.95 }
    // One person writes of many things; it counts only beside words.
    if reporter { doubt *= 1 - 0.4 * max(text, title) }
    if apart <= Self.near { doubt *= 0.98 }
    return 1 - doubt
  }

  /// The second test beside words: the same text, or the same place and the same object.
  ///
  /// Words alone fire on a third of all reports; what does not pass is only like the other one.
  public var isSupported: Bool {
    text >= Self.sameText || place && object && max(text, title) >= 0.2
      || reporter && max(text, title) >= 0.6
  }

  /// In the words of ``WorkOrder/Duplicate/agreeing``.
  public var agreeing: [String] {
    var words: [String] = []
    if text >= Self.likeText { words.append("text") }
    if place { words.append("place") }
    if object { words.append("object") }
    if apart <= Self.near { words.append("time") }
    if reporter { words.append("reporter") }
    return words
  }
}
