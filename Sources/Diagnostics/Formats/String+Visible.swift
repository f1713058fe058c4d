extension String {
    /// The text with control characters replaced by visible ones, so that content cannot move the cursor or change the colours of
    /// a terminal.
    public var visible: String {
        guard unicodeScalars.contains(where: { $0.properties.generalCategory == .control || $0.isBidiControl })
        else { return self }
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x09: result.append(" ")
            case 0x00...0x1F: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
            case _ where scalar.properties.generalCategory == .control || scalar.isBidiControl:
                result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}

extension Unicode.Scalar {
    /// Whether this scalar reorders the text around it: embeddings, overrides and isolates (UAX #9, section 2).
    fileprivate var isBidiControl: Bool {
        (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
    }
}
