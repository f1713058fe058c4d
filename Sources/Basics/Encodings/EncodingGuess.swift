import Foundation

/// The probable encoding of bytes that are not valid UTF-8, one of those that Japanese programs write.
public enum EncodingGuess: String, Sendable, Hashable {
    /// Code page 932 of Windows, also called Shift_JIS.
    case cp932 = "CP932"
    case eucJP = "EUC-JP"
    case utf16 = "UTF-16"

    /// The name for messages.
    package var name: String { self == .cp932 ? "CP932（Shift_JIS）" : rawValue }

    /// Guesses the encoding from a byte order mark, or from lead and trail bytes that are all valid; nil if none is probable.
    ///
    /// If a UTF-8 character of three or four bytes, other than U+F000 to U+FFFF, precedes the first invalid byte, the result is nil: text in other
    /// encodings does not look like that, but truncated UTF-8 does. O(n).
    ///
    /// - Parameters:
    ///   - bytes: All bytes of the text.
    ///   - offset: The offset of the first byte that is invalid in UTF-8.
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

    /// Whether all bytes are valid in CP932 and at least one lead byte is less than 0xA0, as those of all kana and most kanji are.
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

    /// Whether all bytes beyond ASCII are pairs of EUC-JP.
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

/// Decodes text in the encodings of older programs.
package enum LegacyText {
    /// Converts bytes in CP932, or in UTF-16 with a byte order mark, to UTF-8.
    ///
    /// Nil if the bytes are valid UTF-8, if their encoding is not certain, or if one of them is not part of a character. O(n).
    package static func decode(_ bytes: [UInt8]) -> (utf8: [UInt8], encoding: EncodingGuess)? {
        let scan = bytes.withUnsafeBufferPointer(ByteScan.init)
        guard let offset = scan.invalidOffset, let guess = EncodingGuess(bytes, validUpTo: offset) else { return nil }
        let encoding: String.Encoding
        switch guess {
        case .cp932: encoding = CP932.encoding
        case .utf16: encoding = .utf16
        case .eucJP: return nil
        }
        guard let text = String(data: Data(bytes), encoding: encoding), !text.utf8.contains(0),
            !text.unicodeScalars.contains("\u{FFFD}"),
            // Some kanji have two codes in CP932, so the characters are compared after a round trip, not the bytes.
            let back = text.data(using: encoding), String(data: back, encoding: encoding) == text
        else { return nil }
        return (Array(text.utf8), guess)
    }
}
