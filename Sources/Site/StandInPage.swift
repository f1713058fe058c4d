import HTML

/// A temporary page at the address of a page that is about to be written or removed.
///
/// Pages that link to one another in cycles cannot be written or removed one by one without a dead link, unless something is at
/// their addresses. The temporary page has no links, so the same bytes work everywhere.
enum StandInPage {
    /// Returns the page for a site.
    ///
    /// - Parameters:
    ///   - language: The BCP 47 tag of the site.
    ///   - words: The words of the interface.
    static func bytes(language: String, words: SiteWords) -> [UInt8] {
        var buffer = HTMLBuffer(reservingCapacity: 512)
        buffer.append(markup: "<!DOCTYPE html>\n<html lang=\"")
        buffer.append(text: language)
        buffer.append(markup: "\">\n<head>\n<meta charset=\"utf-8\">\n")
        buffer.append(markup: "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
        buffer.append(text: words[.standInTitle])
        buffer.append(markup: "</title>\n<meta name=\"robots\" content=\"noindex\">\n")
        buffer.append(markup: "<meta name=\"color-scheme\" content=\"light dark\">\n</head>\n<body>\n<main>\n<h1>")
        buffer.append(text: words[.standInTitle])
        buffer.append(markup: "</h1>\n<p>")
        buffer.append(text: words[.standInHint])
        buffer.append(markup: "</p>\n</main>\n</body>\n</html>\n")
        return buffer.bytes
    }
}
