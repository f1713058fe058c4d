/// The secrets of one start of the desk. Who knows them can change the content folder.
package struct DeskKeys: Sendable {
    /// Random texts that nobody can guess.
    package struct Secrets: Sendable {
        let entry = Self.random()
        let session = Self.random()
        let form = Self.random()

        package init() {}

        /// 256 random bits as hexadecimal digits.
        static func random() -> String {
            var generator = SystemRandomNumberGenerator()
            return (0..<4).map { _ in
                let digits = String(generator.next(), radix: 16)
                return String(repeating: "0", count: 16 - digits.count) + digits
            }.joined()
        }
    }

    /// The token in the address that is opened first. It lets a browser in.
    package let entry: String
    /// The value of the cookie that a browser then has.
    package let session: String
    /// The token in every form. A page of another site cannot read it.
    package let form: String
    /// The name of the cookie. Cookies of one host are shared by all its ports, so it holds the port.
    package let cookie: String

    package init(_ secrets: Secrets, port: UInt16) {
        entry = secrets.entry
        session = secrets.session
        form = secrets.form
        cookie = "knowhow-desk-\(port)"
    }

    /// The value of the field that gives a browser the cookie.
    ///
    /// - Parameter isSecure: Whether the browser reaches the desk over TLS only.
    package func cookieField(isSecure: Bool) -> String {
        "\(cookie)=\(session); Path=/desk/; HttpOnly; SameSite=Strict" + (isSecure ? "; Secure" : "")
    }

    /// Whether one of the cookies of a request is that of this start.
    ///
    /// - Parameter fields: The values of its `Cookie` fields (RFC 6265, section 4.2).
    package func isLetIn(cookies fields: [String]) -> Bool {
        sessions(in: fields).contains { Self.areEqual($0, session) }
    }

    /// The values of the cookies that this start or an earlier one gave.
    package func sessions(in fields: [String]) -> [String] {
        fields.flatMap { $0.split(separator: ";") }.compactMap { pair in
            let parts = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return parts.count == 2 && parts[0] == cookie ? String(parts[1]) : nil
        }
    }

    /// Whether two texts are equal. The time does not depend on where they differ.
    package static func areEqual(_ left: String, _ right: String) -> Bool {
        guard left.utf8.count == right.utf8.count else { return false }
        return zip(left.utf8, right.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
