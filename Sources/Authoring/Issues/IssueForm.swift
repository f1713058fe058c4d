import CasebookLoading
import Diagnostics

/// A form on GitHub with which people suggest cases without writing a file: `.github/ISSUE_TEMPLATE/case.yml`.
///
/// GitHub turns the answers into a text, from which ``CaseImport`` makes a case.
public struct IssueForm: Sendable {
    /// The start of the first line, by which a later run knows that it may replace the file.
    public static let mark = "# knowhow schema --github:"
    /// The label of the issues, by which a workflow knows them.
    static let issueLabel = "case"

    private let form: CaseForm
    private let language: Language
    private var lines: [String] = []

    /// Creates the form of a casebook, in its language.
    public init(_ form: CaseForm) {
        self.form = form
        language = form.language
        writeHead()
        for element in IssueElement.all(form) { write(element) }
    }

    /// The text of the file.
    public var text: String { lines.joined(separator: "\n") + "\n" }

    private mutating func writeHead() {
        let isJapanese = language == .ja
        let title = form.schema.record.located("title", in: form.schema.source)?.value ?? ""
        lines.append(
            isJapanese
                ? "\(Self.mark) casebook.yml から作ったファイルです。直接直さず、分類や見出しを変えたら、もう一度実行してください。"
                : "\(Self.mark) written from casebook.yml. Do not change it; run the command again after changing terms or headings."
        )
        add("name", isJapanese ? "事例を送る" : "Send a case", indent: 0)
        add("description", isJapanese ? "「\(title)」に載せる事例を書いて送ります" : "Write a case for “\(title)”", indent: 0)
        add("title", isJapanese ? "事例の提案" : "A case", indent: 0)
        lines.append("labels: [\(Self.issueLabel)]")
        lines.append("body:")
        lines.append("  - type: markdown")
        lines.append("    attributes:")
        lines.append("      value: |")
        lines +=
            (isJapanese
            ? [
                "送ると、このリポジトリーを見られる人の全員が、すぐに読めるようになります。公開してはいけないことは、書かないでください。",
                "", "題名の上の「タイトルを追加」（Add a title）の欄は、そのままでかまいません。文章は、空の行で段落に分けます。",
            ]
            : [
                "Everybody who sees this repository can read what you send. Do not write what must not be public.", "",
                "You can leave the field “Add a title” as it is. Separate paragraphs by an empty line.",
            ]).map { $0.isEmpty ? "" : "        " + $0 }
    }

    private mutating func write(_ element: IssueElement) {
        let type =
            switch element.kind {
            case .line: "input"
            case .text: "textarea"
            case .menu: "dropdown"
            case .boxes, .consent: "checkboxes"
            }
        lines.append("  - type: \(type)")
        lines.append("    id: \(YAMLScalar.write(element.id))")
        lines.append("    attributes:")
        add("label", element.label, indent: 6)
        if let help = element.help { add("description", help, indent: 6) }
        switch element.kind {
        case .line, .text: break
        case .menu(let options, let isMultiple):
            if isMultiple { lines.append("      multiple: true") }
            lines.append("      options:")
            lines += options.map { "        - \(YAMLScalar.write($0))" }
        case .boxes(let options), .consent(let options):
            lines.append("      options:")
            for option in options {
                lines.append("        - label: \(YAMLScalar.write(option))")
                if case .consent = element.kind { lines.append("          required: true") }
            }
            // GitHub requires single boxes, not one of several.
            return
        }
        guard element.isRequired else { return }
        lines.append("    validations:")
        lines.append("      required: true")
    }

    private mutating func add(_ key: String, _ value: String, indent: Int) {
        let line = value.split(whereSeparator: \.isNewline).joined(separator: " ")
        lines.append("\(String(repeating: " ", count: indent))\(key): \(YAMLScalar.write(line))")
    }
}
