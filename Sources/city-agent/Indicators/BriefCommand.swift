import CityAgentKit
import FoundationEssentials
import Glibc
import IndicatorSkill

/// `brief`: the report on a region and a period, as Markdown or one HTML page.
enum BriefCommand {
  static func run(_ arguments: ParsedArguments) throws -> ExitStatus {
    let installation = try Installation(arguments)
    guard let words = arguments["period"], let period = Period(words) else {
      throw CommandFailure.usage(Phrase.briefPeriod.text(arguments["period"] ?? ""))
    }
    let skills = installation.skills()
    let skill = skills.compactMap { $0 as? IndicatorSkill }.first ?? IndicatorSkill()
    let knowledge = try installation.openKnowledge(for: skills)
    let brief = try skill.brief(
      region: arguments["region"] ?? skill.defaultRegion ?? "全国",
      period: period, isEnglish: arguments["lang"] == "en", asOf: installation.asOf,
      from: knowledge)
    let page = BriefPage(brief)
    guard let output = arguments["output"] else {
      try Console.out(arguments.has("html") ? page.html() : page.markdown(prefix: "brief"))
      return .success
    }
    if arguments.has("html") || output.hasSuffix(".html") {
      try write(page.html(), to: output)
    } else {
      let stem = output.hasSuffix(".md") ? String(output.dropLast(3)) : output
      let prefix = stem.split(separator: "/").last.map(String.init) ?? "brief"
      let folder = stem.lastIndex(of: "/").map { String(stem[...$0]) } ?? ""
      for chart in page.chartFiles(prefix: prefix) { try write(chart.svg, to: folder + chart.name) }
      try write(page.markdown(prefix: prefix), to: output)
    }
    return .success
  }

  /// Writes a file whole: beside it first, then in its place.
  static func write(_ text: String, to path: String) throws(CommandFailure) {
    let data = Data(text.utf8)
    do {
      try data.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CommandFailure(.usage, "unwritable", Phrase.cannotWrite.text(path, "\(error)"))
    }
  }
}
