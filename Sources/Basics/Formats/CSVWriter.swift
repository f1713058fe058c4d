/// Writes CSV (RFC 4180) that spreadsheets open without an import dialog: UTF-8 with a byte order mark, lines that end in CR LF.
///
/// A value that starts with `=`, `+`, `-` or `@`, full-width or not, a tab, a carriage return or a line feed gets an apostrophe
/// before it, so that no spreadsheet interprets it as a formula. So does a value in which only apostrophes come before such a sign, so that
/// the one that was added can be told from those that were written.
///
/// It is our own code, because the escaping of formulas and the writing in parts, by several threads, are most of it.
public struct CSVWriter: Sendable {
    /// The CSV written so far, in UTF-8.
    public private(set) var bytes: [UInt8]
    private var isFirst = true

    /// Creates a writer.
    ///
    /// Large files are written in parts by several writers, whose bytes are joined.
    ///
    /// - Parameter isContinued: Whether the part is not the first one, so that it gets no byte order mark.
    public init(isContinued: Bool = false) {
        bytes = isContinued ? [] : [0xEF, 0xBB, 0xBF]
    }

    /// Writes a row of values.
    public mutating func row(_ values: some Sequence<String>) {
        for value in values { cell(value) }
        endRow()
    }

    /// Writes a row of values, given in UTF-8.
    public mutating func row(_ values: some Sequence<[UInt8]>) {
        for value in values { cell(value) }
        endRow()
    }

    /// Writes a value in the current row.
    public mutating func cell(_ value: String) {
        var value = value
        value.withUTF8 { cell($0) }
    }

    /// Writes a decimal number in the current row. A minus sign before it starts no formula.
    public mutating func number(_ digits: String) {
        separate()
        bytes += Array(digits.utf8)
    }

    /// Writes a value, given in UTF-8, in the current row.
    public mutating func cell(_ value: [UInt8]) {
        value.withUnsafeBufferPointer { cell($0) }
    }

    /// Writes a value, given in UTF-8, in the current row.
    ///
    /// - Parameter write: Appends the value to the bytes, without escapes.
    public mutating func cell(_ write: (inout [UInt8]) -> Void) {
        separate()
        let start = bytes.count
        write(&bytes)
        let isPlain = bytes.withUnsafeBufferPointer { Self.isPlain(UnsafeBufferPointer(rebasing: $0[start...])) }
        guard !isPlain else { return }
        let value = Array(bytes[start...])
        bytes.removeLast(value.count)
        value.withUnsafeBufferPointer { escape($0) }
    }

    /// Writes the cells that another writer has written in a row that it did not end.
    ///
    /// - Parameter other: A writer that was created as a continued one.
    public mutating func cells(of other: CSVWriter) {
        separate()
        bytes += other.bytes
    }

    /// Ends the current row.
    public mutating func endRow() {
        bytes.append(0x0D)
        bytes.append(0x0A)
        isFirst = true
    }

    private mutating func separate() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
    }

    private mutating func cell(_ value: UnsafeBufferPointer<UInt8>) {
        separate()
        if Self.isPlain(value) { bytes.append(contentsOf: value) } else { escape(value) }
    }

    /// Whether a value needs no escapes.
    private static func isPlain(_ value: UnsafeBufferPointer<UInt8>) -> Bool { !isFormula(value) && !isQuoted(value) }

    private static func isFormula(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = value.firstIndex(where: { $0 != UInt8(ascii: "'") }) else { return false }
        return switch value[start] {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: true
        case 0xEF where value.count > start + 2 && value[start + 1] == 0xBC:
            // ＋ － ＝ ＠
            [0x8B, 0x8D, 0x9D, 0xA0].contains(value[start + 2])
        default: false
        }
    }

    private static func isQuoted(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        let first = value.firstIndex(from: 0) { block in
            block.matches(UInt8(ascii: "\"")) .| block.matches(UInt8(ascii: ",")) .| block.matches(0x0A)
                .| block.matches(0x0D)
        }
        return first < value.count
    }

    private mutating func escape(_ value: UnsafeBufferPointer<UInt8>) {
        let quote = UInt8(ascii: "\"")
        let isQuoted = Self.isQuoted(value)
        if isQuoted { bytes.append(quote) }
        if Self.isFormula(value) { bytes.append(UInt8(ascii: "'")) }
        for byte in value {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        if isQuoted { bytes.append(quote) }
    }
}
