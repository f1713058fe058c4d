/// What may be written as a reading.
package enum Reading {
    /// Whether a text is kana, with blanks and middle dots between words or not: what an index in 五十音 order can hold.
    package static func isFit(_ text: String) -> Bool {
        var scalars = text.unicodeScalars.makeIterator()
        guard let first = scalars.next(), isLetter(first) else { return false }
        while let scalar = scalars.next() {
            guard isLetter(scalar) || " 　・ーゝゞヽヾ゙゚".unicodeScalars.contains(scalar) else { return false }
        }
        return true
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        (0x3041...0x3096).contains(scalar.value) || (0x30A1...0x30FA).contains(scalar.value)
    }
}
