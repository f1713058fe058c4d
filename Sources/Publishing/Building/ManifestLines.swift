/// The files that the manifest of a finished build names, read one by one from exactly the bytes that ``Manifest/json`` gives.
///
/// No text is made for any of them: that halves the time to see that a site has not changed.
struct ManifestLines {
    /// A file of the site.
    struct Line {
        /// The path relative to the output folder.
        fileprivate let path: ArraySlice<UInt8>
        /// Where the name starts in the path.
        fileprivate let nameStart: Int
        /// The hash of the content; nil if the build was interrupted.
        let hash: UInt64?

        /// The path of the folder, which ends in a slash unless it is empty.
        var folder: ArraySlice<UInt8> { path[..<nameStart] }
        /// The name in the folder.
        var name: String { String(decoding: path[nameStart...], as: UTF8.self) }

        /// Calls a closure with the name, with a zero at its end.
        func withName<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result? {
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: path.endIndex - nameStart + 1) { name in
                for (index, byte) in path[nameStart...].enumerated() { name[index] = CChar(bitPattern: byte) }
                name[path.endIndex - nameStart] = 0
                return name.baseAddress.map { body($0) }
            }
        }
    }

    private static let indent = Array("    \"".utf8)
    private static let middle = Array("\": \"".utf8)

    private let bytes: [UInt8]
    private var position = 0

    init(_ manifest: [UInt8]) {
        bytes = manifest
    }

    /// The next file; nil at the end.
    mutating func next() -> Line? {
        while position < bytes.count {
            let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
            let line = bytes[position..<end]
            position = end + 1
            guard line.starts(with: Self.indent) else { continue }
            let rest = line.dropFirst(Self.indent.count)
            guard let close = rest.firstIndex(of: UInt8(ascii: "\"")), rest[close...].starts(with: Self.middle) else {
                continue
            }
            let path = rest[..<close]
            let slash = path.lastIndex(of: UInt8(ascii: "/"))
            return Line(
                path: path, nameStart: slash.map { $0 + 1 } ?? path.startIndex,
                hash: Self.hash(rest[(close + Self.middle.count)...].prefix(16)))
        }
        return nil
    }

    private static func hash(_ digits: ArraySlice<UInt8>) -> UInt64? {
        guard digits.count == 16 else { return nil }
        var value: UInt64 = 0
        for digit in digits {
            switch digit {
            case 0x30...0x39: value = value << 4 | UInt64(digit - 0x30)
            case 0x61...0x66: value = value << 4 | UInt64(digit - 0x61 + 10)
            default: return nil
            }
        }
        return value
    }
}
