/// Decides whether a soft line break becomes a space or nothing.
///
/// Between two wide characters, including fullwidth punctuation, a break becomes nothing, because Japanese has no spaces between
/// words. Hangul has, so there a break stays a space. A character of ambiguous width (…, “, ①) counts as wide if the character on
/// the other side is. This follows the segment break rules of CSS Text Module Level 3, section 4.1.3.
enum LineJoin {
    /// The width of a character next to a break.
    enum Neighbour: UInt8 {
        case none, wide, ambiguous, other

        init(_ scalar: Unicode.Scalar?) {
            guard let scalar else {
                self = .none
                return
            }
            self = scalar.isCJK && !scalar.isHangul ? .wide : scalar.isOfAmbiguousWidth ? .ambiguous : .other
        }
    }

    /// Whether a break between two characters becomes nothing.
    static func joins(_ before: Neighbour, _ after: Neighbour) -> Bool {
        switch (before, after) {
        case (.wide, .wide), (.wide, .ambiguous), (.ambiguous, .wide): true
        default: false
        }
    }
}
