/// Writes a table as CSV (RFC 4180) that spreadsheets open as it is: UTF-8 with a byte order mark, lines ended by CR LF.
///
/// A value that starts with `=`, `+`, `-`, `@`, full-width or not, a tab, a return or a line feed gets an apostrophe before it,
/// so that no spreadsheet takes it for a formula.
public struct CSVWriter: Sendable {
    /// What was written so far: UTF-8.
    public private(set) var bytes: [UInt8]
    private var isFirst = true

    /// - Parameter isContinued: Whether this goes on with what another writer began: its bytes follow that one's.
    public init(isContinued: Bool = false) {
        bytes = isContinued ? [] : [0xEF, 0xBB, 0xBF]
    }

    /// Appends a row of texts.
    public mutating func row(_ values: some Sequence<String>) {
        for value in values { cell(value) }
        endRow()
    }

    /// Appends a row of texts in UTF-8.
    public mutating func row(_ values: some Sequence<[UInt8]>) {
        for value in values { cell(value) }
        endRow()
    }

    /// Appends a value to the row.
    public mutating func cell(_ value: String) {
        var value = value
        value.withUTF8 { cell($0) }
    }

    /// Appends a value in UTF-8 to the row.
    public mutating func cell(_ value: [UInt8]) {
        value.withUnsafeBufferPointer { cell($0) }
    }

    /// Appends a value in UTF-8 to the row.
    ///
    /// - Parameter write: Appends it to the bytes.
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

    /// Appends to the row what another writer has in a row that has not ended.
    ///
    /// - Parameter other: One that went on with another.
    public mutating func cells(of other: CSVWriter) {
        separate()
        bytes += other.bytes
    }

    /// Ends the row.
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

    /// Whether a value can stand as it is.
    private static func isPlain(_ value: UnsafeBufferPointer<UInt8>) -> Bool { !isFormula(value) && !isQuoted(value) }

    private static func isFormula(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        switch value.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: true
        case 0xEF where value.count > 2 && value[1] == 0xBC:
            // ＋ － ＝ ＠
            [0x8B, 0x8D, 0x9D, 0xA0].contains(value[2])
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
