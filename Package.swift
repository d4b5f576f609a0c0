// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "CityAgent",
  products: [
    .library(name: "CityAgentKit", targets: ["CityAgentKit"]),
    .library(name: "CityBackends", targets: ["CityBackends"]),
    .library(name: "CityAgentTesting", targets: ["CityAgentTesting"]),
    .library(name: "CityText", targets: ["CityText"]),
    .library(name: "CityIndex", targets: ["CityIndex"]),
    .library(name: "CityJSON", targets: ["CityJSON"]),
    .executable(name: "city-agent", targets: ["city-agent"]),
  ],
  targets: [
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .target(name: "CityText"),
    .target(name: "CityJSON"),
    .target(name: "CityIndex", dependencies: ["CityText"]),
    .target(name: "CitySeries", dependencies: ["CityText"]),
    .target(name: "CityChart", dependencies: ["CityText"]),
    .target(name: "CityNet", dependencies: ["CCurl"]),
    .target(
      name: "CityAgent",
      dependencies: ["CityText", "CityIndex", "CityJSON", "CityNet", "CitySeries"]),
    .target(
      name: "CityBackends", dependencies: ["CityAgent", "CityJSON", "CityNet"]),
    .target(name: "GuideSkill", dependencies: ["CityAgent", "CityText", "CityIndex"]),
    .target(
      name: "IndicatorSkill",
      dependencies: ["CityAgent", "CityChart", "CityText", "CityIndex", "CitySeries"]),
    .target(
      name: "TriageSkill",
      dependencies: ["CityAgent", "CityChart", "CityIndex", "CityJSON", "CityText"]),
    .target(
      name: "CityAgentKit",
      dependencies: ["CityAgent", "GuideSkill", "IndicatorSkill", "TriageSkill"]),
    .target(name: "CityAgentTesting", dependencies: ["CityAgent", "CityIndex"]),
    .executableTarget(
      name: "city-agent",
      dependencies: [
        "CityAgentKit", "CityBackends", "CityIndex", "CityJSON", "CityNet", "CitySeries",
        "CityText", "IndicatorSkill", "TriageSkill",
      ]),
    // A real server on the loopback, for the tests of what is sent.
    .target(name: "LoopbackServer", path: "Tests/LoopbackServer"),
    .testTarget(name: "CityNetTests", dependencies: ["CityNet", "LoopbackServer"]),
    .testTarget(
      name: "CityBackendsTests",
      dependencies: [
        "CityAgent", "CityAgentTesting", "CityBackends", "CityIndex", "CityJSON", "CityNet",
        "CityText", "LoopbackServer",
      ]),
    .testTarget(name: "CityTextTests", dependencies: ["CityText"]),
    .testTarget(
      name: "CityIndexTests", dependencies: ["CityIndex", "CityText"], exclude: ["Fixtures"]),
    .testTarget(
      name: "CityAgentTests",
      dependencies: [
        "CityAgent", "CityAgentTesting", "CityIndex", "CityJSON", "CityNet", "CityText",
      ]),
    .testTarget(
      name: "GuideSkillTests",
      dependencies: ["GuideSkill", "CityAgentKit", "CityAgentTesting", "CityIndex", "CityText"]),
    .testTarget(name: "CitySeriesTests", dependencies: ["CitySeries"]),
    .testTarget(name: "CityChartTests", dependencies: ["CityChart", "CityText"]),
    .testTarget(
      name: "TriageSkillTests",
      dependencies: [
        "CityAgent", "CityAgentKit", "CityAgentTesting", "CityIndex", "CityJSON", "CityText",
        "TriageSkill",
      ]),
    .testTarget(
      name: "IndicatorSkillTests",
      dependencies: [
        "CityAgent", "CityAgentKit", "CityAgentTesting", "CityIndex", "CitySeries", "CityText",
        "IndicatorSkill",
      ],
      exclude: ["Measure/fujian.csv", "Understand/paraphrases.tsv"]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "CityAgent", "CityBackends", "CityIndex", "CityJSON", "CityNet", "CityText",
        "LoopbackServer",
        "city-agent",
      ]),
    .testTarget(
      name: "FuzzReplayTests",
      dependencies: [
        "CityAgentKit", "CityAgentTesting", "CityIndex", "CityJSON", "CityText", "GuideSkill",
        "city-agent",
      ]),
  ],
  swiftLanguageModes: [.v6]
)

// One set of language rules for every Swift target.
for target in package.targets where target.type != .system {
  target.swiftSettings = [
    // `any Skill` is spelled out: an existential costs something and should be seen.
    .enableUpcomingFeature("ExistentialAny"),
    // A module's imports are its own business unless it says `public import`.
    .enableUpcomingFeature("InternalImportsByDefault"),
    // A member is found only through an import in the same file.
    .enableUpcomingFeature("MemberImportVisibility"),
    // An async function runs where its caller runs: no hop for the short calls of a turn.
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  ]
}
