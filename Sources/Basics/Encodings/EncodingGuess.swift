/// What bytes that are not UTF-8 look like.
public enum EncodingGuess: String, Sendable, Hashable {
    /// Windows' Japanese code page, also called Shift_JIS.
    case cp932 = "CP932"
    case eucJP = "EUC-JP"
    case utf16 = "UTF-16"

    /// The name that people know it by.
    package var name: String { self == .cp932 ? "CP932（Shift_JIS）" : rawValue }

    /// Guesses by the shape of the bytes: a byte order mark, or lead and trail bytes that all fit.
    ///
    /// Nothing is guessed where a character of three bytes stands before the offset of the first byte that is not UTF-8: no
    /// other encoding's text looks like that, but UTF-8 that was cut does.
    package init?(_ bytes: [UInt8], validUpTo offset: Int) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            self = .utf16
        } else if bytes[..<offset].contains(where: { $0 >= 0xE0 && $0 != 0xEF }) {
            return nil
        } else if Self.isCP932(bytes) {
            self = .cp932
        } else if Self.isEUC(bytes) {
            self = .eucJP
        } else {
            return nil
        }
    }

    /// Whether all bytes fit CP932 and one leads a character below 0xA0, as all kana and most kanji do there.
    private static func isCP932(_ bytes: [UInt8]) -> Bool {
        var index = 0
        var hasLowLead = false
        while index < bytes.count {
            switch bytes[index] {
            case 0x00...0x7F, 0xA1...0xDF:
                index += 1
            case 0x81...0x9F, 0xE0...0xFC:
                guard index + 1 < bytes.count else { return false }
                let trail = bytes[index + 1]
                guard (0x40...0x7E).contains(trail) || (0x80...0xFC).contains(trail) else { return false }
                if bytes[index] < 0xA0 { hasLowLead = true }
                index += 2
            default:
                return false
            }
        }
        return hasLowLead
    }

    /// Whether all bytes above ASCII come in pairs of EUC-JP.
    private static func isEUC(_ bytes: [UInt8]) -> Bool {
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                index += 1
                continue
            }
            guard index + 1 < bytes.count else { return false }
            let isLead = (0xA1...0xFE).contains(bytes[index]) || bytes[index] == 0x8E
            guard isLead, (0xA1...0xFE).contains(bytes[index + 1]) else { return false }
            index += 2
        }
        return true
    }
}
