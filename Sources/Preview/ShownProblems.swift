import Diagnostics

/// The problems of a state of a site as they are shown at the terminal and over pages. Each is formatted once.
package struct ShownProblems: Sendable {
    /// The language of the texts.
    let language: Language
    private let showsAll: Bool
    private let digest: DiagnosticDigest
    /// The texts of the problems that are shown, errors first.
    package let texts: [String]
    /// How many of the texts were formatted for this state. The others were shown before it.
    package let newCount: Int

    /// No problems.
    ///
    /// - Parameters:
    ///   - language: The language of the texts.
    ///   - showsAll: Whether all problems are shown, not only the first ones of each rule.
    package init(language: Language, showsAll: Bool) {
        let digest = DiagnosticDigest([], showsAll: showsAll)
        self.init(language: language, showsAll: showsAll, digest: digest, texts: [], newCount: 0)
    }

    private init(language: Language, showsAll: Bool, digest: DiagnosticDigest, texts: [String], newCount: Int) {
        self.language = language
        self.showsAll = showsAll
        self.digest = digest
        self.texts = texts
        self.newCount = newCount
    }

    /// The problems of the next state. Only new ones are formatted.
    package func following(_ diagnostics: [Diagnostic]) -> ShownProblems {
        let next = DiagnosticDigest(diagnostics, showsAll: showsAll)
        let (texts, newCount) = next.problems(in: language, following: digest, texts)
        return ShownProblems(language: language, showsAll: showsAll, digest: next, texts: texts, newCount: newCount)
    }

    /// A line for each rule of which more was found than is shown.
    package var omissions: [String] { digest.omissions(in: language) }

    /// The whole text, as `knowhow check` prints it; empty if there is nothing to print.
    package func text(showsWarnings: Bool) -> String {
        DiagnosticDigest.text(
            problems: showsWarnings ? texts : Array(texts.prefix(digest.errorCount)),
            omissions: showsWarnings ? omissions : digest.errorOmissions(in: language))
    }
}
