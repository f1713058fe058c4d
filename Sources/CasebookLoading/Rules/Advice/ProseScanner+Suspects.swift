import Diagnostics

extension ProseScanner {
    /// Whether a scan of the text may find anything. In most texts there is nothing, which is seen sixteen bytes at a time.
    ///
    /// Whatever the scanner finds is suspected here; not the other way round, as code and addresses are not passed over.
    package func maySuspect() -> Bool {
        if rules.contains(LongSentence.self), mayHaveLongSentence { return true }
        let text = UnsafeBufferPointer(rebasing: bytes[index..<end])
        var next = 0
        while true {
            next = Self.firstSuspect(in: text, from: next)
            guard next < text.count else { return false }
            if isSuspect(index + next) { return true }
            next += 1
        }
    }

    /// Where a byte may begin something: a sign's own, or the second and third of a character.
    private static func firstSuspect(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        text.firstIndex(from: start) { block, next in
            let signs = block.matches(0x30) .| block.matches(0x2B) .| block.matches(0x40) .| block.matches(0x2C)
            let leads = block.matches(0xEF) .| block.matches(0xF0)
            let enclosed = block.matches(0xE3) .& next.matches(0x88, and: 0xF8)
            let symbols =
                block.matches(0xE2)
                .& (next.matches(0x84, and: 0xFC) .| next.matches(0x88, and: 0xF8) .| next.matches(0x90, and: 0xFC))
            // ん, 氏, 様, 社, 株
            let honorifics =
                block.matches(0x82) .& next.matches(0x93) .| block.matches(0xB0) .& next.matches(0x8F)
                .| block.matches(0xA7) .& next.matches(0x98)
            let companies = block.matches(0xA4) .& next.matches(0xBE) .| block.matches(0xA0) .& next.matches(0xAA)
            return signs .| leads .| enclosed .| symbols .| honorifics .| companies
        }
    }

    /// Whether there would be a finding at an offset, if it were prose. Nearly all offsets are ruled out at once.
    private func isSuspect(_ offset: Int) -> Bool {
        switch bytes[offset] {
        case 0x2C: return isBetweenWide(at: offset)
        case 0xE2, 0xE3, 0xF0: return MachineDependent.isOne(bytes, offset, before: end)
        case 0xEF where offset + 3 > end || bytes[offset + 1] == 0xBC && ![0x8C, 0x90, 0xA0].contains(bytes[offset + 2]):
            return false
        // The second byte of a character of three: さん, 会社, （株）.
        case 0x82 where !(has(0xE3, 0x82, 0x93, at: offset - 1) && has(0xE3, 0x81, 0x95, at: offset - 4)): return false
        case 0xA4 where !has(0xE4, 0xBC, 0x9A, at: offset - 4): return false
        case 0xA0 where !has(0xEF, 0xBC, 0x88, at: offset - 4) && (offset < 2 || bytes[offset - 2] != 0x28): return false
        default: return isFinding(offset)
        }
    }

    private func isFinding(_ offset: Int) -> Bool {
        var scanner = self
        scanner.index = offset
        switch bytes[offset] {
        case 0x30, 0x2B: scanner.findPhoneNumber()
        case 0x40: scanner.findMailAddress(at: offset..<offset + 1)
        case 0xEF: return scanner.isSuspectForm()
        case 0x82: scanner.findPersonalName(offset - 4..<offset + 2)
        default:
            scanner.index = offset - 1
            scanner.findKanjiInName()
        }
        return !scanner.findings.isEmpty
    }

    /// Whether a comma, an at sign or a zero in full width, or half-width kana is one to look into.
    private mutating func isSuspectForm() -> Bool {
        guard index + 3 <= end else { return false }
        switch (bytes[index + 1], bytes[index + 2]) {
        case (0xBC, 0x8C), (0xBD, 0xA1...), (0xBE, ...0x9F): return true
        case (0xBC, 0xA0): findMailAddress(at: index..<index + 3)
        case (0xBC, 0x90): findPhoneNumber()
        default: return false
        }
        return !findings.isEmpty
    }

    /// Whether there are more characters than a sentence may have between two 。 or empty lines.
    private var mayHaveLongSentence: Bool {
        let text = UnsafeBufferPointer(rebasing: bytes[index..<end])
        // In fewer bytes there is no such sentence with more wide characters than others.
        let leastBytes = LongSentence.limit * 2
        var (start, next) = (0, 0)
        while start < text.count {
            next = text.firstIndex(from: next) { block, next in
                block.matches(0x80) .& next.matches(0x82) .| block.matches(0x0A) .& next.matches(0x0A)
            }
            let isEnd = next >= text.count || text[next] == 0x0A || next > 0 && text[next - 1] == 0xE3
            if isEnd {
                let run = start..<min(next, text.count)
                if run.count > leastBytes, Self.characters(in: text, run) > LongSentence.limit { return true }
                start = next + 1
            }
            next += 1
        }
        return false
    }

    private static func characters(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        var count = 0
        for byte in UnsafeBufferPointer(rebasing: text[range]) where byte & 0xC0 != 0x80 { count &+= 1 }
        return count
    }
}
