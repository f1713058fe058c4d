/// What a run of `*` or `_` may do, by the characters on its two sides (CommonMark 0.30, section 6.2).
///
/// CommonMark lets a run open emphasis where it is left-flanking: no space after it, and where punctuation follows, a space or
/// punctuation before it; and close where it is right-flanking, the same mirrored. That fits writing with spaces between
/// words. In `支援**「就労」**と` the mark before 「 stands after a letter, so nothing is strong.
///
/// The rule for Japanese changes one thing for `*`: a CJK character or punctuation mark beside the run, on either side, never
/// keeps it from flanking. So
/// ```
/// left-flanking  = no space after,  and (after  is not punctuation, or after  is CJK, or before is a space, punctuation or CJK)
/// right-flanking = no space before, and (before is not punctuation, or before is CJK, or after  is a space, punctuation or CJK)
/// ```
/// Without CJK beside the run both rules say the same. `_` always follows CommonMark.
struct Flanking: Equatable {
    let canOpen: Bool
    let canClose: Bool

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
