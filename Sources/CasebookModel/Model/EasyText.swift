/// The easy-language version of a case: a file in `easy/` with the name of the case. In a Japanese casebook it is やさしい日本語.
///
/// It has no state of its own: it is published while its case is.
public struct EasyText: Sendable {
    /// The index of the case in ``Casebook/cases``.
    public let caseIndex: Int
    /// The title, as plain text.
    public let title: String
    /// The day of the last change, if the file states one.
    public let updated: CalendarDate?
    /// What the text says.
    public let body: Body

    /// Creates a text.
    public init(caseIndex: Int, title: String, updated: CalendarDate? = nil, body: Body) {
        self.caseIndex = caseIndex
        self.title = title
        self.updated = updated
        self.body = body
    }
}
