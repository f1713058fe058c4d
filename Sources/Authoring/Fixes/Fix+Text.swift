import Diagnostics

extension Fix {
    /// The fix as text: its location, what was done, and the lines before and after.
    public func text(in language: Language) -> String {
        let location = line.map { "\(path.visible):\($0)" } ?? path.visible
        let summaries = summaries.map { $0.text(in: language) }.joined(separator: language == .ja ? "。" : "; ")
        var text = "\(location): \(summaries) [\(ids.joined(separator: ", "))]\n"
        guard let change else {
            return text + (language == .ja ? "  （公開しない情報なので、内容は示しません）\n" : "  (private, so not shown)\n")
        }
        let (before, after) = language == .ja ? ("前", "後") : ("before", "after ")
        text += Self.lines(change.before.text(in: language), under: before)
        text += Self.lines(change.after.text(in: language), under: after)
        return text
    }

    private static func lines(_ text: String, under word: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \(word) | \(String($0).visible)\n" }.joined()
    }
}
