import Foundation

/// Decodes code page 932, Shift_JIS as Windows uses it, with the characters that NEC and IBM added (①, ㈱, 髙).
package enum CP932 {
    /// The result of decoding.
    package enum Outcome: Equatable {
        /// The text in UTF-8.
        case text([UInt8])
        /// The offset of the first byte that does not start a valid character.
        case invalid(Int)
    }

    /// `kCFStringEncodingDOSJapanese` of Core Foundation, which maps characters as Microsoft does.
    static let encoding = String.Encoding(rawValue: 0x8000_0420)

    /// Decodes bytes. O(n) if they are valid.
    package static func decode(_ bytes: [UInt8]) -> Outcome {
        if let text = String(data: Data(bytes), encoding: encoding) { return .text(Array(text.utf8)) }
        return .invalid(firstInvalidOffset(bytes))
    }

    private static func firstInvalidOffset(_ bytes: [UInt8]) -> Int {
        var offset = 0
        while offset < bytes.count {
            let isPair = (0x81...0x9F).contains(bytes[offset]) || (0xE0...0xFC).contains(bytes[offset])
            let end = offset + (isPair ? 2 : 1)
            guard end <= bytes.count, String(data: Data(bytes[offset..<end]), encoding: encoding) != nil else { break }
            offset = end
        }
        return offset
    }
}
