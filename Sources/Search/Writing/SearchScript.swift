import Diagnostics

/// A script that hands one value to `knowhowSearch.receive`, so that it works over HTTP and from disk alike.
enum SearchScript {
    /// The version of the form of all files; `templates/assets/finder.js/4-search.js` knows it too.
    static let version = 1

    /// The script around a JSON value.
    static func bytes(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter(.compact)
        write(&json)
        var bytes = Array("knowhowSearch.receive(\(version),".utf8)
        bytes += json.bytes
        bytes += Array(");\n".utf8)
        return bytes
    }

    /// The script around a string of bits.
    static func bytes(ofBits text: BitText) -> [UInt8] {
        Array("knowhowSearch.receive(\(version),\"".utf8) + text.bytes + Array("\");\n".utf8)
    }
}
