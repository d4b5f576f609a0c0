// swift-tools-version: 6.1
import PackageDescription

// Built by ../run.sh, which adds the sanitizers; the targets are replayed by the root package's tests.
let package = Package(
  name: "Fuzz",
  dependencies: [.package(name: "CityAgent", path: "../../..")],
  targets: [
    // The files of city-agent that read a batch line: an executable of another package cannot be imported.
    .target(
      name: "BatchLine",
      dependencies: [
        .product(name: "CityBackends", package: "CityAgent"),
        .product(name: "CityAgentKit", package: "CityAgent"),
        .product(name: "CityIndex", package: "CityAgent"),
        .product(name: "CityJSON", package: "CityAgent"),
        .product(name: "CityText", package: "CityAgent"),
      ],
      path: "BatchLine"),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "BatchLine",
        .product(name: "CityAgentKit", package: "CityAgent"),
        .product(name: "CityAgentTesting", package: "CityAgent"),
        .product(name: "CityIndex", package: "CityAgent"),
        .product(name: "CityJSON", package: "CityAgent"),
        .product(name: "CityText", package: "CityAgent"),
      ],
      path: "Targets"),
    .executableTarget(
      name: "Fuzz", dependencies: ["FuzzTargets"], path: "Driver",
      // The system's gold linker gives up on sanitized objects.
      linkerSettings: [.unsafeFlags(["-use-ld=lld"])]),
  ],
  swiftLanguageModes: [.v6]
)

// The language rules of the root package.
for target in package.targets {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  ]
}
