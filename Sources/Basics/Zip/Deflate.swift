import CZlib

/// Raw DEFLATE data (RFC 1951) and CRC-32, by zlib.
package enum Deflate {
    /// The bytes made smaller as far as zlib's strongest level can; nil when that does not make them smaller.
    package static func compress(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count > 1, bytes.count < Int(UInt32.max) else { return nil }
        var stream = z_stream()
        let windowBits = -MAX_WBITS
        guard
            deflateInit2_(
                &stream, Z_BEST_COMPRESSION, Z_DEFLATED, windowBits, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        var input = bytes
        let output = input.withUnsafeMutableBufferPointer { source in
            [UInt8](unsafeUninitializedCapacity: source.count - 1) { buffer, count in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(buffer.count)
                count = deflate(&stream, Z_FINISH) == Z_STREAM_END ? Int(stream.total_out) : 0
            }
        }
        return output.isEmpty ? nil : output
    }

    /// The CRC-32 of ITU-T V.42.
    package static func checksum(_ bytes: [UInt8]) -> UInt32 {
        UInt32(truncatingIfNeeded: crc32_z(0, bytes, bytes.count))
    }
}
