import HTML

/// Writing text and addresses the way libcmark does.
extension HTMLBuffer {
    /// Appends text with `& < > "` escaped: right in an element and between double quotes.
    mutating func append(plain text: UnsafeBufferPointer<UInt8>) {
        append(escaping: text, apostrophes: false)
    }

    mutating func append(plain text: String) {
        var text = text
        text.withUTF8 { append(plain: $0) }
    }

    /// Appends an address, its bytes percent-encoded but for those that an address may hold.
    mutating func append(address: String) {
        for byte in address.utf8 {
            switch byte {
            case UInt8(ascii: "&"): append(markup: "&amp;")
            case UInt8(ascii: "'"): append(markup: "&#x27;")
            case _ where byte.isASCIIAlphanumeric || ASCIISet.addressSigns.contains(byte): append(trusted: byte)
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
