import Basics
import CasebookLoading
import Diagnostics
import Foundation

/// Changes of a term that change the cases that name it.
///
/// Cases name terms by their labels, their other names, the names of their files, and by numbers, in any width and case. Only what
/// would no longer name the term is changed.
public struct TermEdit {
    private let form: CaseForm
    private let files: [(location: String, file: SourceFile)]
    private let term: EditableFile
    private let taxonomy: Int
    /// The position of the term in the order of its taxonomy.
    private let position: Int
    private var names: TermIndex { form.terms[taxonomy] }
    private var key: String { form.questions[taxonomy].key }

    /// - Parameters:
    ///   - location: The path of the term's file relative to the content folder.
    ///   - files: All text files of the content folder.
    ///   - form: The declarations of the casebook.
    /// - Throws: If there is no such term, or if its file is not UTF-8.
    public init(_ location: String, files: [SourceFile], form: CaseForm) throws(EditRefusal) {
        self.form = form
        self.files = files.map { (String($0.path.dropFirst(form.root.count + 1)), $0) }
        guard let file = self.files.first(where: { $0.location == location })?.file else { throw .noContent(location) }
        term = try EditableFile(file, location: location, form: form)
        guard case .term(let taxonomy) = term.kind, let position = form.terms[taxonomy].position(ofFile: location) else {
            throw .noContent(location)
        }
        self.taxonomy = taxonomy
        self.position = position
    }

    /// The cases that name the term, with their titles, in the order of their files.
    public func uses() throws(EditRefusal) -> [(location: String, title: String)] {
        try cases().filter { file in file.value(of: key).items.contains { names(in: $0).contains { $0.term == position } } }
            .map { ($0.location, $0.title) }
    }

    /// Gives the term another label.
    ///
    /// - Parameters:
    ///   - label: The new label.
    ///   - keepsOldName: Whether the old label becomes another name, so that searches and old tables still find it.
    ///   - edit: What else changes in the term's file.
    /// - Returns: The term's file and every case that names the term by a name that it does not have any more.
    public func renaming(
        to label: String, keepingOldName keepsOldName: Bool, with edit: FileEdit = FileEdit()
    ) throws(EditRefusal) -> ContentChange {
        let label = StoredText.normalized(label).trimmingCharacters(in: .whitespacesAndNewlines)
        guard !label.isEmpty else {
            throw EditRefusal(ja: "新しい名前が空です。名前を書いてください。", en: "The new label is empty. Write one.", field: .key("label"))
        }
        if let other = names.term(named: label), other != position {
            throw EditRefusal(
                ja: "「\(label)」は、ほかの項目「\(names.labels[other])」の名前か別名です。違う名前にしてください。",
                en: "“\(label)” is a name of another term, “\(names.labels[other])”. Choose another label.",
                field: .key("label"))
        }
        let old = names.labels[position]
        let aliases = edit.values["aliases"]?.items ?? term.value(of: "aliases").items
        let others = aliases.filter { foldedName($0) != foldedName(label) && foldedName($0) != foldedName(old) }
        var edit = edit
        edit.values["label"] = .text(label)
        if keepsOldName, foldedName(old) != foldedName(label) {
            edit.values["aliases"] = .list(others + [old])
        } else if aliases.contains(where: { foldedName($0) == foldedName(label) }) {
            edit.values["aliases"] = .list(others)
        }
        // What still names the term when the label is another one.
        let lasting = Set((others + [term.name] + term.value(of: "number").items).map(foldedName))
        let isStale = { (name: String) in foldedName(name) == foldedName(old) || !lasting.contains(foldedName(name)) }
        return ContentChange(
            files: try [change(of: term, edit)].compactMap { $0 }
                + changedCases { $0 == position && isStale($1) ? .name(label) : .same }
        )
    }

    /// Gives the file of the term another name, which is a part of the address of its page.
    ///
    /// - Parameter name: The new name without `.md`.
    /// - Returns: The term's file at both places, `casebook.yml` if it lists the term, and every case that names the term by its file.
    /// - Throws: If a page links to the term.
    public func moving(to name: String) throws(EditRefusal) -> ContentChange {
        let location = "\(term.location.prefix { $0 != "/" })/\(name).md"
        guard CaseForm.isContent(location, form: form) else { throw .noContent(location) }
        try requireNoLinks(
            ja: "先にリンクを消し、名前を変えてから付け直してください。", en: "Remove the link first, and add it again afterwards.")
        let (label, old) = (names.labels[position], term.name)
        let lasting = [label] + term.value(of: "aliases").items
        let isLabel = lasting.contains { foldedName($0) == foldedName(old) }
        var changed = try changedCases { index, written in
            index == position && !isLabel && foldedName(written) == foldedName(old) ? .name(label) : .same
        }
        if let settings = listed?.replacing(old, by: name) { changed.append(settings) }
        changed.append(.init(location: location, title: term.title, before: nil, after: term.file.bytes, parts: []))
        changed.append(.init(location: term.location, title: term.title, before: term.file.bytes, after: nil, parts: []))
        return ContentChange(files: changed)
    }

