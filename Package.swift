// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
    name: "knowhow",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "knowhow", targets: ["knowhow"]),
        .library(
            name: "KnowhowKit",
            targets: ["Diagnostics", "HTML", "Markdown", "Templates", "Casebook", "Search", "Site", "Publishing"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CCMark", pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(
            name: "COpenSSL", pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"])]),
        .target(name: "Diagnostics", swiftSettings: strict),
        .target(name: "HTML", dependencies: ["Diagnostics"], swiftSettings: strict),
        .target(name: "Markdown", dependencies: ["CCMark", "Diagnostics", "HTML"], swiftSettings: strict),
        .target(name: "Templates", dependencies: ["Diagnostics", "HTML"], swiftSettings: strict),
        .target(
            name: "Casebook", dependencies: ["Diagnostics", "HTML", "Markdown", "Yams"], swiftSettings: strict),
        .target(name: "Search", dependencies: ["Diagnostics", "Casebook"], swiftSettings: strict),
        .target(
            name: "Site", dependencies: ["Diagnostics", "HTML", "Markdown", "Templates", "Casebook", "Search"],
            swiftSettings: strict),
        .target(
            name: "Publishing",
            dependencies: [
                "CZlib", .target(name: "COpenSSL", condition: .when(platforms: [.linux])), "Diagnostics", "HTML",
                "Markdown", "Templates", "Casebook", "Site",
            ],
            swiftSettings: strict),
        .target(
            name: "Preview", dependencies: ["Diagnostics", "HTML", "Templates", "Casebook", "Site", "Publishing", "FlyingFox"],
            swiftSettings: strict),
        .executableTarget(
            name: "knowhow",
            dependencies: [
                "Diagnostics", "Casebook", "Site", "Publishing", "Preview",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: strict),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: strict),
        .testTarget(name: "HTMLTests", dependencies: ["HTML"], swiftSettings: strict),
        .testTarget(name: "MarkdownTests", dependencies: ["Diagnostics", "HTML", "Markdown", "CCMark"], swiftSettings: strict),
        .testTarget(name: "TemplatesTests", dependencies: ["Diagnostics", "HTML", "Templates", "Yams"], swiftSettings: strict),
        .testTarget(
            name: "CasebookTests", dependencies: ["Diagnostics", "HTML", "Markdown", "Casebook", "Yams"], swiftSettings: strict),
        .testTarget(name: "SearchTests", dependencies: ["Search", "Casebook", "Diagnostics"], swiftSettings: strict),
        .testTarget(
            name: "SiteTests", dependencies: ["Site", "Casebook", "Templates", "Diagnostics"], swiftSettings: strict),
        .testTarget(
            name: "PreviewTests", dependencies: ["Preview", "Publishing", "Site", "Diagnostics"], swiftSettings: strict),
        .testTarget(
            name: "PublishingTests",
            dependencies: ["Publishing", "Site", "Casebook", "Templates", "Markdown", "Diagnostics"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
