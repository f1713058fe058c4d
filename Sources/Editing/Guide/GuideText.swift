import Authoring
import Diagnostics
import Publishing

/// The parts of guides and other documents that are written from the program: the list of messages and the tables of keys.
public enum GuideText {
    /// A part between two lines of a document.
    private struct Part {
        let start: String
        let end: String
        let text: String
    }

    private static var parts: [Part] {
        [
            Part(start: MessageList.start, end: MessageList.end, text: MessageList.markdown),
            Part(
                start: "<!-- casebook.yml の項目：次の印までは、script/guide で書き直します。 -->", end: "<!-- 項目はここまで -->",
                text: KeyTable.ofSettings(in: .ja)),
            Part(
                start: "<!-- keys of casebook.yml, written by script/guide -->", end: "<!-- end of keys -->",
                text: KeyTable.ofSettings(in: .en)),
        ]
    }

    /// Returns a document with its written parts replaced, or nil if it has none, or a part without an end.
    public static func updating(_ document: String) -> String? {
        var lines = document.split(separator: "\n", omittingEmptySubsequences: false)
        var isFound = false
        for part in parts {
            guard let first = lines.firstIndex(of: Substring(part.start)) else { continue }
            guard let last = lines[first...].firstIndex(of: Substring(part.end)) else { return nil }
            lines.replaceSubrange(first + 1..<last, with: ["", Substring(part.text), ""])
            isFound = true
        }
        return isFound ? lines.joined(separator: "\n") : nil
    }

    /// Returns the guide of a new casebook with its parts filled in.
    static func filled(_ guide: String, in language: Language) -> String {
        guide.replacing("<!-- keys of cases -->", with: KeyTable.ofCases(in: language))
            .replacing("<!-- keys of casebook.yml -->", with: KeyTable.ofSettings(in: language))
            .replacing("<!-- messages -->", with: MessageList.markdown)
    }
}
