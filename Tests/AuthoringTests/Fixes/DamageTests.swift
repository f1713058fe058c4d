import Basics
import CasebookModel
import CasebookLoading
import Diagnostics
import Foundation
import TestSupport
import Testing

/// Damage of the sorts that editors do, at random from a seed: what is fixed is as it was, and fixing loses nothing.
@Suite struct DamageTests {
    @Test(arguments: 0..<200)
    func whatEditorsDoIsUndone(seed: UInt64) throws {
        var random = Random(seed: seed)
        // The fixed form of the collection, to come back to.
        let sound = SmallCasebook().fixed()
        var damaged = sound
        for (location, bytes) in sound.files.sorted(by: { $0.key < $1.key }) {
            let text = String(decoding: bytes, as: UTF8.self)
            damaged.files[location] = try Damage.known(text, isSettings: location == "casebook.yml", &random)
        }
        let fixed = damaged.fixed()
        for (location, bytes) in sound.files.sorted(by: { $0.key < $1.key }) {
            let actual = String(decoding: fixed.files[location] ?? [], as: UTF8.self)
            #expect(actual == String(decoding: bytes, as: UTF8.self), "\(location), seed \(seed)")
        }
        #expect(fixed.read().diagnostics == sound.read().diagnostics)
        #expect(fixed.fixes().fixes == [])
    }

    @Test(arguments: 200..<500)
    func anyDamageLosesNothing(seed: UInt64) {
        var random = Random(seed: seed)
        var damaged = SmallCasebook()
        for (location, bytes) in damaged.files.sorted(by: { $0.key < $1.key }) where random.next(below: 3) == 0 {
            damaged.files[location] = Damage.any(String(decoding: bytes, as: UTF8.self), &random)
        }
        let fixed = damaged.fixed()
        #expect(fixed.fixes().fixes == [], "seed \(seed)")
        for (location, bytes) in damaged.files {
            let (before, after) = (
                String(decoding: bytes, as: UTF8.self), String(decoding: fixed.files[location] ?? [], as: UTF8.self)
            )
            // The letters of bodies stay.
            let source = SourceText(path: "", utf8: Array(before.utf8))
            guard location != "casebook.yml", before.hasPrefix("---\n") else { continue }
            let body = FrontMatterParser.parse(source, knownKeys: [])
            guard body.closing != nil else { continue }
            let letters = Self.letters(of: source.string(body.body))
            #expect(Self.letters(of: after).reversed().starts(with: letters.reversed()), "seed \(seed)")
        }
    }

    /// Kana and kanji, which no fix of a body changes.
    private static func letters(of text: String) -> [Unicode.Scalar] {
        text.composedKeepingCharacters.unicodeScalars.filter {
            (0x3041...0x3096).contains($0.value) || (0x30A1...0x30FA).contains($0.value) || (0x4E00...0x9FFF).contains($0.value)
        }
    }
}

/// Makes files wrong.
private enum Damage {
    /// Damage that has one right answer: several slips in the front matter, and a way of storing.
    static func known(_ text: String, isSettings: Bool, _ random: inout Random) throws -> [UInt8] {
        var lines = text.components(separatedBy: "\n")
        let end = isSettings ? lines.count : lines.dropFirst().firstIndex(of: "---") ?? 0
        for index in lines.indices where index > 0 && index < end && random.next(below: 2) == 0 {
            let line = lines[index]
            guard let colon = line.range(of: ": "), !line.hasPrefix(" "), !line.hasPrefix("#") else { continue }
            let (key, value) = (String(line[..<colon.lowerBound]), String(line[colon.upperBound...]))
            lines[index] = isSettings ? slip(key, value, in: 0..<3, &random) : slip(key, value, in: 0..<6, &random)
        }
        if !isSettings {
            if random.next(below: 4) == 0 { lines[0] = ["－－－", "ーーー", "----"][random.next(below: 3)] }
            if random.next(below: 4) == 0 { lines[end] = ["－－－", "−−−", "--"][random.next(below: 3)] }
            if random.next(below: 6) == 0 { lines.insert("", at: 0) }
        }
        var result = lines.joined(separator: "\n")
        if random.next(below: 3) == 0 { result = result.replacingOccurrences(of: "\n", with: "\r\n") }
        switch random.next(below: 5) {
        case 0: return [0xEF, 0xBB, 0xBF] + Array(result.utf8)
        case 1 where result.unicodeScalars.contains { (0x3041...0x30FF).contains($0.value) }:
            // Kana are below 0xA0 in CP932, which tells it from EUC-JP. What it has no place for keeps the text in UTF-8.
            return result.data(using: .shiftJIS).map { Array($0) } ?? Array(result.utf8)
        default: return Array(result.utf8)
        }
    }

    private static func slip(_ key: String, _ value: String, in kinds: Range<Int>, _ random: inout Random) -> String {
        switch kinds.lowerBound + random.next(below: kinds.count) {
        case 0: return "\(key)：\(value)"
        case 1: return "\(key):　\(value)"
        case 2: return "\(key)　: \(value)"
        case 3:
            let wide = String(key.unicodeScalars.map { Character(Unicode.Scalar($0.value + 0xFEE0) ?? $0) })
            return "\(wide): \(value)"
        case 4: return "  \(key): \(value)"
        default:
            let wide = value.replacingOccurrences(of: "[", with: "［").replacingOccurrences(of: "]", with: "］")
            return "　\(key)：\(wide)"
        }
    }

    /// Anything: signs put in, taken out and doubled anywhere.
    static func any(_ text: String, _ random: inout Random) -> [UInt8] {
        var scalars = Array(text.unicodeScalars)
        let signs = Array("：　：:-－ー[]［］、,\"'#\n\t ｔ２~>|{}&*!\u{3099}\u{200B}\u{FEFF}".unicodeScalars)
        for _ in 0..<1 + random.next(below: 8) {
            let place = random.next(below: scalars.count)
            switch random.next(below: 3) {
            case 0: scalars.insert(signs[random.next(below: signs.count)], at: place)
            case 1: scalars.remove(at: place)
            default: scalars[place] = signs[random.next(below: signs.count)]
            }
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars)
        return Array(String(result).utf8)
    }
}

/// SplitMix64, so that a seed gives the same numbers everywhere.
private struct Random {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(below limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ mixed >> 31) % UInt64(limit))
    }
}
