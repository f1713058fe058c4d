import CCMark

extension MarkdownDocument {
    /// The version of libcmark, as `cmark_version()` tells it: what a text means may differ from one to the next.
    public static var parserVersion: Int { Int(cmark_version()) }
}
