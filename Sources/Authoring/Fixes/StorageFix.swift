import Basics
import CasebookLoading
import Diagnostics

/// Fixes how a file is stored, without changing what readers see.
enum StorageFix {
    /// Returns the file in UTF-8, without a byte order mark, with LF and composed, as far as diagnostics ask for it.
    ///
    /// `nil` if no diagnostic asks for it, or if the encoding of the file is not certain.
    static func fix(
        _ bytes: [UInt8], _ diagnostics: [Diagnostic], path: String
    ) -> (bytes: [UInt8], fixes: [Fix])? {
        let ids = Set(diagnostics.map(\.id))
        // Files that are not read have diagnostics too.
        let isNeeded = [UnreadableBytes.id, Tidying.byteOrderMark.id, Tidying.carriageReturns.id, Tidying.decomposed.id]
            .contains(where: ids.contains)
        guard isNeeded else { return nil }
        var (result, fixes) = (bytes, [Fix]())
        func add(_ id: String, _ before: Message, _ after: Message) {
            fixes.append(
                Fix(
                    path: path, line: nil, ids: [id], summaries: [FixSummary.message(of: id)],
                    change: Fix.Change(before: before, after: after)))
        }
        if ids.contains(UnreadableBytes.id) {
            guard let (text, encoding) = LegacyText.decode(bytes) else { return nil }
            result = text
            add(UnreadableBytes.id, encoding.message, Message(ja: "UTF-8", en: "UTF-8"))
        }
        if result.starts(with: [0xEF, 0xBB, 0xBF]) {
            result.removeFirst(3)
            add(Tidying.byteOrderMark.id, Message(ja: "BOMあり", en: "with a BOM"), Message(ja: "BOMなし", en: "without"))
        }
        if result.contains(0x0D) {
            result = SourceDecoder.withLineFeeds(result)
            add(Tidying.carriageReturns.id, Message(ja: "CRLF", en: "CRLF"), Message(ja: "LF", en: "LF"))
        }
        if ids.contains(Tidying.decomposed.id) || ids.contains(UnreadableBytes.id) {
            let composed = Array(String(decoding: result, as: UTF8.self).composedKeepingCharacters.utf8)
            if composed != result {
                result = composed
                let (before, after) = (Message(ja: "「か」と「゛」の2文字", en: "two characters"), Message(ja: "「が」の1文字", en: "one"))
                add(Tidying.decomposed.id, before, after)
            }
        }
        return fixes.isEmpty ? nil : (result, fixes)
    }
}

extension EncodingGuess {
    /// The name of the encoding that people know.
    fileprivate var message: Message {
        Message(ja: name, en: self == .cp932 ? "CP932 (Shift_JIS)" : rawValue)
    }
}
