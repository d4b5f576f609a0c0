/// What is fuzzed; the raw value names the target and its corpus folder.
enum FuzzTarget: String, CaseIterable, Sendable {
  case question
  case markdown
  case frontMatter = "front-matter"
  case index
  case parts
  case vectors
  case weights
  case synonyms
  case batch
}
