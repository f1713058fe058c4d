import CasebookLoading
import Diagnostics
import Foundation
import Images
import Publishing

/// The folder `images` of a content folder as the destination of new images. Nothing in it is ever changed or removed.
public struct ImageFolder: Sendable {
    private static let name = "images"

    private let content: String

    /// - Parameter content: The path of the content folder.
    public init(content: String) {
        self.content = content
    }

    /// An image in the folder.
    public struct Stored: Sendable, Hashable {
        /// Its path relative to the content folder, such as `images/map.png`.
        public let location: String
        /// Whether it was there before, under this name or another.
        public let wasThere: Bool
    }

    /// Writes an image under a name that is not taken. If the same image is there already, nothing is written.
    ///
    /// - Parameters:
    ///   - image: The image.
    ///   - name: The name that its file had elsewhere. What an address and a file of any system can have is kept of it.
    ///   - substitute: The name to use if nothing is left of that one, such as the number of a case.
    public func add(_ image: ReceivedImage, name: String, otherwise substitute: String) throws(StoreError) -> Stored {
        let path = "\(content)/\(Self.name)"
        do throws(PublishingError) {
            let root = try OpenFolder(content)
            let entries = try root.folder(Self.name)?.entries() ?? []
            if let same = try same(as: image, among: entries, in: root) {
                return Stored(location: "\(Self.name)/\(same)", wasThere: true)
            }
            // File systems may take names for equal that differ in case only.
            var taken = Set(entries.map { $0.name.lowercased() })
            while true {
                let free = ImageName.free(ImageName.fit(name, otherwise: substitute), image.format, taken: taken)
                let change = FileSet.Change(location: "\(Self.name)/\(free)", before: nil, after: image.bytes)
                do throws(PublishingError) {
                    _ = try FileSet.write([change], in: root, backup: nil)
                    return Stored(location: change.location, wasThere: false)
                } catch {
                    // Somebody has just written a file of the name.
                    guard case .taken = error.kind, taken.insert(free).inserted else { throw error }
                }
            }
        } catch {
            throw StoreError(error, at: path)
        }
    }

    /// The name of the file with the same bytes; nil if there is none. Files that are not used in texts do not count.
    private func same(
        as image: ReceivedImage, among entries: [Disk.Entry], in root: OpenFolder
    ) throws(PublishingError) -> String? {
        guard let folder = try root.folder(Self.name) else { return nil }
        for entry in entries where entry.kind == .file && !entry.name.hasPrefix("_") && !entry.name.hasPrefix(".") {
            guard image.format.fileExtensions.contains(where: { entry.name.hasSuffix(".\($0)") }),
                let status = try folder.entry(entry.name), Int(status.file.size) == image.bytes.count,
                ImageName.isFit(entry.name), try folder.read(entry.name) == image.bytes
            else { continue }
            return entry.name
        }
        return nil
    }
}

/// The names of new images: lower-case letters, digits and hyphens, so that each can be an address and a file on every system.
package enum ImageName {
    /// The most characters that are kept of a name.
    private static let longest = 60

    /// Returns what can be kept of the name of a file, without its extension and the folders before it.
    ///
    /// Full-width letters become ASCII ones; kanji and kana have no spelling that everybody would expect, so they are left out.
    package static func fit(_ name: String, otherwise substitute: String) -> String {
        let last = name.split { "/\\".contains($0) }.last ?? ""
        let stem = last.lastIndex(of: ".").map { last[..<$0] } ?? last
        for text in [String(stem), substitute] {
            let kept = slug(text)
            if !kept.isEmpty { return ReservedNames.isForbidden(kept) ? "image-\(kept)" : kept }
        }
        return "image"
    }

    private static func slug(_ text: String) -> String {
        var result = ""
        for scalar in text.precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
            if scalar.isASCII, ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
                result.unicodeScalars.append(scalar)
            } else if !result.isEmpty, !result.hasSuffix("-") {
                result += "-"
            }
        }
        return String(result.prefix(longest).reversed().drop { $0 == "-" }.reversed())
    }

    /// Returns the name with the extension of a format, and with a number if it is taken.
    ///
    /// - Parameter taken: The names in the folder, in lower case.
    static func free(_ stem: String, _ format: ImageFormat, taken: Set<String>) -> String {
        let ending = ".\(format.fileExtensions[0])"
        if !taken.contains(stem + ending) { return stem + ending }
        var number = 2
        while taken.contains("\(stem)-\(number)\(ending)") { number += 1 }
        return "\(stem)-\(number)\(ending)"
    }

    /// Whether the name of a file can be an address.
    static func isFit(_ name: String) -> Bool {
        name.unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isLowercase || ("0"..."9").contains($0) || "-._".unicodeScalars.contains($0))
        }
    }
}
