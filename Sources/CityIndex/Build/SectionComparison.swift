/// Compares the sections that a build makes with those of a part, and keeps none.
///
/// What an appended part says of the generation, a build of its documents alone cannot know: that is passed over.
final class SectionComparison: SectionSink {
  private let segment: IndexSegment
  private var isCompared: Bool {
    segment.number == 0 || ![.deleted, .order, .state].contains(section)
  }
  private var section: IndexFormat.Section = .strings
  private var view = ByteView.empty
  private var place = 0

  init(_ segment: IndexSegment) { self.segment = segment }

  func begin(_ section: IndexFormat.Section) {
    self.section = section
    place = 0
    let entry = segment.header.entries.first { $0.section == section }
    view = entry.flatMap { segment.view.slice($0.offset, $0.length) } ?? .empty
  }

  func append(_ bytes: [UInt8]) throws(IndexError) {
    guard isCompared else { return }
    guard let part = view.slice(place, bytes.count), part.raw.elementsEqual(bytes) else {
      throw differs
    }
    place += bytes.count
  }

  func end() throws(IndexError) {
    guard place == view.count || !isCompared else { throw differs }
  }

  private var differs: IndexError {
    .damaged(
      "section “\(section.rawValue)” is not what its documents make", segment.path)
  }
}
