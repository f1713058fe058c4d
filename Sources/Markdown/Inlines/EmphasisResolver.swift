import Basics

/// Pairs the runs of `*` and `_` of a leaf again, with the flanking rule for Japanese.
///
/// libcmark has paired them by CommonMark's rule. Its pairs are kept where both rules agree on every run of `*` in the leaf (see
/// ``Flanking``). Where they differ for one run, all runs of the leaf are paired again by the same algorithm (CommonMark 0.30,
/// appendix, "process emphasis") with the changed rule. Pairing only the runs that are still unpaired would keep wrong pairs, such
/// as 支援 in `**「就労」**支援**強み**`. As in CommonMark, escaped marks and those in code, raw HTML and addresses are not runs, and
/// no pair crosses the border of a link.
struct EmphasisResolver {
    /// A run of `*` or `_`.
    private struct Run {
        /// The range of the run in the leaf.
        let range: Range<Int>
        let mark: UInt8
        let flanking: Flanking
        /// The range of the bytes that are not paired yet.
        var unpaired: Range<Int>
    }

    /// The meaning of a byte of a run.
    private enum Role: UInt8 {
        case text, start, strongStart, end, strongEnd
        /// The second byte of a strong mark.
        case second
    }

    private let bytes: [UInt8]
    private let japanese: Bool
    private var runs: [Run] = []
    /// The role of each byte of the leaf; ``Role/text`` outside runs.
    private var roles: [Role] = []
    /// The indices of the runs that may still be paired: those outside links, then those of each open link.
    private var stack: [Int] = []

    /// Creates a resolver for a leaf. If `japanese` is false, the pairs are those of libcmark.
    init(bytes: [UInt8], japanese: Bool = true) {
        self.bytes = bytes
        self.japanese = japanese
    }

    /// Whether the rule for Japanese differs from CommonMark's rule for a run of `*` among the tokens.
    static func isNeeded(for tokens: [InlineToken], bytes: [UInt8]) -> Bool {
        guard bytes.first(of: .star, in: 0..<bytes.count) < bytes.count else { return false }
        var end = 0
        for token in tokens {
            guard token.isMark || token.kind == .raw else { continue }
            var index = max(token.bytes.range.lowerBound, end)
            while index < token.bytes.range.upperBound {
                index = bytes.first(of: .star, in: index..<token.bytes.range.upperBound)
                guard index < token.bytes.range.upperBound else { break }
                end = index + bytes[index...].prefix { $0 == UInt8(ascii: "*") }.count
                let run = index..<end
                if Flanking(run: run, in: bytes, japanese: true) != Flanking(run: run, in: bytes, japanese: false) {
                    return true
                }
                index = end
            }
        }
        return false
    }

    /// The tokens with all runs paired again.
    mutating func resolve(_ tokens: [InlineToken], into builder: inout TreeBuilder) -> [InlineToken] {
        roles = [Role](repeating: .text, count: bytes.count)
        let parts = tokens.flatMap(split)
        var bottoms: [Int] = []
        for part in parts {
            switch part.kind {
            case .linkStart: bottoms.append(stack.count)
            case .linkEnd: pair(from: bottoms.popLast() ?? 0)
            case .emphasisStart: addRun(part.bytes.range)
            default: break
            }
        }
        pair(from: 0)
        return write(parts, into: &builder)
    }

    /// Splits a token into text without marks and runs of marks; each run is an `emphasisStart` for now.
    private func split(_ token: InlineToken) -> [InlineToken] {
        if token.isMark { return [InlineToken(.emphasisStart, at: token.bytes.range)] }
        guard token.kind == .raw else { return [token] }
        var parts: [InlineToken] = []
        let range = token.bytes.range
        let text = token.text.range
        var start = range.lowerBound
        while start < range.upperBound {
            let isMark = bytes[start].isEmphasisMark
            let end = bytes[start..<range.upperBound].firstIndex { $0.isEmphasisMark != isMark } ?? range.upperBound
            let offset = text.lowerBound - range.lowerBound
            parts.append(
                InlineToken(
                    isMark ? .emphasisStart : .raw, text: isMark ? .empty : ByteRange(start + offset..<end + offset),
                    at: start..<end))
            start = end
        }
        return parts
    }

