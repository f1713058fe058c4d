import Basics
import Diagnostics

/// The words of the interface in one language: the file `templates/strings/LANGUAGE.yml`.
///
/// ```yaml
/// # A comment.
/// search:
///   title: 事例を検索
///   found: "{words}を含む事例：{count}件"
///   cases:
///     count=1: "{count} case"
///     other: "{count} cases"
/// ```
///
/// A text is used by its group and its key: `{{strings.search.title}}`. A name in braces stands for the value of that name where the
/// text is used. Under a condition such as `count=1` a text is shown if the value is that number; `other`, which comes last, in all
/// other cases.
public struct InterfaceStrings: Sendable {
    /// The language (BCP 47), by the name of the file.
    public let language: String
    /// The file.
    let source: SourceText
    /// The texts in the order of the file.
    let strings: [InterfaceString]
    /// What is wrong in the file.
    let diagnostics: [Diagnostic]
    /// The readings of the words in the texts and the templates, for pages with furigana.
    public let readings: [ReadingPattern]
    private let indices: [String: Int]

    /// Reads a file of strings.
    ///
    /// - Parameters:
    ///   - language: The language (BCP 47).
    ///   - source: The text of the file.
    ///   - readings: The readings of the words in the texts and the templates.
    public init(language: String, source: SourceText, readings: [ReadingPattern] = []) {
        var reader = StringsReader(source)
        reader.read()
        self.language = language
        self.source = source
        self.readings = readings
        let strings = reader.strings
        self.strings = strings
        diagnostics = reader.diagnostics
        indices = Dictionary(strings.indices.map { (strings[$0].key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// No strings at all.
    public static let none = InterfaceStrings(language: "", source: SourceText(path: "", utf8: []))

    /// Whether there is no text.
    public var isEmpty: Bool { strings.isEmpty }

    /// All keys, in the order of the file.
    public var keys: [String] { strings.map(\.key) }

    /// Returns the text with a key.
    func string(_ key: String) -> InterfaceString? { indices[key].map { strings[$0] } }

    /// Returns the text with a key; nil if there is none.
    ///
    /// - Parameters:
    ///   - key: The key with its group.
    ///   - names: The names of the values.
    ///   - values: The values in the order of their names.
    public func text(_ key: String, names: [String], values: [String]) -> String? {
        string(key).map { string in
            string.constant
                ?? string.text { name in
                    names.firstIndex(of: name).flatMap { $0 < values.count ? values[$0] : nil }
                }
        }
    }

    /// Returns the problem of a key for which there is no text.
    ///
    /// - Parameters:
    ///   - key: The key with its group.
    ///   - place: Where it is used; nil for the program itself.
    func missing(_ key: String, in place: (source: SourceText, bytes: Range<Int>)?) -> Diagnostic {
        let problem = TemplateProblem.missingString(key: key, file: source.path, keys: keys)
        guard let place else { return Diagnostic(problem, path: source.path) }
        return Diagnostic(problem, in: place.source, bytes: place.bytes)
    }

    /// Returns the problems of a text that is used outside templates: it is missing, or it uses a value that is not there.
    ///
    /// - Parameters:
    ///   - key: The key with its group.
    ///   - values: The names of the values that there are.
    public func problems(ofUsing key: String, values: [String]) -> [Diagnostic] {
        guard let string = string(key) else { return [missing(key, in: nil)] }
        return string.values.filter { !values.contains($0.text) }.map { name in
            Diagnostic(
                TemplateProblem.unknownStringValue(name: name.text, key: key, names: values), in: source, bytes: name.bytes)
        }
    }

    /// Returns the texts that nothing uses.
    public func unused(_ used: Set<String>) -> [Diagnostic] {
        strings.filter { !used.contains($0.key) }.map {
            Diagnostic(TemplateProblem.unusedString(key: $0.key), in: source, bytes: $0.keyBytes)
        }
    }
}

extension InterfaceString {
    /// Returns the text with its values.
    func text(_ value: (String) -> String?) -> String {
        let form = forms.first { form in form.condition.map { value($0.value.text) == $0.number } ?? true }
        return (form?.pieces ?? []).reduce(into: "") { text, piece in
            switch piece {
            case .text(let part): text += part
            case .value(let name): text += value(name.text) ?? ""
            }
        }
    }
}
