/// Whether a run of `*` or `_` can open or close emphasis, by the characters before and after it (CommonMark 0.30, section 6.2).
///
/// In CommonMark a run can open emphasis where it is left-flanking: no space after it, and where punctuation follows, a space or
/// punctuation before it. It can close emphasis where it is right-flanking: the mirror image. That suits languages with spaces
/// between words. In `支援**「就労」**と` the run before 「 follows a letter, so nothing is strong.
///
/// The rule for Japanese changes one thing for `*`: a CJK character or punctuation mark next to the run, on either side, never
/// prevents flanking:
/// ```
/// left-flanking  = no space after,  and (after  is not punctuation, or after  is CJK, or before is a space, punctuation or CJK)
/// right-flanking = no space before, and (before is not punctuation, or before is CJK, or after  is a space, punctuation or CJK)
/// ```
/// Without CJK next to the run, both rules are the same. `_` always follows CommonMark.
struct Flanking: Equatable {
    let canOpen: Bool
    let canClose: Bool

    /// Determines the flanking of the run at a range of `bytes`, by the rule for Japanese or by CommonMark's.
    init(run: Range<Int>, in bytes: [UInt8], japanese: Bool) {
        let mark = bytes[run.lowerBound]
        let before = bytes.scalar(before: run.lowerBound)
        let after = bytes.scalar(at: run.upperBound)
        let (spaceBefore, spaceAfter) = (before?.isMarkdownSpace ?? true, after?.isMarkdownSpace ?? true)
        let punctuationBefore = before?.isMarkdownPunctuation ?? false
        let punctuationAfter = after?.isMarkdownPunctuation ?? false
        let usesJapanese = japanese && mark == UInt8(ascii: "*")
        let cjkBefore = usesJapanese && (bytes.baseScalar(before: run.lowerBound)?.isCJK ?? false)
        let cjkAfter = usesJapanese && (after?.isCJK ?? false)
        let left =
            !spaceAfter && (!punctuationAfter || cjkAfter || spaceBefore || punctuationBefore || cjkBefore)
        let right =
            !spaceBefore && (!punctuationBefore || cjkBefore || spaceAfter || punctuationAfter || cjkAfter)
        if mark == UInt8(ascii: "_") {
            canOpen = left && (!right || punctuationBefore)
            canClose = right && (!left || punctuationAfter)
        } else {
            canOpen = left
            canClose = right
        }
    }
}
