// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "dateline",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "dateline", targets: ["dateline"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    ],
    targets: [
        // The system's C libraries.
        .systemLibrary(
            name: "CCMark", pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(name: "CMalloc"),

        // What Swift tells only where there is /proc.
        .target(name: "CArguments"),
        // Libraries that are loaded when they are needed; nothing is linked to them.
        .target(name: "CPangoCairo"),

        // The floor under all but EDTF and MapGeometry …
        .target(name: "UTF8Text"),
        .target(name: "Files", dependencies: ["CMalloc", "UTF8Text"]),

        // … five leaves …
        .target(name: "Diagnostics", dependencies: ["UTF8Text"]),
        .target(name: "EDTF"),
        .target(name: "CommonMark", dependencies: ["CCMark", "UTF8Text"]),
        .target(name: "CardDrawing", dependencies: ["CPangoCairo", "CZlib", "UTF8Text"]),
        .target(name: "MapGeometry", exclude: ["Outlines/README.md", "Outlines/outlines.py"]),

        // … and one chain.
        .target(
            name: "TimelineModel",
            dependencies: ["CLibYAML", "CommonMark", "Diagnostics", "EDTF", "Files", "UTF8Text"]),
        .target(
            name: "Exports",
            dependencies: ["Diagnostics", "EDTF", "MapGeometry", "TimelineModel", "UTF8Text"]),
        .target(
            name: "Imports",
            dependencies: ["CommonMark", "Diagnostics", "EDTF", "TimelineModel", "UTF8Text"]),
        .target(
            name: "Changes", dependencies: ["Diagnostics", "EDTF", "TimelineModel", "UTF8Text"]),
        .target(name: "SiteOutput", dependencies: ["CZlib", "Diagnostics", "Files", "UTF8Text"]),
        .target(name: "Templates", dependencies: ["Diagnostics", "Files", "UTF8Text"]),
        .target(
            name: "SiteRendering",
            dependencies: [
                "CardDrawing", "CommonMark", "Diagnostics", "EDTF", "Exports", "Files", "MapGeometry",
                "SiteOutput", "Templates", "TimelineModel", "UTF8Text",
            ],
            exclude: ["Search/folding.py", "Theme/Templates/README.md"],
            resources: [.embedInCode("Theme/Templates")]),
        .target(
            name: "DevServer",
            dependencies: [
                "Diagnostics", "Files", "SiteOutput", "SiteRendering", "TimelineModel", "UTF8Text",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            resources: [.embedInCode("Client")]),
        .executableTarget(
            name: "dateline",
            dependencies: [
                "CArguments", "Changes", "CommonMark", "DevServer", "Diagnostics", "EDTF", "Files", "Imports",
                "SiteOutput",
                "SiteRendering", "TimelineModel", "UTF8Text",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Release"], resources: [.embedInCode("Starter")]),

        // `make bench` runs it.
        .executableTarget(
            name: "microbenchmarks",
            dependencies: [
                "CCMark", "CLibYAML", "CommonMark", "EDTF", "Files", "SiteOutput", "SiteRendering",
                "TimelineModel", "UTF8Text",
            ],
            path: "Tests/Benchmarks/Micro"),

        // What tests of several modules use.
        .target(name: "TestSupport", dependencies: ["UTF8Text"], path: "Tests/TestSupport"),

        .testTarget(
            name: "UTF8TextTests", dependencies: ["TestSupport", "UTF8Text"], exclude: ["casefolding.py"]),
        .testTarget(name: "FilesTests", dependencies: ["Files", "TestSupport", "UTF8Text"]),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport", "UTF8Text"]),
        .testTarget(name: "EDTFTests", dependencies: ["EDTF", "TestSupport"], resources: [.copy("Vectors")]),
        .testTarget(name: "CommonMarkTests", dependencies: ["CommonMark", "TestSupport", "UTF8Text"]),
        .testTarget(name: "MapGeometryTests", dependencies: ["MapGeometry", "TestSupport"]),
        .testTarget(
            name: "TimelineModelTests",
            dependencies: [
                "CommonMark", "Diagnostics", "EDTF", "Files", "TestSupport", "TimelineModel", "UTF8Text",
            ], exclude: ["Knowledge/statuses.txt"]),
        .testTarget(name: "CardDrawingTests", dependencies: ["CardDrawing", "CZlib", "UTF8Text"]),
        .testTarget(
            name: "ExportsTests",
            dependencies: [
                "Diagnostics", "EDTF", "Exports", "Files", "MapGeometry", "TestSupport", "TimelineModel",
                "UTF8Text",
            ]),
        .testTarget(
            name: "ImportsTests",
            dependencies: [
                "CommonMark", "Diagnostics", "EDTF", "Files", "Imports", "TestSupport", "TimelineModel",
                "UTF8Text",
            ]),
        .testTarget(
            name: "ChangesTests",
            dependencies: ["Changes", "Diagnostics", "EDTF", "TestSupport", "TimelineModel", "UTF8Text"]),
        .testTarget(
            name: "SiteOutputTests",
            dependencies: ["Diagnostics", "Files", "SiteOutput", "TestSupport", "UTF8Text"]),
        .testTarget(
            name: "TemplatesTests", dependencies: ["Diagnostics", "Templates", "TestSupport", "UTF8Text"],
            resources: [.copy("MustacheSpecification")]),
        .testTarget(
            name: "SiteRenderingTests",
            dependencies: [
                "CardDrawing", "CommonMark", "Diagnostics", "EDTF", "Files", "MapGeometry", "SiteOutput",
                "SiteRendering",
                "Templates", "TestSupport", "TimelineModel", "UTF8Text",
            ],
            exclude: ["Values"], resources: [.copy("Shared")]),
        .testTarget(
            name: "DevServerTests",
            dependencies: [
                "DevServer", "Diagnostics", "EDTF", "Files", "SiteOutput", "SiteRendering", "TestSupport",
                "TimelineModel", "UTF8Text",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "DevServer", "Diagnostics", "Files", "SiteOutput", "SiteRendering", "TestSupport",
                "TimelineModel",
                "UTF8Text", "dateline",
            ],
            exclude: ["Sites"]),
    ],
    swiftLanguageModes: [.v6]
)

// A file imports each module whose members it uses, so that the imports at its top are all that it depends on. Each use
// of memory that the compiler cannot check is marked `unsafe`; without the mark it is an error.
for target in package.targets where target.type != .system {
    target.swiftSettings = [.enableUpcomingFeature("MemberImportVisibility")]
    if target.type != .test {
        target.swiftSettings? += [
            .strictMemorySafety(), .treatWarning("StrictMemorySafety", as: .error),
        ]
    }
}
