extension ProseScanner {
    /// Looks for a telephone number at a 0 or a +: ten or eleven digits, in groups or in a row; or +81 and nine or ten; or + and ten to
    /// fifteen digits in groups, as in other countries (ITU-T E.164).
    package mutating func findPhoneNumber() {
        guard index == 0 || !isInNumber(before: index) else { return }
        let isInternational = bytes[index] == UInt8(ascii: "+")
        var next = isInternational ? index + 1 : index
        var (digits, groups, last) = ([UInt8](), [0], next)
        while next < end {
            if let (digit, length) = digit(at: next) {
                digits.append(digit)
                groups[groups.count - 1] += 1
                next += length
                last = next
            } else if let length = separatorLength(at: next), groups.last != 0, digit(at: next + length) != nil {
                groups.append(0)
                next += length
            } else {
                break
            }
        }
        let isNumber =
            isInternational
            ? digits.starts(with: [8, 1]) && (11...12).contains(digits.count)
                || digits.first != 0 && groups.count > 1 && (10...15).contains(digits.count)
            : digits.first == 0 && (10...11).contains(digits.count)
                && (groups.count == 1 || isGrouped(groups))
        guard isNumber, last >= end || !isLetterOrDigit(bytes[last]) else { return }
        find(PhoneNumber(number: string(index..<last)), index..<last)
    }

    /// Whether digits are grouped as in telephone numbers: 03-1234-5678.
    private func isGrouped(_ groups: [Int]) -> Bool {
        (3...4).contains(groups.count) && (2...5).contains(groups[0]) && (3...4).contains(groups[groups.count - 1])
    }

    /// A digit, full-width or not, and its length in bytes.
    private func digit(at offset: Int) -> (digit: UInt8, length: Int)? {
        guard offset >= 0, offset < end else { return nil }
        if (0x30...0x39).contains(bytes[offset]) { return (bytes[offset] - 0x30, 1) }
        guard offset + 3 <= end, bytes[offset] == 0xEF, bytes[offset + 1] == 0xBC, (0x90...0x99).contains(bytes[offset + 2])
        else {
            return nil
        }
        return (bytes[offset + 2] - 0x90, 3)
    }

    /// The length of what separates the groups of a number: a hyphen of any kind, a bracket, a space.
    private func separatorLength(at offset: Int) -> Int? {
        switch bytes[offset] {
        case UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: " "): return 1
        default:
            if OddCharacters.hyphen(bytes, offset, before: end) > 0 { return 3 }
            return has(0xEF, 0xBC, 0x88, at: offset) || has(0xEF, 0xBC, 0x89, at: offset) ? 3 : nil
        }
    }

    /// Whether a digit, a letter or a hyphen goes before, so that this is the middle of something.
    private func isInNumber(before offset: Int) -> Bool {
        let byte = bytes[offset - 1]
        return isLetterOrDigit(byte) || byte == 0x2D || byte == 0x2E || byte == 0x2F || digit(at: offset - 3)?.length == 3
    }

    private func isLetterOrDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) }

    /// Looks for a mail address around an at sign. Those kept for examples (RFC 2606) are nobody's.
    package mutating func findMailAddress(at sign: Range<Int>) {
        var lower = sign.lowerBound
        while lower > 0, isLetterOrDigit(bytes[lower - 1]) || "._+-".utf8.contains(bytes[lower - 1]) { lower -= 1 }
        var upper = sign.upperBound
        while upper < end, isLetterOrDigit(bytes[upper]) || ".-".utf8.contains(bytes[upper]) { upper += 1 }
        while upper > sign.upperBound, !isLetterOrDigit(bytes[upper - 1]) { upper -= 1 }
        let domain = string(sign.upperBound..<upper).lowercased()
        guard lower < sign.lowerBound, domain.contains("."), !domain.hasPrefix(".") else { return }
        let isExample = ["example.com", "example.net", "example.org", "example.jp", "example.co.jp", "example.or.jp"].contains {
            domain == $0 || domain.hasSuffix("." + $0)
        }
        if !isExample { find(MailAddress(address: string(lower..<upper)), lower..<upper) }
    }
}
