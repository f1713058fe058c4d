import Basics

extension ProseScanner {
    /// Looks for a family name before さん, 氏 or 様.
    package mutating func findPersonalName(_ honorific: Range<Int>) {
        guard !isPartOfWord(honorific) else { return }
        var start = honorific.lowerBound
        while start >= 3, honorific.lowerBound - start < 21, isKanji(at: start - 3) { start -= 3 }
        guard start < honorific.lowerBound, FamilyNames.isName(Substring(string(start..<honorific.lowerBound))) else { return }
        let range = start..<honorific.upperBound
        find(PersonalName(name: string(range)), range)
    }

    /// Whether what follows makes the honorific another word, 氏名 or 様子, or says that the name is none.
    private func isPartOfWord(_ honorific: Range<Int>) -> Bool {
        let next = honorific.upperBound
        // 氏名, 氏神
        if has(0xE6, 0xB0, 0x8F, at: honorific.lowerBound), has(0xE5, 0x90, 0x8D, at: next) || has(0xE7, 0xA5, 0x9E, at: next) {
            return true
        }
        // 様々, 様子, 様式, 様相, 様態
        if has(0xE6, 0xA7, 0x98, at: honorific.lowerBound), next + 3 <= end,
            ["々", "子", "式", "相", "態"].contains(string(next..<next + 3))
        {
            return true
        }
        let rest = string(next..<min(next + 9, end))
        return rest == "（仮名" || rest.hasPrefix("(仮名")
    }

    /// Looks for the name of a company next to 株式会社 and the like.
    package mutating func findCompany(endingAt upper: Int) {
        guard index >= 9, has(0xE4, 0xBC, 0x9A, at: index - 3),
            ["株式", "有限", "合同", "合資", "合名"].contains(string(index - 9..<index - 3))
        else { return }
        findCompany(index - 9..<upper)
    }

    /// Looks for the name of a company next to （株） and the like.
    package mutating func findShortCompany() {
        if has(0xEF, 0xBC, 0x88, at: index - 3), has(0xEF, 0xBC, 0x89, at: index + 3) {
            findCompany(index - 3..<index + 6)
        } else if index > 0, index + 3 < end, bytes[index - 1] == 0x28, bytes[index + 3] == 0x29 {
            findCompany(index - 1..<index + 4)
        }
    }

    /// Adds a finding for a company whose name is before or after its kind.
    package mutating func findCompany(_ kind: Range<Int>) {
        var upper = kind.upperBound
        while upper < end, upper - kind.upperBound < 60, let length = nameLength(at: upper) { upper += length }
        var lower = kind.lowerBound
        while lower > 0, kind.lowerBound - lower < 60, let length = nameLength(before: lower) { lower -= length }
        let (after, before) = (string(kind.upperBound..<upper), string(lower..<kind.lowerBound))
        if !after.isEmpty, !CompanyWords.followers.contains(where: { after.hasPrefix($0) }) {
            find(CompanyName(name: string(kind.lowerBound..<upper)), kind.lowerBound..<upper)
        } else if !before.isEmpty, !CompanyWords.leaders.contains(before) {
            find(CompanyName(name: string(lower..<kind.upperBound)), lower..<kind.upperBound)
        }
    }

    /// How long a character is that may be part of a company's name: a kanji, katakana, or a letter.
    private func nameLength(at offset: Int) -> Int? {
        if isKanji(at: offset) || isKatakana(at: offset) || isWideLetter(at: offset) { return 3 }
        return isLetter(bytes[offset]) ? 1 : nil
    }

    private func nameLength(before offset: Int) -> Int? {
        if isKanji(at: offset - 3) || isKatakana(at: offset - 3) || isWideLetter(at: offset - 3) { return 3 }
        return isLetter(bytes[offset - 1]) ? 1 : nil
    }

    /// Whether a unified ideograph or 々 is at an offset.
    package func isKanji(at offset: Int) -> Bool {
        guard offset >= 0, offset + 3 <= end else { return false }
        return (0xE4...0xE9).contains(bytes[offset]) || has(0xE3, 0x80, 0x85, at: offset)
    }

    private func isKatakana(at offset: Int) -> Bool {
        guard offset >= 0, offset + 3 <= end, bytes[offset] == 0xE3 else { return false }
        return bytes[offset + 1] == 0x83 && bytes[offset + 2] != 0xBB || bytes[offset + 1] == 0x82 && bytes[offset + 2] >= 0xA1
    }

    private func isWideLetter(at offset: Int) -> Bool {
        guard offset >= 0, offset + 3 <= end, bytes[offset] == 0xEF else { return false }
        return bytes[offset + 1] == 0xBC && bytes[offset + 2] >= 0xA1 && bytes[offset + 2] <= 0xBA
            || bytes[offset + 1] == 0xBD && bytes[offset + 2] >= 0x81 && bytes[offset + 2] <= 0x9A
    }

    private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
