import Diagnostics

/// What a proxy in front of the desk does: it lets people in, and may name them.
///
/// - With a secret, only requests that come with it are the proxy's. They need no address with a token.
/// - Without one, those from this computer are. They need the address as everybody does.
public struct DeskProxy: Sendable {
    /// The name of the field with the secret, in lower case.
    package static let secretField = "x-desk-secret"
    /// The most characters of a name that are shown.
    private static let longestName = 40

    /// The name of the field that names the person, in lower case; nil if none does.
    private let userField: String?
    private let secret: String?

    /// No proxy is known.
    package static let none = DeskProxy(userField: nil, secret: nil)

    /// - Parameters:
    ///   - userField: The name of the field that names the person; nil if none does.
    ///   - secret: What the proxy sends with every request; nil if it sends nothing.
    public init(userField: String?, secret: String?) {
        self.userField = userField?.lowercased()
        self.secret = secret
    }

    /// Whether the proxy vouches for whoever sends a request, so that no token is needed.
    ///
    /// - Parameter field: Returns the value of a field that is there exactly once.
    package func letsIn(_ field: (String) -> String?) -> Bool {
        guard let secret, let sent = field(Self.secretField) else { return false }
        return DeskKeys.areEqual(sent, secret)
    }

    /// The person whom the proxy names, as pages show the name; nil if it names none, or if somebody else may have sent the request.
    ///
    /// - Parameters:
    ///   - isFromThisComputer: Whether the request came over the loopback address.
    ///   - field: Returns the value of a field that is there exactly once.
    package func person(isFromThisComputer: Bool, _ field: (String) -> String?) -> String? {
        guard let userField, secret == nil ? isFromThisComputer : letsIn(field), let value = field(userField) else {
            return nil
        }
        let name = value.split { $0.isWhitespace }.joined(separator: " ")
        guard !name.isEmpty else { return nil }
        return (name.count > Self.longestName ? "\(name.prefix(Self.longestName - 1))…" : name).visible
    }
}
