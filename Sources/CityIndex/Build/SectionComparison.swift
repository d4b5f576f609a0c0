/// Compares the sections that a build makes with those of a file, and keeps none.
final class SectionComparison: SectionSink {
  private let segment: IndexSegment
  private var section: IndexFormat.Section = .strings
  private var view = ByteView.empty
  private var place = 0

  init(_ segment: IndexSegment) { self.segment = segment }

  func begin(_ section: IndexFormat.Section) {
    self.section = section
    place = 0
    let entry = segment.header.entries.first { $0.section == section }
    view = entry.flatMap { segment.file.view.slice($0.offset, $0.length) } ?? .empty
  }

  func append(_ bytes: [UInt8]) throws(IndexError) {
    guard let part = view.slice(place, bytes.count), part.raw.elementsEqual(bytes) else {
      throw differs
    }
    place += bytes.count
  }

  func end() throws(IndexError) {
    guard place == view.count else { throw differs }
  }

  private var differs: IndexError {
    .damaged(
      "section “\(section.rawValue)” is not what its documents make", segment.path)
  }
}
