// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "MarkdownBenchmark",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "knowhow", path: "../..")],
    targets: [
        .executableTarget(
            name: "MarkdownBenchmark", dependencies: [.product(name: "KnowhowKit", package: "knowhow")])
    ],
    swiftLanguageModes: [.v6]
)
