#if canImport(CryptoKit)
import CryptoKit
import Foundation
#else
import COpenSSL
#endif

/// SHA-256 (FIPS 180-4), by the system's library.
package enum SHA256Digest {
    /// The digest of bytes as 64 hexadecimal digits.
    package static func hexadecimal(_ bytes: [UInt8]) -> String {
        digest(bytes).map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }

    private static func digest(_ bytes: [UInt8]) -> [UInt8] {
        #if canImport(CryptoKit)
        Array(SHA256.hash(data: Data(bytes)))
        #else
        [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
            var length: UInt32 = 0
            _ = EVP_Digest(bytes, bytes.count, buffer.baseAddress, &length, EVP_sha256(), nil)
            count = Int(length)
        }
        #endif
    }
}
