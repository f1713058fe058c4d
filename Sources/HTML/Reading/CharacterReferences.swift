/// The character references of HTML that templates may use, as characters.
enum CharacterReferences {
    private static let names: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "copy": "©", "reg": "®", "trade": "™",
        "laquo": "«", "raquo": "»", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "ndash": "–", "mdash": "—",
        "hellip": "…", "middot": "·", "bull": "•", "times": "×", "deg": "°", "larr": "←", "rarr": "→", "uarr": "↑",
        "darr": "↓", "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "shy": "\u{AD}", "zwnj": "\u{200C}",
        "zwj": "\u{200D}",
    ]

    /// Returns the character of the reference that starts at the `&` at `start`, and the index after its `;`; nil if there is none.
    static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> (scalar: Unicode.Scalar, end: Int)? {
        let limit = min(start + 12, bytes.count)
        guard let end = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
        guard name.utf8.first == UInt8(ascii: "#") else { return names[name].map { ($0, end + 1) } }
        let digits = name.dropFirst()
        let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
        let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return number.flatMap(Unicode.Scalar.init).map { ($0, end + 1) }
    }
}

extension String {
    /// The text that is written with character references.
    var unescaped: String {
        guard utf8.contains(UInt8(ascii: "&")) else { return self }
        var text = self
        return text.withUTF8 { bytes in
            var result: [UInt8] = []
            var index = 0
            while index < bytes.count {
                if bytes[index] == UInt8(ascii: "&"), let reference = CharacterReferences.read(bytes, at: index) {
                    result.append(contentsOf: UTF8.encode(reference.scalar) ?? UTF8.encodedReplacementCharacter)
                    index = reference.end
                } else {
                    result.append(bytes[index])
                    index += 1
                }
            }
            return String(decoding: result, as: UTF8.self)
        }
    }
}
