// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "EqualFilesBenchmark",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "knowhow", path: "../..")],
    targets: [
        .executableTarget(
            name: "EqualFilesBenchmark", dependencies: [.product(name: "KnowhowKit", package: "knowhow")])
    ],
    swiftLanguageModes: [.v6]
)
