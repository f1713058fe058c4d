#if canImport(CryptoKit)
import CryptoKit
import Foundation
#else
import COpenSSL
#endif

/// The SHA-256 digest of bytes (FIPS 180-4), computed by OpenSSL, or on Apple's systems by CryptoKit.
package enum SHA256Digest {
    /// Returns the digest as 64 hexadecimal digits, in lower case. O(n).
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
