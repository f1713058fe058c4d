import Basics
import Foundation

/// A mail address to which pages can link.
///
/// ```
/// mailbox = atom *("." atom) "@" label 1*("." label)
/// atom    = 1*(letter / digit / one of !#$%&'*+-/=?^_`{|}~)
/// label   = letters, digits and hyphens, without a hyphen at its ends; the last one does not consist of digits
/// ```
///
/// This is a `Mailbox` of RFC 5321, section 4.1.2, without quoted names and without numbers as hosts.
public struct Mailbox: Sendable, Hashable {
    /// The address, such as `info@example.jp`.
    public let address: String

    /// Reads an address; nil if the text has another form.
    public init?(_ text: String) {
        guard text.utf8.count <= 254, let at = text.lastIndex(of: "@"), Self.isName(text[..<at]),
            Self.isHost(text[text.index(after: at)...])
        else { return nil }
        address = text
    }

    /// Returns the address that a text likely means: `info＠example.jp`, `mailto:info@example.jp`, `編集部 <info@example.jp>`.
    public static func meant(by text: String) -> Mailbox? {
        var rest = text.precomposedStringWithCompatibilityMapping[...]
        if let open = rest.lastIndex(of: "<"), let close = rest.lastIndex(of: ">"), open < close {
            rest = rest[rest.index(after: open)..<close]
        }
        if rest.lowercased().hasPrefix("mailto:") { rest = rest.dropFirst("mailto:".count).prefix { $0 != "?" } }
        return Mailbox(String(rest.filter { !$0.isWhitespace }))
    }

    /// The part after the `@`, in lower case.
    public var host: String { address.drop { $0 != "@" }.dropFirst().lowercased() }

    /// Returns the address of a new mail, with a subject if there is one (RFC 6068).
    public func link(subject: String? = nil) -> String {
        let name = address.prefix { $0 != "@" }
        return "mailto:\(percentEncoded(String(name)))@\(address.drop { $0 != "@" }.dropFirst())"
            + (subject.map { "?subject=\(percentEncoded($0))" } ?? "")
    }

    private static func isName(_ name: Substring) -> Bool {
        (1...64).contains(name.utf8.count)
            && name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
                !atom.isEmpty
                    && atom.utf8.allSatisfy { byte in
                        switch byte {
                        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                        default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
                        }
                    }
            }
    }

    private static func isHost(_ host: Substring) -> Bool {
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, let last = labels.last, !last.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return false
        }
        return labels.allSatisfy { label in
            (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                && label.utf8.allSatisfy { byte in
                    switch byte {
                    case 0x2D, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                    default: false
                    }
                }
        }
    }
}
