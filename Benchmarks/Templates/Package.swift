// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "TemplatesBenchmark",
    platforms: [.macOS(.v14)],
    dependencies: [
        .package(name: "knowhow", path: "../.."),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    ],
    targets: [
        .executableTarget(
            name: "TemplatesBenchmark",
            dependencies: [
                .product(name: "KnowhowKit", package: "knowhow"),
                .product(name: "Mustache", package: "swift-mustache"),
            ])
    ],
    swiftLanguageModes: [.v6]
)
