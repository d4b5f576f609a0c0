// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "VectorSearch",
  dependencies: [.package(name: "CityAgent", path: "../..")],
  targets: [
    .executableTarget(
      name: "VectorSearch", dependencies: [.product(name: "CityIndex", package: "CityAgent")])
  ],
  swiftLanguageModes: [.v6]
)
