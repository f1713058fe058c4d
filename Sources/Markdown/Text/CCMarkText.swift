import CCMark

/// The texts of libcmark's nodes.
enum CCMarkText {
    /// The bytes of a C string, which live as long as its node.
    static func bytes(_ literal: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
        guard let literal else { return UnsafeBufferPointer(start: nil, count: 0) }
        let start = UnsafeRawPointer(literal).assumingMemoryBound(to: UInt8.self)
        return UnsafeBufferPointer(start: start, count: ccmark_length(literal))
    }
}
