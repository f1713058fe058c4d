/// Text that loses its indentation, blanks at the ends of lines and empty lines as it is written.
struct TrimmedLines {
    private(set) var bytes: [UInt8] = []
    private var isLineEmpty = true
    private var hasBlank = false

    /// Whether what comes next stands behind a blank, or begins a line.
    var isAfterBlank: Bool { hasBlank || isLineEmpty }

    /// Writes what stays as it is.
    mutating func keep(_ part: some Collection<UInt8>) {
        if hasBlank, !isLineEmpty { bytes.append(UInt8(ascii: " ")) }
        hasBlank = false
        isLineEmpty = false
        bytes += part
    }

    /// Several in a row are one.
    mutating func blank() {
        hasBlank = true
    }

    mutating func endLine() {
        hasBlank = false
        if !isLineEmpty { bytes.append(UInt8(ascii: "\n")) }
        isLineEmpty = true
    }
}