    /// Removes the term.
    ///
    /// - Parameters:
    ///   - replacement: The path of the term that cases get instead; nil if there is none.
    ///   - takesAway: Whether cases lose the term without getting another one, which their taxonomy must allow.
    /// - Returns: The term's file, `casebook.yml` if it lists the term, and every case that names the term.
    /// - Throws: If cases name the term and it is not said what becomes of them, or if a page links to the term.
    public func removing(
        replacingBy replacement: String?, takingAway takesAway: Bool = false
    ) throws(EditRefusal) -> ContentChange {
        let uses = try uses()
        var new: NewName?
        if let replacement {
            guard let other = names.position(ofFile: replacement), other != position else { throw .noContent(replacement) }
            new = .name(names.labels[other])
        } else if takesAway, !form.questions[taxonomy].isRequired {
            new = NewName.none
        } else if !uses.isEmpty {
            let shown = uses.prefix(5).map { $0.location.dropFirst(6).dropLast(3) }
            throw EditRefusal(
                ja:
                    "「\(names.labels[position])」は、\(uses.count)件の事例（\(shown.joined(separator: "、"))\(uses.count > 5 ? "…" : "")）で使われています。"
                    + "代わりにする項目を選んでから削除してください。",
                en: "“\(names.labels[position])” is used by \(uses.count) case\(uses.count == 1 ? "" : "s")"
                    + " (\(shown.joined(separator: ", "))\(uses.count > 5 ? "…" : "")). Choose the term that they get instead.")
        }
        try requireNoLinks(ja: "リンクを消してから削除してください。", en: "Remove the link first.")
        var changed: [ContentChange.File] = []
        if let new {
            changed = try changedCases { term, _ in term == position ? new : .same }
        }
        if let settings = listed?.removing(term.name) { changed.append(settings) }
        changed.append(
            ContentChange.File(location: term.location, title: term.title, before: term.file.bytes, after: nil, parts: []))
        return ContentChange(files: changed)
    }
}

/// Cases.
extension TermEdit {
    private func cases() throws(EditRefusal) -> [EditableFile] {
        var cases: [EditableFile] = []
        for (location, file) in files.sorted(by: { $0.location < $1.location }) where location.hasPrefix("cases/") {
            // Files that are not read are no cases.
            guard CaseForm.isContent(location, form: form) else { continue }
            cases.append(try EditableFile(file, location: location, form: form))
        }
        return cases
    }

    /// The names of terms in a text, with the term that each names.
    private func names(in text: String) -> [(name: String, term: Int?)] {
        if let term = names.term(named: text) { return [(text, term)] }
        return TermList.pieces(of: text) { names.term(named: $0) }.map { piece in
            if case .known(let term) = piece.part { (piece.text, term) } else { (piece.text, nil) }
        }
    }

    /// What becomes of a name in a case.
    private enum NewName {
        case same
        case name(String)
        /// The name goes.
        case none
    }

    /// Replaces names of terms in the cases.
    ///
    /// - Parameter newName: Returns what becomes of a term and the name that is written.
    private func changedCases(_ newName: (Int, String) -> NewName) throws(EditRefusal) -> [ContentChange.File] {
        var changed: [ContentChange.File] = []
        for file in try cases() {
            let old = file.value(of: key)
            var items: [String] = []
            for item in old.items {
                let new = replaced(item, newName)
                // A case that has both terms gets one.
                let isRepeated =
                    new.count == 1 && !isSame(new[0], item)
                    && (items.contains { isSame($0, new[0]) }
                        || old.items.contains {
                            !isSame($0, item) && names.term(named: $0) == names.term(named: new[0])
                                && names.term(named: new[0]) != nil && names.term(named: new[0]) != position
                        })
                if !isRepeated { items += new }
            }
            guard !isSame(items, old.items) else { continue }
            if let change = try change(of: file, FileEdit(values: [key: .list(items)])) { changed.append(change) }
        }
        return changed
    }

    /// A text with other names of terms. Several names in one text become several texts if one of them goes.
    private func replaced(_ text: String, _ newName: (Int, String) -> NewName) -> [String] {
        var result = ""
        var rest = text[...]
        var kept: [String] = []
        var (isChanged, isShorter) = (false, false)
        for (name, term) in names(in: text) {
            guard let range = rest.range(of: name, options: .literal) else { continue }
            result += rest[..<range.lowerBound]
            rest = rest[range.upperBound...]
            switch term.map({ newName($0, name) }) ?? .same {
            case .same:
                result += name
                kept.append(name)
            case .name(let new):
                isChanged = true
                result += new
                kept.append(new)
            case .none: isShorter = true
            }
        }
        if isShorter { return kept }
        return [isChanged ? result + rest : text]
    }

    /// A file with an edit; nil if that changes nothing.
    private func change(of file: EditableFile, _ edit: FileEdit) throws(EditRefusal) -> ContentChange.File? {
        let after = try file.applying(edit)
        guard after != file.file.bytes else { return nil }
        let parts = try file.changes(edit).values.sorted { $0.key < $1.key }.map { key, value in
            ContentChange.Part(
                label: file.label(of: .key(key)), before: file.value(of: key).text(in: form.language),
                after: value.text(in: form.language))
        }
        return ContentChange.File(
            location: file.location, title: file.title, before: file.file.bytes, after: after, parts: parts)
    }
}

/// What else names a term.
extension TermEdit {
    /// Checks that no text links to the term's page. Otherwise, the message ends with what to do.
    private func requireNoLinks(ja: String, en: String) throws(EditRefusal) {
        let folder = term.location.prefix { $0 != "/" }
        for (location, file) in files where location != term.location && location.hasSuffix(".md") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            let isNeighbour = location.hasPrefix(folder + "/")
            guard text.contains("\(folder)/\(term.name).md") || isNeighbour && text.contains("](\(term.name).md") else {
                continue
            }
            throw EditRefusal(
                ja: "「\(file.path)」の本文に、「\(term.title)」へのリンクがあります。\(ja)",
                en: "The text of “\(file.path)” links to “\(term.title)”. \(en)")
        }
    }

    /// The list of the taxonomy in `casebook.yml`.
    private var listed: TermListEdit? {
        files.first { $0.location == "casebook.yml" }.flatMap {
            TermListEdit($0.file, taxonomy: taxonomy, label: form.questions[taxonomy].label)
        }
    }
}
