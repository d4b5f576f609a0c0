import CityAgentKit
import CityIndex
import FoundationEssentials
import Glibc

extension DoctorCommand {
  /// The index: there, whole, up to date, and its documents still in force.
  static func knowledge(_ installation: Installation, into report: inout DoctorReport) {
    let place: KnowledgePlace
    do {
      place = try installation.place()
    } catch {
      report.add("knowledge", .bad, error.message)
      return
    }
    let path = place.indexPath
    guard FilePath.exists(path) else {
      report.add("index", .warning, Phrase.noIndexYet.text(path))
      return
    }
    let index: KnowledgeIndex
    do {
      index = try KnowledgeIndex.open(path)
      try index.verify()
    } catch {
      // An index that belongs to documents is built again at the next question; a file alone is lost.
      if case .documents = place {
        report.add("index", .warning, "\(error) " + Phrase.doctorRebuild.text())
      } else {
        report.add("index", .bad, "\(error)")
      }
      return
    }
    report.add(
      "index", .good,
      Phrase.doctorIndex.text(
        path, "\(index.documentCount)", "\(index.passageCount)",
        String(index.generation.prefix(16)), age(path)))
    if case .documents(let sources) = place {
      let isCurrent =
        index.fingerprint == KnowledgeBase.fingerprint(sources, skills: installation.skills())
      report.add(
        "up-to-date", isCurrent ? .good : .warning,
        (isCurrent ? Phrase.doctorCurrent : Phrase.doctorOutOfDate).text())
    }
    dates(index, asOf: installation.asOf, into: &report)
  }

  private static func dates(
    _ index: KnowledgeIndex, asOf: CalendarDay, into report: inout DoctorReport
  ) {
    var expired: [String] = []
    var old = 0
    for number in 0..<index.documentCount {
      let document = index.document(number)
      if let day = document.metadata.validTo.flatMap({ CalendarDay($0) }), day < asOf {
        expired.append(document.id)
      }
      // A span of years, 2022-2023, counts by its last.
      if let text = document.metadata.asOf,
        let day = CalendarDay(text) ?? CalendarDay(text.suffix(4)),
        asOf.daysSince1970 - day.daysSince1970 > oldAfterDays
      {
        old += 1
      }
    }
    if expired.isEmpty {
      report.add("in-force", .good, Phrase.doctorInForce.text("\(asOf)"))
    } else {
      let named = expired.prefix(3).joined(separator: ", ") + (expired.count > 3 ? " …" : "")
      report.add("in-force", .warning, Phrase.doctorExpired.text("\(expired.count)", named))
    }
    if old > 0 {
      report.add("as-of", .warning, Phrase.doctorOld.text("\(old)", "\(oldAfterDays / 365)"))
    }
  }

  /// A document checked longer ago than this is called old.
  private static let oldAfterDays = 730

  /// How long ago a file was written, in the largest whole unit.
  private static func age(_ path: String) -> String {
    var status = stat()
    guard stat(path, &status) == 0 else { return "–" }
    let seconds = max(0, time(nil) - status.st_mtim.tv_sec)
    switch seconds {
    case 0..<3600: return Phrase.minutes.text("\(seconds / 60)")
    case 3600..<86_400: return Phrase.hours.text("\(seconds / 3600)")
    default: return Phrase.days.text("\(seconds / 86_400)")
    }
  }
}
