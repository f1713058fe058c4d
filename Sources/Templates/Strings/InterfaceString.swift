/// A text of the interface: one pattern, or several of which numbers choose one.
struct InterfaceString: Sendable {
    /// A pattern with the condition under which it is shown.
    struct Form: Sendable {
        /// The value that has to be a certain number; nil for the form of all other numbers, which is the last one.
        let condition: Condition?
        let pieces: [Piece]
    }

    /// A value that has to be a certain number, such as `count=1`.
    struct Condition: Sendable {
        let value: Name
        /// The number in digits, as pages show it.
        let number: String
    }

    /// A part of a pattern.
    enum Piece: Sendable {
        case text(String)
        /// The value of a name, in braces.
        case value(Name)
    }

    /// The name of a value, with its bytes in the file.
    struct Name: Sendable {
        let text: String
        let bytes: Range<Int>
    }

    /// The key, with its group: `search.title`.
    let key: String
    /// The bytes of the key in the file, without its group.
    let keyBytes: Range<Int>
    /// At least one form; the last one has no condition.
    let forms: [Form]

    /// The names of all values, in the order of their first use.
    var values: [Name] {
        var seen: Set<String> = []
        let names = forms.flatMap { form in
            (form.condition.map { [$0.value] } ?? [])
                + form.pieces.compactMap { piece in
                    if case .value(let name) = piece { name } else { nil }
                }
        }
        return names.filter { seen.insert($0.text).inserted }
    }

    /// The text, if no value and no number is in it.
    var constant: String? {
        guard forms.count == 1 else { return nil }
        var text = ""
        for piece in forms[0].pieces {
            guard case .text(let part) = piece else { return nil }
            text += part
        }
        return text
    }
}
