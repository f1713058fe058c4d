/// The media types of the files that a site holds.
enum MediaType {
    static let html = "text/html; charset=utf-8"
    static let text = "text/plain; charset=utf-8"
    static let csv = "text/csv; charset=utf-8"
    /// RFC 9239, section 6.
    static let script = "text/javascript; charset=utf-8"
    static let json = "application/json"
    /// EPUB 3.3, section I.1.
    static let epub = "application/epub+zip"
    /// JSON Schema 2020-12, section 14.
    static let jsonSchema = "application/schema+json"
    static let xml = "application/xml"
    /// RFC 4287, section 7.
    static let atom = "application/atom+xml"
    /// JSON Feed 1.1, "Suggestions for Publishers".
    static let jsonFeed = "application/feed+json"

    /// Returns the type of an asset, an image or a document by its file name extension.
    static func of(path: String) -> String {
        switch path.split(separator: ".").last {
        case "css": "text/css; charset=utf-8"
        case "js": script
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        case "gif": "image/gif"
        case "webp": "image/webp"
        case "avif": "image/avif"
        case "ico": "image/x-icon"
        case "woff2": "font/woff2"
        case "txt": text
        case "csv": csv
        // RFC 8118
        case "pdf": "application/pdf"
        case "zip": "application/zip"
        case "epub": epub
        // The registrations at IANA
        case "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        default: "application/octet-stream"
        }
    }
}
