/// What stands beside a soft line break, and whether the break is a space.
///
/// Between two wide characters, fullwidth punctuation among them, a line break is nothing: Japanese sets no spaces between
/// words. Hangul does, and so keeps it. Signs of ambiguous width (…, “, ①) go with a wide character on the other side. This
/// follows the CSS Text module's rules for segment breaks.
enum LineJoin {
    /// How a character beside a break counts.
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

    static func joins(_ before: Neighbour, _ after: Neighbour) -> Bool {
        switch (before, after) {
        case (.wide, .wide), (.wide, .ambiguous), (.ambiguous, .wide): true
        default: false
        }
    }
}
