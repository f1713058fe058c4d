import Synchronization
import Templates

/// The files of the editions, made when a page first shows their size or when they are written.
///
/// A page says how large the files are that it offers, so it needs all of such a file. The file is kept until somebody asks for it,
/// and only its size after that.
final class EditionFiles: Sendable {
    private struct Entry {
        let size: Int
        var body: Page.Body?
    }

    private let entries = Mutex<[Route: Entry]>([:])

    /// Returns the size of the file of a route in bytes.
    func size(
        of route: Route, make: () throws(RenderingError) -> Page.Body
    ) throws(RenderingError) -> Int {
        if let size = entries.withLock({ $0[route]?.size }) { return size }
        let body = try make()
        let entry = Entry(size: body.length, body: body)
        entries.withLock { $0[route] = entry }
        return entry.size
    }

    /// Returns the file of a route.
    func body(of route: Route, make: () throws(RenderingError) -> Page.Body) throws(RenderingError) -> Page.Body {
        let kept = entries.withLock { entries in
            let body = entries[route]?.body
            entries[route]?.body = nil
            return body
        }
        if let kept { return kept }
        let body = try make()
        let size = body.length
        entries.withLock { $0[route] = Entry(size: size, body: nil) }
        return body
    }
}

extension Page.Body {
    /// The length of a file of an edition in bytes. Images count with the length that they have in the content folder.
    fileprivate var length: Int {
        switch self {
        case .bytes(let bytes): bytes.count
        // 22 bytes end an archive.
        case .archive(let entries): entries.reduce(22) { $0 + $1.length }
        case .parts, .contentFile: 0
        }
    }
}
