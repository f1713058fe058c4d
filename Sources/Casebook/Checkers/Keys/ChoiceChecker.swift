import Diagnostics

/// Values that are one of a few words are one of them.
enum ChoiceChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        for (text, field) in file.texts(where: { $0.choices != nil }) {
            let value = text.string(in: file.text)
            guard let choices = field.choices, !choices.contains(value) else { continue }
            let folded = foldedName(value)
            let meant = choices.first { $0 == folded } ?? (choices == Field.flags ? yesAndNo[folded] : nil)
            report.tell(
                .badChoice(key: field.key, value: value, allowed: choices, meant: meant), in: file.text, text.bytes,
                replacement: meant)
        }
    }

    private static let yesAndNo = [
        "yes": "true", "はい": "true", "on": "true", "1": "true", "no": "false", "いいえ": "false", "off": "false",
        "0": "false",
    ]
}
