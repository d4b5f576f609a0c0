import CityAgent
import CityIndex
import CityText

/// What matching needs of all guides, compiled when the index is built.
///
/// Guides with their families and fields, and an inverted list from the terms of their names and
/// aliases. Flat columns: the first use of a generation copies them, it parses nothing.
struct GuideTable: Sendable {
  static let name = "service-guides"
  static let version = 3

  /// One guide document: an item in one language.
  struct Guide: Sendable, Equatable {
    var document: Int
    /// Number of the item; guides of one item in several languages share it.
    var item: Int
    var isEnglish: Bool
    var title: String
    /// Name shared by items that a bare mention does not tell apart; empty for none.
    var family: String
    /// What tells the item apart within its family; the title where none is given.
    var variant: String
    /// Passages by field, in text order.
    var fields: [FieldPassage]
  }

  struct FieldPassage: Sendable, Equatable {
    var field: GuideField
    var passage: Int
  }

  var guides: [Guide] = []
  /// Titles and aliases; a name's bearer is its guide.
  var names: NameIndex
}
