// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "FrontMatterBenchmark",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "knowhow", path: "../.."),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .executableTarget(
            name: "FrontMatterBenchmark",
            dependencies: [
                .product(name: "KnowhowKit", package: "knowhow"),
                .product(name: "Yams", package: "Yams"),
            ])
    ],
    swiftLanguageModes: [.v6]
)
