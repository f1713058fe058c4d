import Basics
import Diagnostics

/// Writes a script that passes one value to the function `knowhow`. Unlike JSON, a script can be loaded over HTTP and from disk.
enum SearchScript {
    /// The version of the format of all files. `templates/assets/finder.js/4-search.js` has the same number.
    static let version = 6

    /// Returns the script for a JSON value.
    static func bytes(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter(.compact)
        write(&json)
        return bytes(ofValue: json.bytes)
    }

    /// Returns the script for a JSON value that is already written.
    static func bytes(ofValue json: [UInt8]) -> [UInt8] {
        Array("knowhow(\(version),".utf8) + json + Array(");\n".utf8)
    }

    /// Returns the script for a string of bits.
    static func bytes(ofBits text: BitText) -> [UInt8] {
        bytes(ofValue: [UInt8(ascii: "\"")] + text.bytes + [UInt8(ascii: "\"")])
    }
}
