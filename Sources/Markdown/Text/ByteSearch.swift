/// Finding the few bytes that matter in a text, sixteen at a time.
extension UnsafeBufferPointer<UInt8> {
    /// The first of `& < > "` at or after `start`; the count if there is none.
    @inline(__always)
    func firstToEscape(from start: Int) -> Int {
        first(
            from: start, block: { $0 .== 0x26 .| $0 .== 0x3C .| $0 .== 0x3E .| $0 .== 0x22 },
            byte: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 })
    }

    /// The first byte that may start one of our own corrections (`* { $ ~ [ :`) at or after `start`; the count if there is
    /// none.
    @inline(__always)
    func firstOfInterest(from start: Int) -> Int {
        first(
            from: start,
            block: { $0 .== 0x2A .| $0 .== 0x7B .| $0 .== 0x24 .| $0 .== 0x7E .| $0 .== 0x5B .| $0 .== 0x3A },
            byte: { $0 == 0x2A || $0 == 0x7B || $0 == 0x24 || $0 == 0x7E || $0 == 0x5B || $0 == 0x3A })
    }

    @inline(__always)
    private func first(
        from start: Int, block: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>, byte: (UInt8) -> Bool
    ) -> Int {
        var index = start
        if let base = UnsafeRawPointer(baseAddress) {
            while index + 16 <= count {
                if any(block(base.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self))) { break }
                index += 16
            }
        }
        while index < count, !byte(self[index]) { index += 1 }
        return index
    }
}
