// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "IndexBuild",
  dependencies: [.package(name: "CityAgent", path: "../..")],
  targets: [
    .executableTarget(
      name: "IndexBuild", dependencies: [.product(name: "CityIndex", package: "CityAgent")])
  ],
  swiftLanguageModes: [.v6]
)
