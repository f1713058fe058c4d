extension Unicode.Scalar {
    /// Whether a terminal shows this scalar two cells wide: East Asian Wide and Fullwidth (UAX #11), by Unicode block.
    public var isWide: Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
            0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}

extension String {
    /// The width of this string in cells of a terminal, where a wide character takes two.
    public var terminalWidth: Int {
        reduce(0) { $0 + ($1.unicodeScalars.first.map { $0.isWide ? 2 : 1 } ?? 0) }
    }
}
