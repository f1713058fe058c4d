import HTML

/// Writing text and addresses the way libcmark does.
extension HTMLBuffer {
    /// Appends text with `& < > "` escaped: right in an element and between double quotes.
    mutating func append(plain text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        while true {
            let index = text.first(of: .toEscape, from: start)
            if index > start { append(trusted: UnsafeBufferPointer(rebasing: text[start..<index])) }
            guard index < text.count else { return }
            switch text[index] {
            case UInt8(ascii: "&"): append(markup: "&amp;")
            case UInt8(ascii: "<"): append(markup: "&lt;")
            case UInt8(ascii: ">"): append(markup: "&gt;")
            default: append(markup: "&quot;")
            }
            start = index + 1
        }
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
            case _ where byte.isASCIIAlphanumeric || Self.addressSigns.contains(byte): append(byte: byte)
            default:
                append(markup: "%")
                append(byte: Self.hexadecimal(byte >> 4))
                append(byte: Self.hexadecimal(byte & 15))
            }
        }
    }

    private static let addressSigns = Set("-_.+!*(),%#@?=;:/$~".utf8)

    private static func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
    }

    private mutating func append(byte: UInt8) {
        withUnsafePointer(to: byte) { append(trusted: UnsafeBufferPointer(start: $0, count: 1)) }
    }
}
