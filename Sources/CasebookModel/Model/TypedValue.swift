import Basics

/// The value that a case has in a declared field (``FieldDefinition``).
public enum TypedValue: Sendable, Hashable {
    case text(String)
    /// An `https:` or `http:` address.
    case url(String)
    case date(CalendarDate)
    case number(DecimalNumber)
    case yesNo(Bool)
    /// The path of a document or an image in `files/`, relative to the content folder.
    case file(String)

    /// The value as tables hold it. Yes and no are words, in Japanese or in English.
    public func text(inJapanese isJapanese: Bool) -> String {
        switch self {
        case .text(let text), .url(let text), .file(let text): text
        case .date(let date): date.iso
        case .number(let number): number.text
        case .yesNo(let value): YesNo.word(value, inJapanese: isJapanese)
        }
    }
}

/// The words for yes and no.
public enum YesNo {
    /// Returns the word for a value, as front matter and tables write it.
    public static func word(_ value: Bool, inJapanese isJapanese: Bool) -> String {
        value ? isJapanese ? "はい" : "yes" : isJapanese ? "いいえ" : "no"
    }

    /// The words for yes and no: those of front matter, and words and signs that certainly mean the same.
    static func words(inJapanese isJapanese: Bool) -> [ValueRule.Word] {
        [
            ValueRule.Word(
                word(true, inJapanese: isJapanese), aliases: ["はい", "yes", "true"],
                others: ["○", "◯", "〇", "◎", "✓", "✔", "レ", "y", "on", "有", "有り", "あり", "ある", "可", "済", "済み"]),
            ValueRule.Word(
                word(false, inJapanese: isJapanese), aliases: ["いいえ", "no", "false"],
                others: ["×", "✕", "✗", "x", "n", "off", "無", "無し", "なし", "ない", "不可", "未", "いえ"]),
        ]
    }

    private static let rule = ValueRule.yesNo(inJapanese: true)

    /// Returns the value of a word, in any language and case; nil for other words.
    public static func read(_ text: String) -> Bool? {
        rule.word(named: text).map { $0.label == word(true, inJapanese: true) }
    }

    /// Returns the value that another word or sign certainly stands for, such as `あり` or `○`; nil for other words.
    package static func meant(by text: String) -> Bool? {
        rule.word(meantBy: text).map { $0.label == word(true, inJapanese: true) }
    }
}

/// A decimal number as its author wrote it: `12.50` keeps its zero.
///
///     number = ["-"] digits ["." digits]       ; ASCII, at most 15 digits, no leading zero unless it is the only digit before the dot
///
/// It is our own type, because binary floating point neither keeps digits nor prints alike everywhere.
public struct DecimalNumber: Sendable, Hashable {
    /// The number in the form of the grammar, which is also that of JSON.
    public let text: String

    /// Reads a number; nil if it does not follow the grammar.
    public init?(_ text: String) {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count > 0, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            parts[0].utf8.count == 1 || parts[0].utf8.first != 0x30, parts.reduce(0, { $0 + $1.utf8.count }) <= 15
        else { return nil }
        self.text = text
    }

    /// The number with a comma between each three digits before the dot, as readers see it.
    public var grouped: String {
        let sign = text.hasPrefix("-") ? "-" : ""
        let digits = text.dropFirst(sign.count)
        let whole = digits.prefix { $0 != "." }
        var result = sign
        for (offset, digit) in whole.enumerated() {
            if offset > 0, (whole.count - offset) % 3 == 0 { result.append(",") }
            result.append(digit)
        }
        return result + digits.dropFirst(whole.count)
    }
}

/// Values in a record, from which a later run takes them without reading the case.
extension TypedValue {
    /// Appends values to a record; nil for fields without one.
    package static func write(_ values: [TypedValue?], to record: inout RecordWriter) {
        record.number(values.count)
        for value in values {
            switch value {
            case nil: record.number(0)
            case .text(let text)?: record.write(1, text)
            case .url(let text)?: record.write(2, text)
            case .date(let date)?: record.write(3, date.iso)
            case .number(let number)?: record.write(4, number.text)
            case .yesNo(let value)?: record.number(value ? 6 : 5)
            case .file(let path)?: record.write(7, path)
            }
        }
    }

    /// Reads what ``write(_:to:)`` wrote; nil if the bytes are anything else.
    package static func read(from record: inout RecordReader) -> [TypedValue?]? {
        record.list { record -> TypedValue?? in
            guard let kind = record.number() else { return nil }
            guard kind > 0 else { return .some(nil) }
            return TypedValue(kind, from: &record).map { .some($0) }
        }
    }

    private init?(_ kind: Int, from record: inout RecordReader) {
        let isText = kind < 5 || kind > 6
        guard let text = isText ? record.text() : "" else { return nil }
        let value: TypedValue? =
            switch kind {
            case 1: .text(text)
            case 2: .url(text)
            case 3: CalendarDate(iso: text).map { .date($0) }
            case 4: DecimalNumber(text).map { .number($0) }
            case 5: .yesNo(false)
            case 6: .yesNo(true)
            case 7: .file(text)
            default: nil
            }
        guard let value else { return nil }
        self = value
    }
}

extension RecordWriter {
    fileprivate mutating func write(_ kind: Int, _ text: String) {
        number(kind)
        self.text(text)
    }
}
