/// One piece of personal data in a text: what it is, and where it stands.
public struct PersonalData: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// A mainland identity number, of 18 digits (GB 11643) or of 15.
    case identity
    /// A mobile or landline number; hotlines (110, 12345, 95588, 400-…) are public.
    case phone
    /// A bank card of 16 to 19 digits.
    case card
    /// A vehicle's licence plate.
    case plate
    case email
    /// A Chinese passport.
    case passport
    /// A permit for travel between the mainland, Hong Kong and Macao.
    case permit
    /// A Hong Kong identity card.
    case hongKongIdentity = "hong-kong-identity"
    /// An address down to a house or room number.
    case address
    /// A person's name, told by the words around it.
    case name
  }
  public var kind: Kind
  /// Bytes of the text that was read.
  public var range: Range<Int>

  public init(_ kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// The personal data of valid UTF-8, in order, never overlapping.
  ///
  /// It is the ground of masking, so it rather finds too much: a number with a person's birthday in it is an
  /// identity number even where its check digit is wrong, because the digit was mistyped. Digits may be
  /// full-width, in groups (138 0013 8000), or Chinese numerals (一三八零零…).
  /// - Complexity: O(n).
  public static func find(in utf8: [UInt8]) -> [PersonalData] {
    var reader = PersonalReader(utf8)
    return reader.read()
  }

  /// The text with each piece of personal data masked, all other bytes as they were.
  /// - Complexity: O(n).
  public static func masked(_ utf8: [UInt8]) -> [UInt8] {
    let found = find(in: utf8)
    if found.isEmpty { return utf8 }
    var out: [UInt8] = []
    out.reserveCapacity(utf8.count)
    var at = 0
    for data in found {
      out += utf8[at..<data.range.lowerBound]
      out += data.mask(of: utf8).utf8
      at = data.range.upperBound
    }
    out += utf8[at...]
    return out
  }
}
