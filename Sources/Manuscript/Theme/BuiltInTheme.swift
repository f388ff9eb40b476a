// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// The theme that is compiled in: what a project's theme.yaml does not say.
enum BuiltInTheme {
    /// What stands for its file.
    static let path = "built-in theme"

    /// Parsed once for all readers.
    static let value: YAMLValue = {
        let file = SourceFile(
            path: path, text: String(decoding: PackageResources.default_theme_yaml, as: UTF8.self))
        var diagnostics = Diagnostics()
        guard let value = YAMLValue.read(file, &diagnostics) else {
            preconditionFailure("the built-in theme is not YAML: \(diagnostics.all)")
        }
        return value
    }()
}

extension Theme {
    /// The theme of a project that has no theme.yaml.
    public static var builtIn: Theme {
        var diagnostics = Diagnostics()
        return ThemeReader(fontNames: nil).read(BuiltInTheme.value, &diagnostics)
    }
}
