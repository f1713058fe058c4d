import Basics
import Diagnostics

/// A script that hands one value to `knowhowSearch.receive`, so that it works over HTTP and from disk alike.
enum SearchScript {
    /// The version of the form of all files; `templates/assets/finder.js/4-search.js` knows it too.
    static let version = 2

    /// The script around a JSON value.
    static func bytes(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter(.compact)
        write(&json)
        return bytes(ofValue: json.bytes)
    }

    /// The script around what a JSON value is written as.
    static func bytes(ofValue json: [UInt8]) -> [UInt8] {
        Array("knowhowSearch.receive(\(version),".utf8) + json + Array(");\n".utf8)
    }

    /// The script around a string of bits.
    static func bytes(ofBits text: BitText) -> [UInt8] {
        bytes(ofValue: [UInt8(ascii: "\"")] + text.bytes + [UInt8(ascii: "\"")])
    }
}
