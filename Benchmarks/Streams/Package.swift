// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Streams",
  dependencies: [.package(name: "CityAgent", path: "../..")],
  targets: [
    .executableTarget(
      name: "Streams",
      dependencies: [
        .product(name: "CityAgentKit", package: "CityAgent"),
        .product(name: "CityBackends", package: "CityAgent"),
      ])
  ],
  swiftLanguageModes: [.v6])
