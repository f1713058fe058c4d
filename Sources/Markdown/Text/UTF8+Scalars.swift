extension [UInt8] {
    /// The scalar that starts at `index`; nil at the end.
    ///
    /// Reads within bounds whatever the bytes are; bytes that are not UTF-8 give U+FFFD or some other scalar.
    func scalar(at index: Int) -> Unicode.Scalar? {
        guard index >= 0, index < count else { return nil }
        let lead = self[index]
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard index + length <= count else { return "\u{FFFD}" }
        var value: UInt32
        switch length {
        case 1: return Unicode.Scalar(lead)
        case 2: value = UInt32(lead & 0x1F)
        case 3: value = UInt32(lead & 0x0F)
        default: value = UInt32(lead & 0x07)
        }
        for offset in 1..<length { value = value << 6 | UInt32(self[index + offset] & 0x3F) }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    /// The scalar that ends before `index`; nil at the start.
    func scalar(before index: Int) -> Unicode.Scalar? {
        guard index > 0, index <= count else { return nil }
        var start = index - 1
        while start > 0, self[start] & 0xC0 == 0x80, index - start < 4 { start -= 1 }
        return scalar(at: start)
    }

    /// The last scalar before `index` that is not a variation selector, which belongs to the scalar before it.
    func baseScalar(before index: Int) -> Unicode.Scalar? {
        var index = index
        while let scalar = scalar(before: index), scalar.isVariationSelector {
            index -= UTF8.width(scalar)
        }
        return scalar(before: index)
    }
}
