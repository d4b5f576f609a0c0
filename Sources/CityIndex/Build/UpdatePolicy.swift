/// When an update takes parts together, and when it writes the whole index anew.
struct UpdatePolicy: Sendable {
  /// Parts after the first that a search looks through at most; an update that would make more takes them all
  /// into its own.
  var parts = 8
  /// The file is written anew as one part when what was appended to its first part, as a share of that
  /// part's bytes, would be more …
  var appended = 0.5
  /// … or when more than this share of the first part's documents is no longer in use.
  var deleted = 0.25
}
