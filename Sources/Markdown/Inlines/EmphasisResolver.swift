import Basics

/// Pairs the runs of `*` and `_` of a leaf anew, with the flanking rule for Japanese.
///
/// libcmark has paired them by CommonMark's rule. Where for every run of `*` in the leaf both rules say the same (see
/// ``Flanking``), its pairs stand. Where a CJK neighbour makes a difference to one of them, all runs of the leaf become marks
/// again and are paired by the same algorithm (CommonMark 0.30, appendix, "process emphasis") with the changed rule; patching
/// only the runs that were left over would keep wrong pairs, such as 支援 in `**「就労」**支援**強み**`. Escaped marks, code, raw
/// HTML and addresses are no runs, and no pair crosses the border of a link, as in CommonMark.
struct EmphasisResolver {
    /// A run of marks, and what became of each of its bytes.
    private struct Run {
        let place: Range<Int>
        let mark: UInt8
        let flanking: Flanking
        /// The bytes of the run that are not paired yet.
        var left: Range<Int>
    }

    /// What a byte of a run is in the end.
    private enum Role: UInt8 {
        case text, start, strongStart, end, strongEnd
        /// The second byte of a strong mark.
        case second
    }

    private let bytes: [UInt8]
    private let japanese: Bool
    private var runs: [Run] = []
    /// The role of each byte of the leaf that belongs to a run.
    private var roles: [Role] = []
    /// The indices of the runs in each link that is open, and outside of links, that may still be paired.
    private var stack: [Int] = []

    /// - Parameter japanese: Whether CJK neighbours count as our rule says; else the pairs are libcmark's.
    init(bytes: [UInt8], japanese: Bool = true) {
        self.bytes = bytes
        self.japanese = japanese
    }

