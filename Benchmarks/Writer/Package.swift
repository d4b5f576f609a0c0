// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Writer",
  dependencies: [.package(name: "CityAgent", path: "../..")],
  targets: [
    .executableTarget(
      name: "Writer",
      dependencies: [
        .product(name: "CityAgentKit", package: "CityAgent"),
        .product(name: "CityAgentTesting", package: "CityAgent"),
      ])
  ])
