#if canImport(Glibc)
import Glibc
#else
import CoreFoundation
import Foundation
#endif

/// Windows' Japanese code page 932, with the characters that NEC and IBM added (①, ㈱, 髙).
enum CP932 {
    /// What came of decoding.
    enum Outcome: Equatable {
        /// The text in UTF-8.
        case text([UInt8])
        /// The offset of the first byte that begins no character.
        case invalid(Int)
        /// The system has no table of the code page.
        case unavailable
    }

    #if canImport(Glibc)
    /// Decodes by the system's own table, which is Microsoft's: `～` and `－` become full-width forms.
    static func decode(_ bytes: [UInt8]) -> Outcome {
        let converter = iconv_open("UTF-8", "CP932")
        // What iconv_open gives where it cannot is (iconv_t)-1.
        guard let converter, Int(bitPattern: converter) != -1 else { return .unavailable }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        // No character of the code page takes more than three bytes of UTF-8.
        var output = [CChar](repeating: 0, count: bytes.count * 3 + 1)
        var (inputLeft, outputLeft) = (input.count, output.count)
        let result = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var (next, place) = (input.baseAddress, output.baseAddress)
                return iconv(converter, &next, &inputLeft, &place, &outputLeft)
            }
        }
        guard result != -1 else { return .invalid(bytes.count - inputLeft) }
        return .text(output[..<(output.count - outputLeft)].map { UInt8(bitPattern: $0) })
    }
    #else
    /// Decodes by the system's own table.
    static func decode(_ bytes: [UInt8]) -> Outcome {
        let encoding = CFStringConvertEncodingToNSStringEncoding(CFStringEncoding(CFStringEncodings.dosJapanese.rawValue))
        let text = { String(bytes: $0, encoding: String.Encoding(rawValue: encoding)) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 3 / 2)
        var start = 0
        while start < bytes.count {
            let isPair = (0x81...0x9F).contains(bytes[start]) || (0xE0...0xFC).contains(bytes[start])
            let end = start + (isPair ? 2 : 1)
            guard end <= bytes.count, let character = text(bytes[start..<end]) else { return .invalid(start) }
            result.append(contentsOf: character.utf8)
            start = end
        }
        return .text(result)
    }
    #endif
}
