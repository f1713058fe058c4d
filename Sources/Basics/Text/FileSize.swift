/// The size of a file as pages and messages show it.
package enum FileSize {
    /// Returns a size in kilobytes or megabytes of 1,000 and 1,000,000 bytes, such as `12kB` or `3.4MB`; at least 1 kB.
    package static func label(byteCount: Int) -> String {
        guard byteCount >= 999_500 else { return "\(max(1, (byteCount + 500) / 1_000))kB" }
        let tenths = (byteCount + 50_000) / 100_000
        return "\(tenths / 10).\(tenths % 10)MB"
    }
}
