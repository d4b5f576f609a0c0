// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Embed",
  dependencies: [.package(name: "CityAgent", path: "../..")],
  targets: [
    .executableTarget(
      name: "Embed", dependencies: [.product(name: "CityAgentKit", package: "CityAgent")])
  ],
  swiftLanguageModes: [.v6]
)
