// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Search",
  dependencies: [.package(name: "CityAgent", path: "../..")],
  targets: [
    .executableTarget(
      name: "Search",
      dependencies: [
        .product(name: "CityAgentKit", package: "CityAgent"),
        .product(name: "CityIndex", package: "CityAgent"),
        .product(name: "CityJSON", package: "CityAgent"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
