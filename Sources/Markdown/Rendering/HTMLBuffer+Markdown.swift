import HTML

extension HTMLBuffer {
    /// Appends text with `& < > "` escaped, as libcmark does: safe in elements and in double-quoted attributes.
    mutating func append(plain text: UnsafeBufferPointer<UInt8>) {
        append(escaping: text, apostrophes: false)
    }

    /// Appends text with `& < > "` escaped.
    mutating func append(plain text: String) {
        var text = text
        text.withUTF8 { append(plain: $0) }
    }

    /// Appends an address with all bytes percent-encoded that addresses cannot hold, as libcmark does.
    mutating func append(address: String) {
        for byte in address.utf8 {
            switch byte {
            case UInt8(ascii: "&"): append(markup: "&amp;")
            case UInt8(ascii: "'"): append(markup: "&#x27;")
            case _ where byte.isASCIIAlphanumeric || ASCIISet.addressPunctuation.contains(byte): append(trusted: byte)
            default:
                append(markup: "%")
                append(trusted: Self.hexadecimal(byte >> 4))
                append(trusted: Self.hexadecimal(byte & 15))
            }
        }
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
    }
}
