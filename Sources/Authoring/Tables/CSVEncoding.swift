import Diagnostics

/// The character encoding of a table.
public enum CSVEncoding: String, Sendable, Hashable, CaseIterable {
    case utf8 = "utf-8"
    case cp932

    /// The name that people know it by.
    public var name: String { self == .utf8 ? "UTF-8" : "CP932（Shift_JIS）" }
}
