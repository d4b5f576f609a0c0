import CityAgent
import CityIndex
import CityText

/// What matching needs of all guides, compiled when the index is built.
///
/// Guides with their families and fields, and an inverted list from the terms of their names and
/// aliases. Flat columns: the first use of a generation copies them, it parses nothing.
struct GuideTable: Sendable {
  static let name = "service-guides"
  static let version = 2

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
  /// For each alias its guide, and where its terms begin in ``aliasTerms``.
  var aliasGuide: [UInt32] = []
  var aliasStart: [UInt32] = [0]
  /// Numbers of the terms of each alias.
  var aliasTerms: [UInt32] = []
  /// Distinct terms of all aliases, sorted, and how much each tells.
  var termKeys: [UInt64] = []
  var termWeights: [Float] = []
  /// For each term the aliases that hold it.
  var termStart: [UInt32] = [0]
  var termAliases: [UInt32] = []

  /// The number of a term; nil where no alias holds it.
  /// - Complexity: O(log n).
  func term(_ key: UInt64) -> Int? {
    var low = 0
    var high = termKeys.count
    while low < high {
      let middle = (low + high) / 2
      if termKeys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < termKeys.count && termKeys[low] == key ? low : nil
  }

  func terms(ofAlias alias: Int) -> ArraySlice<UInt32> {
    aliasTerms[Int(aliasStart[alias])..<Int(aliasStart[alias + 1])]
  }

  func aliases(ofTerm term: Int) -> ArraySlice<UInt32> {
    termAliases[Int(termStart[term])..<Int(termStart[term + 1])]
  }
}