    /// Whether the rule for Japanese makes a difference to a run of `*` among the tokens.
    static func isNeeded(for tokens: [InlineToken], bytes: [UInt8]) -> Bool {
        guard bytes.first(of: .star, in: 0..<bytes.count) < bytes.count else { return false }
        var end = 0
        for token in tokens {
            guard token.isMark || token.kind == .raw else { continue }
            var index = max(token.place.range.lowerBound, end)
            while index < token.place.range.upperBound {
                index = bytes.first(of: .star, in: index..<token.place.range.upperBound)
                guard index < token.place.range.upperBound else { break }
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

    /// The tokens with all runs paired anew.
    mutating func resolve(_ tokens: [InlineToken], into builder: inout TreeBuilder) -> [InlineToken] {
        roles = [Role](repeating: .text, count: bytes.count)
        let pieces = tokens.flatMap(split)
        var bottoms: [Int] = []
        for piece in pieces {
            switch piece.kind {
            case .linkStart: bottoms.append(stack.count)
            case .linkEnd: pair(from: bottoms.popLast() ?? 0)
            case .emphasisStart: addRun(piece.place.range)
            default: break
            }
        }
        pair(from: 0)
        return write(pieces, into: &builder)
    }

    /// A token as text without marks and marks, each mark for now an `emphasisStart`.
    private func split(_ token: InlineToken) -> [InlineToken] {
        if token.isMark { return [InlineToken(.emphasisStart, place: token.place.range)] }
        guard token.kind == .raw else { return [token] }
        var pieces: [InlineToken] = []
        let place = token.place.range
        let text = token.text.range
        var start = place.lowerBound
        while start < place.upperBound {
            let isMark = bytes[start].isEmphasisMark
            let end = bytes[start..<place.upperBound].firstIndex { $0.isEmphasisMark != isMark } ?? place.upperBound
            let offset = text.lowerBound - place.lowerBound
            pieces.append(
                InlineToken(
                    isMark ? .emphasisStart : .raw, text: isMark ? .empty : ByteRange(start + offset..<end + offset),
                    place: start..<end))
            start = end
        }
        return pieces
    }

    /// Adds marks: to the run that they go on, or as runs of their own.
    private mutating func addRun(_ place: Range<Int>) {
        var start = place.lowerBound
        while start < place.upperBound {
            let mark = bytes[start]
            if let last = runs.last, last.place.contains(start) {
                start = last.place.upperBound
                continue
            }
            let end = bytes[start...].firstIndex { $0 != mark } ?? bytes.count
            let flanking = Flanking(run: start..<end, in: bytes, japanese: japanese)
            runs.append(Run(place: start..<end, mark: mark, flanking: flanking, left: start..<end))
            if flanking.canOpen || flanking.canClose { stack.append(runs.count - 1) }
            start = end
        }
    }

    /// Pairs the runs of the stack above `bottom` and takes them off it.
    private mutating func pair(from bottom: Int) {
        // The runs that may still open, in order, and for each kind of closer how far down to look for one: below that none
        // was found before, and none comes up later. All closers of `_` are one kind, as for libcmark 0.30.
        var openers: [Int] = []
        var floors = [Int](repeating: 0, count: 7)
        for closer in stack[bottom...] {
            while runs[closer].flanking.canClose, !runs[closer].left.isEmpty {
                let isStar = runs[closer].mark == UInt8(ascii: "*")
                let kind = isStar ? (runs[closer].flanking.canOpen ? 3 : 0) + runs[closer].place.count % 3 : 6
                guard let found = openers[floors[kind]...].lastIndex(where: { canPair($0, closer) }) else {
                    floors[kind] = openers.count
                    break
                }
                join(openers[found], closer)
                openers.removeLast(openers.count - found - (runs[openers[found]].left.isEmpty ? 0 : 1))
                for kind in floors.indices { floors[kind] = min(floors[kind], openers.count) }
            }
            if runs[closer].flanking.canOpen, !runs[closer].left.isEmpty { openers.append(closer) }
        }
        stack.removeLast(stack.count - bottom)
    }

    private func canPair(_ opener: Int, _ closer: Int) -> Bool {
        let (opener, closer) = (runs[opener], runs[closer])
        guard opener.mark == closer.mark else { return false }
        guard opener.flanking.canClose || closer.flanking.canOpen else { return true }
        return closer.place.count % 3 == 0 || (opener.place.count + closer.place.count) % 3 != 0
    }

    /// Makes the inner marks of two runs a pair.
    private mutating func join(_ opener: Int, _ closer: Int) {
        let isStrong = runs[opener].left.count > 1 && runs[closer].left.count > 1
        let length = isStrong ? 2 : 1
        let start = runs[opener].left.upperBound - length
        let end = runs[closer].left.lowerBound
        roles[start] = isStrong ? .strongStart : .start
        roles[end] = isStrong ? .strongEnd : .end
        if isStrong {
            roles[start + 1] = .second
            roles[end + 1] = .second
        }
        runs[opener].left = runs[opener].left.lowerBound..<start
        runs[closer].left = end + length..<runs[closer].left.upperBound
    }

    /// The pieces with each mark as what it became.
    private func write(_ pieces: [InlineToken], into builder: inout TreeBuilder) -> [InlineToken] {
        var result: [InlineToken] = []
        result.reserveCapacity(pieces.count + 8)
        for piece in pieces {
            guard piece.kind == .emphasisStart else {
                result.append(piece)
                continue
            }
            for index in piece.place.range {
                switch roles[index] {
                case .text:
                    let text = bytes[index...index].withUnsafeBufferPointer { builder.store($0) }
                    result.append(InlineToken(.literal, text: text, place: index..<index + 1))
                case .start: result.append(InlineToken(.emphasisStart, place: index..<index + 1))
                case .end: result.append(InlineToken(.emphasisEnd, place: index..<index + 1))
                case .strongStart: result.append(InlineToken(.strongStart, place: index..<index + 2))
                case .strongEnd: result.append(InlineToken(.strongEnd, place: index..<index + 2))
                case .second: break
                }
            }
        }
        return result
    }
}

extension InlineToken {
    /// Whether this is a mark of emphasis.
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
