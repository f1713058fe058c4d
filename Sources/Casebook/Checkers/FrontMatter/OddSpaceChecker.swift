import Diagnostics

/// Before and in keys, and behind their colons, spaces are ASCII ones.
enum OddSpaceChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        for entry in file.frontMatter.entries where entry.slips.contains(.oddSpace) {
            for run in runs(entry.line.lowerBound..<entry.key.lowerBound, in: file.text) {
                report.tell(.oddSpace, in: file.text, run, replacement: "")
            }
            // A key in full-width letters is replaced as a whole.
            let start = entry.slips.contains(.wideKey) ? entry.key.upperBound : entry.key.lowerBound
            for run in runs(start..<entry.colon.lowerBound, in: file.text) {
                report.tell(.oddSpace, in: file.text, run, replacement: "")
            }
            let rest = entry.colon.upperBound..<max(entry.colon.upperBound, entry.value.bytes.lowerBound)
            if let run = runs(rest, in: file.text).first {
                let hasSpace = run.lowerBound > entry.colon.upperBound
                report.tell(.oddSpace, in: file.text, run, replacement: hasSpace ? "" : " ")
            }
        }
    }

    /// The stretches of odd spaces, blanks between them included.
    private static func runs(_ range: Range<Int>, in text: SourceText) -> [Range<Int>] {
        text.utf8.withUnsafeBufferPointer { bytes in
            let end = min(range.upperBound, bytes.count)
            var runs: [Range<Int>] = []
            var index = range.lowerBound
            while index < end {
                let start = index
                while index < end {
                    let length = OddCharacters.space(bytes, index, before: end)
                    guard length > 0 || (index > start && bytes[index] == 0x20) else { break }
                    index += max(length, 1)
                }
                if index > start { runs.append(start..<index) } else { index += 1 }
            }
            return runs
        }
    }
}
