/// Words that name a place, and what of the register they may mean.
struct PlaceMention {
  var candidates: [PlaceReading.Candidate]
  /// How close its name is: ``PlaceRegister/Kind/rank``, one more for an exit.
  var rank: Int
  /// Bytes of the report; nil in the address field.
  var range: Range<Int>?
  /// The words as they stand there.
  var words: String
}

extension PlaceReading.Candidate {
  /// Both together where they can be one place: the closer name, the community that one of them has.
  func joined(with other: Self, closer: Bool) -> Self? {
    guard street == other.street,
      community == nil || other.community == nil || community == other.community
    else { return nil }
    var joined = closer ? self : other
    let rest = closer ? other : self
    joined.community = joined.community ?? rest.community
    joined.latitude = joined.latitude ?? rest.latitude
    joined.longitude = joined.longitude ?? rest.longitude
    joined.isUnverified = isUnverified && other.isUnverified
    return joined
  }
}
