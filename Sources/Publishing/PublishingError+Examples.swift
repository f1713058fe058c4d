import Diagnostics

extension PublishingError {
    /// One of each kind, so that all of them can be gone through in both languages.
    public static var examples: [PublishingError] {
        [
            .folderMissing(path: "a"), .unreadable(path: "a", code: 13), .unwritable(path: "a", code: 28),
            .foreignFolder(path: "a"), .foreignFile(path: "a"), .inTheWay(path: "a"), .locked(path: "a"),
            .brokenManifest(path: "a"), .notManifest(path: "a"), .overlappingFolders(output: "a", input: "b"),
            .fileInFolder(file: "a", folder: "b"), .changedMeanwhile(path: "a"), .taken(path: "a"), .noSite(path: "a"),
            .unfinishedSite(path: "a"), .damagedSite(path: "a"),
            .unrenderable(path: "a", reason: Message(ja: "理由です。", en: "A reason.")),
        ]
    }
}
