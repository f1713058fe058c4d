import Foundation

/// Text in the encodings of older programs.
package enum LegacyText {
    /// Bytes in CP932, or in UTF-16 with its byte order mark, as UTF-8.
    ///
    /// Nil where the bytes may be something else, or where one of them is no character.
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
            // Some kanji have two codes in CP932: the characters must come back, not the bytes.
            let back = text.data(using: encoding), String(data: back, encoding: encoding) == text
        else { return nil }
        return (Array(text.utf8), guess)
    }
}
