import Diagnostics

/// Every line is a key and a value, or belongs to one.
enum MissingColonChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        for case .noColon(let line) in file.frontMatter.strays {
            if let key = key(of: line, in: file) {
                let start = line.lowerBound..<line.lowerBound + key.utf8.count
                let rest = file.text.string(start.upperBound..<line.upperBound)
                let spaces = rest.prefix { $0.isWhitespace }.utf8.count
                report.tell(
                    .missingColon(key: key), in: file.text, start.lowerBound..<start.upperBound + spaces,
                    replacement: key + (spaces < rest.utf8.count ? ": " : ":"))
            } else {
                report.tell(.missingColon(key: nil), in: file.text, line)
            }
        }
    }

    /// The known key that a line starts with.
    static func key(of line: Range<Int>, in file: ContentFile) -> String? {
        let word = file.text.string(line).prefix { !$0.isWhitespace }
        return file.record.fields.first { $0.key == word }?.key
    }
}
