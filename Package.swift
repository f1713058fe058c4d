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
            targets: [
                "Basics", "Diagnostics", "HTML", "Markdown", "Templates", "Images", "CasebookModel", "CasebookLoading",
                "Authoring", "Search", "Site", "Publishing", "Editing",
            ]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
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
        .systemLibrary(name: "CLinux"),
        .target(name: "CProgram", exclude: ["desk", "starter"]),
        .target(
            name: "Basics",
            dependencies: ["CZlib", .target(name: "COpenSSL", condition: .when(platforms: [.linux]))],
            swiftSettings: strict),
        .target(name: "Diagnostics", dependencies: ["Basics"], swiftSettings: strict),
        .target(name: "HTML", dependencies: ["Basics", "Diagnostics"], swiftSettings: strict),
        .target(
            name: "Markdown", dependencies: ["CCMark", "Basics", "Diagnostics", "HTML"], swiftSettings: strict),
        .target(name: "Templates", dependencies: ["Basics", "Diagnostics", "HTML"], swiftSettings: strict),
        .target(name: "Images", dependencies: ["CZlib", "Basics"], swiftSettings: strict),
        .target(
            name: "CasebookModel", dependencies: ["Basics", "Diagnostics", "Markdown", "Images"],
            swiftSettings: strict),
        .target(
            name: "CasebookLoading",
            dependencies: ["Basics", "Diagnostics", "HTML", "Markdown", "Images", "CasebookModel", "Yams"],
            swiftSettings: strict),
        .target(
            name: "Authoring",
            dependencies: ["Basics", "Diagnostics", "Markdown", "Images", "CasebookModel", "CasebookLoading"],
            swiftSettings: strict),
        .target(
            name: "Search", dependencies: ["Basics", "Diagnostics", "CasebookModel"], swiftSettings: strict),
        .target(
            name: "Site",
            dependencies: [
                "Basics", "Diagnostics", "HTML", "Markdown", "Templates", "Images", "CasebookModel", "Search",
            ],
            swiftSettings: strict),
        .target(
            name: "Publishing",
            dependencies: [
                "Basics", "Diagnostics", "HTML", "Markdown", "Templates", "Images", "CasebookModel", "CasebookLoading",
                "Search", "Site", "CProgram",
                .target(name: "CLinux", condition: .when(platforms: [.linux])),
            ],
            swiftSettings: strict),
        .target(
            name: "Editing",
            dependencies: [
                "Basics", "Diagnostics", "Markdown", "Templates", "Images", "CasebookModel", "CasebookLoading", "Authoring",
                "Publishing",
            ],
            swiftSettings: strict),
        .target(
            name: "Preview",
            dependencies: [
                "Basics", "Diagnostics", "HTML", "Templates", "Images", "CasebookModel", "CasebookLoading", "Site",
                "Publishing",
                .target(name: "CLinux", condition: .when(platforms: [.linux])),
            ],
            swiftSettings: strict),
        .target(
            name: "Desk",
            dependencies: [
                "Basics", "Diagnostics", "HTML", "Templates", "Images", "CasebookModel", "CasebookLoading", "Authoring", "Site",
                "Publishing", "Editing", "Preview",
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "knowhow",
            dependencies: [
                "Basics", "Diagnostics", "CasebookModel", "CasebookLoading", "Authoring", "Site", "Publishing", "Editing",
                "Preview", "Desk",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: strict),
        .target(
            name: "TestSupport",
            dependencies: ["Diagnostics", "Templates", "Images", "CasebookModel", "CasebookLoading", "Authoring"],
            path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "BasicsTests", dependencies: ["Basics", "HTML"], swiftSettings: strict),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Basics", "Diagnostics"], swiftSettings: strict),
        .testTarget(name: "HTMLTests", dependencies: ["HTML"], swiftSettings: strict),
        .testTarget(
            name: "MarkdownTests", dependencies: ["Basics", "Diagnostics", "HTML", "Markdown", "CCMark"],
            swiftSettings: strict),
        .testTarget(
            name: "TemplatesTests", dependencies: ["Basics", "Diagnostics", "HTML", "Templates", "Yams"],
            swiftSettings: strict),
        .testTarget(name: "ImagesTests", dependencies: ["Images", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "CasebookModelTests", dependencies: ["Markdown", "CasebookModel"], swiftSettings: strict),
        .testTarget(
            name: "CasebookLoadingTests",
            dependencies: [
                "Basics", "Diagnostics", "HTML", "Markdown", "Images", "CasebookModel", "CasebookLoading", "TestSupport",
                "Yams",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "AuthoringTests",
            dependencies: [
                "Basics", "Diagnostics", "HTML", "Markdown", "CasebookModel", "CasebookLoading", "Authoring", "TestSupport",
                "Yams",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "SearchTests",
            dependencies: ["Basics", "Diagnostics", "Images", "CasebookModel", "CasebookLoading", "Search", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "SiteTests",
            dependencies: [
                "Basics", "Diagnostics", "HTML", "Markdown", "Images", "CasebookModel", "CasebookLoading", "Templates",
                "Search", "Site", "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "PublishingTests",
            dependencies: [
                "Basics", "Diagnostics", "Markdown", "Templates", "Images", "CasebookModel", "CasebookLoading", "Site",
                "Publishing", "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "EditingTests",
            dependencies: [
                "Basics", "Diagnostics", "Markdown", "Templates", "Images", "CasebookModel", "CasebookLoading", "Authoring",
                "Site", "Publishing", "Editing", "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "PreviewTests", dependencies: ["Basics", "Diagnostics", "Site", "Publishing", "Preview", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "DeskTests",
            dependencies: [
                "Basics", "Diagnostics", "Templates", "Images", "CasebookModel", "CasebookLoading", "Authoring", "Publishing",
                "Editing", "Preview", "Desk", "TestSupport",
            ],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
