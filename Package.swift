// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A C library of the system, found by pkg-config where it has a `.pc` file.
func library(_ name: String, _ pkgConfig: String?, apt: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

/// A room of the house: a target with the targets that it may look at.
func room(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies, swiftSettings: strict)
}

/// The languages whose rules are compiled in, a file each; `all` holds for every one.
let languages = [
    "all", "ar", "bg", "de", "en", "es", "fr", "kk", "ky", "pl", "ro", "ru", "sr", "tr", "uk",
]

let package = Package(
    name: "pamphlet",
    products: [
        .executable(name: "pamphlet", targets: ["pamphlet"]),
        .library(name: "Publishing", targets: ["Publishing"]),
    ],
    dependencies: [
        // YAML with positions.
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        // Command line, help and shell completions.
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        // C libraries: one importing room each (CCairo has three, which share a font and a surface).
        library("CCairo", "cairo-pdf cairo-ft", apt: "libcairo2-dev"),
        library("CPango", "pangocairo pangoft2 harfbuzz fribidi fontconfig", apt: "libpango1.0-dev"),
        library("CQPDF", "libqpdf", apt: "libqpdf-dev"),
        library("CDeflate", "libdeflate", apt: "libdeflate-dev"),
        library("CCommonMark", "libcmark-gfm", apt: "libcmark-gfm-extensions-dev"),
        library("CHyphen", nil, apt: "libhyphen-dev"),
        library("CGettextPO", nil, apt: "libgettextpo-dev"),
        library("CRSVG", "librsvg-2.0", apt: "librsvg2-dev"),
        library("CQREncode", "libqrencode", apt: "libqrencode-dev"),
        library("CMemory", nil, apt: "libc6-dev"),
        library("CLittleCMS", "lcms2", apt: "liblcms2-dev"),
        // A few functions over ICU: its headers may not meet those that Foundation brings.
        .target(name: "CICU", linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),

        room("Groundwork", []),

        // Benches.
        room("CommonMark", ["Groundwork", "CCommonMark"]),
        room("Catalogues", ["Groundwork", "CGettextPO"]),
        room("Hyphens", ["Groundwork", "CHyphen"]),
        room("Fonts", ["Groundwork", "CPango", "CCairo"]),
        room("Artwork", ["Groundwork", "CRSVG", "CCairo", "CQREncode"]),
        room("PDFSyntax", ["Groundwork", "CQPDF", "CDeflate"]),
        room("Inks", ["Groundwork", "CLittleCMS"]),
        room(
            "Languages", ["Groundwork", "CICU", .product(name: "Yams", package: "Yams")],
            resources: languages.map { .embedInCode("Resources/\($0).yaml") }),

        // The line, in the order in which data moves.
        room(
            "Manuscript", ["Groundwork", "CommonMark", .product(name: "Yams", package: "Yams")],
            resources: [.embedInCode("Resources/default-theme.yaml")]),
        room("Translation", ["Groundwork", "Manuscript", "Catalogues"]),
        room("Assembly", ["Groundwork", "Languages", "Manuscript"]),
        room("Typesetting", ["Groundwork", "Fonts", "Hyphens", "Languages"]),
        room("Layout", ["Groundwork", "Manuscript", "Assembly", "Fonts", "Typesetting", "Artwork"]),
        room(
            "Proofs", ["Groundwork", "Languages", "Manuscript", .product(name: "Yams", package: "Yams")],
            resources: [.embedInCode("Resources")]),
        room("Quality", ["Groundwork", "Fonts", "Manuscript", "Typesetting", "Layout"]),
        room("Rendering", ["Groundwork", "Typesetting", "Layout", "Fonts", "Artwork", "CCairo"]),
        room("Finishing", ["Groundwork", "Layout", "Rendering", "PDFSyntax"]),
        room("Preflight", ["Groundwork", "PDFSyntax"]),

        room(
            "Publishing",
            [
                "Groundwork", "Catalogues", "Manuscript", "Translation", "Assembly", "Fonts", "Hyphens",
                "Languages", "Typesetting", "Layout", "Proofs", "Quality", "Rendering", "Inks", "Finishing", "CMemory",
            ],
            // A link to Fonts/fonts.yaml, so that a new project declares what this one does.
            resources: [.embedInCode("Resources/fonts.yaml")]),
        .executableTarget(
            name: "pamphlet",
            dependencies: [
                "Groundwork", "Manuscript", "Publishing", "Preflight",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        // What Benchmarks/breaking and Benchmarks/pages run.
        .executableTarget(
            name: "stopwatch",
            dependencies: [
                "Groundwork", "Manuscript", "Assembly", "Fonts", "Hyphens", "Typesetting", "Layout", "Publishing",
            ],
            path: "Benchmarks/Stopwatch", swiftSettings: strict),

        tests("Groundwork"),
        tests("CommonMark", ["Groundwork"]),
        tests("Catalogues", ["Groundwork"]),
        tests("Hyphens", ["Groundwork"]),
        tests("Fonts", ["Groundwork"]),
        tests("Artwork", ["Groundwork"]),
        tests("PDFSyntax", ["Groundwork"]),
        tests("Inks", ["Groundwork"]),
        tests("Languages", ["Groundwork"]),
        tests("Manuscript", ["Groundwork"]),
        tests("Translation", ["Groundwork", "Manuscript", "Catalogues"]),
        tests("Assembly", ["Groundwork", "Manuscript"]),
        tests("Typesetting", ["Groundwork", "Fonts", "Hyphens", "Languages"]),
        tests("Layout", ["Groundwork", "Manuscript", "Assembly", "Typesetting", "Fonts", "Hyphens"]),
        tests("Proofs", ["Groundwork", "Manuscript"]),
        tests("Quality", ["Groundwork", "Manuscript", "Layout", "Typesetting", "Fonts"]),
        tests("Rendering", ["Groundwork", "Layout", "Typesetting", "Fonts", "PDFSyntax"]),
        tests("Finishing", ["Groundwork", "Layout", "Rendering", "Typesetting", "Fonts", "PDFSyntax", "CCairo"]),
        tests("Preflight", ["Groundwork", "PDFSyntax"]),
        tests(
            "Publishing",
            [
                "Groundwork", "Manuscript", "Assembly", "Fonts", "Hyphens", "Typesetting", "Layout", "Quality",
                "Preflight",
                "PDFSyntax",
            ]),
    ],
    swiftLanguageModes: [.v6]
)
