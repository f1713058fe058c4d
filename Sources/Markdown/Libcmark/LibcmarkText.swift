import CCMark

/// Reads the texts of libcmark's nodes.
enum LibcmarkText {
    /// The bytes of a C string; valid as long as its node. None for nil.
    static func bytes(_ literal: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
        guard let literal else { return UnsafeBufferPointer(start: nil, count: 0) }
        let start = UnsafeRawPointer(literal).assumingMemoryBound(to: UInt8.self)
        return UnsafeBufferPointer(start: start, count: ccmark_length(literal))
    }
}