    /// Adds the runs in a range of marks that are not part of the last run.
    private mutating func addRun(_ range: Range<Int>) {
        var start = range.lowerBound
        while start < range.upperBound {
            let mark = bytes[start]
            if let last = runs.last, last.range.contains(start) {
                start = last.range.upperBound
                continue
            }
            let end = bytes[start...].firstIndex { $0 != mark } ?? bytes.count
            let flanking = Flanking(run: start..<end, in: bytes, japanese: japanese)
            runs.append(Run(range: start..<end, mark: mark, flanking: flanking, unpaired: start..<end))
            if flanking.canOpen || flanking.canClose { stack.append(runs.count - 1) }
            start = end
        }
    }

    /// Pairs the runs of the stack from `bottom` on, and removes them from it.
    private mutating func pair(from bottom: Int) {
        // `openers` are the runs that may still open emphasis, in order. `floors` is where the search for an opener stops, for
        // each kind of closer: an earlier search found none before that index, and none is added there. All closers of `_` are
        // of one kind, as in libcmark 0.30.
        var openers: [Int] = []
        var floors = [Int](repeating: 0, count: 7)
        for closer in stack[bottom...] {
            while runs[closer].flanking.canClose, !runs[closer].unpaired.isEmpty {
                let isStar = runs[closer].mark == UInt8(ascii: "*")
                let kind = isStar ? (runs[closer].flanking.canOpen ? 3 : 0) + runs[closer].range.count % 3 : 6
                guard let found = openers[floors[kind]...].lastIndex(where: { canPair($0, closer) }) else {
                    floors[kind] = openers.count
                    break
                }
                join(openers[found], closer)
                openers.removeLast(openers.count - found - (runs[openers[found]].unpaired.isEmpty ? 0 : 1))
                for kind in floors.indices { floors[kind] = min(floors[kind], openers.count) }
            }
            if runs[closer].flanking.canOpen, !runs[closer].unpaired.isEmpty { openers.append(closer) }
        }
        stack.removeLast(stack.count - bottom)
    }

    private func canPair(_ opener: Int, _ closer: Int) -> Bool {
        let (opener, closer) = (runs[opener], runs[closer])
        guard opener.mark == closer.mark else { return false }
        guard opener.flanking.canClose || closer.flanking.canOpen else { return true }
        return closer.range.count % 3 == 0 || (opener.range.count + closer.range.count) % 3 != 0
    }

    /// Pairs the innermost marks of two runs.
    private mutating func join(_ opener: Int, _ closer: Int) {
        let isStrong = runs[opener].unpaired.count > 1 && runs[closer].unpaired.count > 1
        let length = isStrong ? 2 : 1
        let start = runs[opener].unpaired.upperBound - length
        let end = runs[closer].unpaired.lowerBound
        roles[start] = isStrong ? .strongStart : .start
        roles[end] = isStrong ? .strongEnd : .end
        if isStrong {
            roles[start + 1] = .second
            roles[end + 1] = .second
        }
        runs[opener].unpaired = runs[opener].unpaired.lowerBound..<start
        runs[closer].unpaired = end + length..<runs[closer].unpaired.upperBound
    }

    /// The tokens with each mark replaced by its role.
    private func write(_ parts: [InlineToken], into builder: inout TreeBuilder) -> [InlineToken] {
        var result: [InlineToken] = []
        result.reserveCapacity(parts.count + 8)
        for part in parts {
            guard part.kind == .emphasisStart else {
                result.append(part)
                continue
            }
            for index in part.bytes.range {
                switch roles[index] {
                case .text:
                    let text = bytes[index...index].withUnsafeBufferPointer { builder.store($0) }
                    result.append(InlineToken(.literal, text: text, at: index..<index + 1))
                case .start: result.append(InlineToken(.emphasisStart, at: index..<index + 1))
                case .end: result.append(InlineToken(.emphasisEnd, at: index..<index + 1))
                case .strongStart: result.append(InlineToken(.strongStart, at: index..<index + 2))
                case .strongEnd: result.append(InlineToken(.strongEnd, at: index..<index + 2))
                case .second: break
                }
            }
        }
        return result
    }
}

extension InlineToken {
    /// Whether this is the start or end of emphasis.
    fileprivate var isMark: Bool {
        switch kind {
        case .emphasisStart, .emphasisEnd, .strongStart, .strongEnd: true
        default: false
        }
    }
}

extension UInt8 {
    fileprivate var isEmphasisMark: Bool { self == UInt8(ascii: "*") || self == UInt8(ascii: "_") }
}
