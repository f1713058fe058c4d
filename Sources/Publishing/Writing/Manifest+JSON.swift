import Foundation

/// The manifest as a file. What a build wrote is read line by line; JSON that was set out anew since, as editors do, by
/// Foundation's decoder.
extension Manifest {
    private static let head = Array("{\n  \"version\": 1,\n  \"files\": {\n".utf8)
    private static let foot = Array("\n  }\n}\n".utf8)
    private static let lineStart = Array("    \"".utf8)
    private static let between = Array("\": \"".utf8)
    private static let hashLength = 16

    /// Reads what ``json`` writes; nil when the bytes are something else, or name a path that no build writes.
    init?(json bytes: [UInt8]) {
        guard let entries = Self.lines(bytes) ?? Self.decoded(bytes) else { return nil }
        guard entries.allSatisfy({ Self.isOwn($0.path) }) else { return nil }
        self.init(sorted: entries)
    }

    /// The same bytes for the same list. The paths are the site's own: ASCII without quotation marks.
    var json: [UInt8] {
        var bytes = Self.head
        bytes.reserveCapacity(64 * (entries.count + 1))
        for (number, entry) in entries.enumerated() {
            if number > 0 { bytes += [UInt8(ascii: ","), UInt8(ascii: "\n")] }
            bytes += Self.lineStart
            bytes += entry.path.utf8
            bytes += Self.between
            if let hash = entry.hash {
                for shift in stride(from: 60, through: 0, by: -4) {
                    bytes.append(Self.digit(UInt8(hash >> UInt64(shift) & 15)))
                }
            }
            bytes.append(UInt8(ascii: "\""))
        }
        return bytes + Self.foot
    }

    /// The entries of a file exactly as a build writes it; nil when anything differs.
    private static func lines(_ bytes: [UInt8]) -> [Entry]? {
        guard bytes.starts(with: head), bytes.count >= head.count + foot.count else { return nil }
        let end = bytes.count - foot.count
        guard bytes[end...].elementsEqual(foot) else { return nil }
        var entries: [Entry] = []
        entries.reserveCapacity(end / 40)
        var place = head.count
        while place < end {
            guard bytes[place...].starts(with: lineStart) else { return nil }
            let start = place + lineStart.count
            guard let quote = bytes[start..<end].firstIndex(of: UInt8(ascii: "\"")),
                bytes[quote..<end].starts(with: between)
            else { return nil }
            let path = String(decoding: bytes[start..<quote], as: UTF8.self)
            place = quote + between.count
            guard let close = bytes[place..<end].firstIndex(of: UInt8(ascii: "\"")),
                let hash = hash(bytes[place..<close]), entries.last.map({ $0.path < path }) ?? true
            else { return nil }
            entries.append(Entry(path: path, hash: hash))
            place = close + 1
            if place < end {
                guard bytes[place] == UInt8(ascii: ","), place + 1 < end, bytes[place + 1] == UInt8(ascii: "\n") else {
                    return nil
                }
                place += 2
            }
        }
        return entries
    }

    private struct Form: Decodable {
        let version: Int
        let files: [String: String]
    }

    private static func decoded(_ bytes: [UInt8]) -> [Entry]? {
        guard let form = try? JSONDecoder().decode(Form.self, from: Data(bytes)), form.version == 1 else { return nil }
        var entries: [Entry] = []
        for (path, digits) in form.files.sorted(by: { $0.key < $1.key }) {
            guard let hash = hash(Array(digits.utf8)[...]) else { return nil }
            entries.append(Entry(path: path, hash: hash))
        }
        return entries
    }

    /// The hash in sixteen digits, nil in it where there are none; nothing where they are no hash.
    private static func hash(_ digits: ArraySlice<UInt8>) -> UInt64?? {
        if digits.isEmpty { return .some(nil) }
        guard digits.count == hashLength else { return .none }
        var value: UInt64 = 0
        for digit in digits {
            switch digit {
            case 0x30...0x39: value = value << 4 | UInt64(digit - 0x30)
            case 0x61...0x66: value = value << 4 | UInt64(digit - 0x61 + 10)
            default: return .none
            }
        }
        return .some(value)
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
