import Basics
import CasebookModel
import Diagnostics

/// Builds the model from valid content.
package struct CasebookBuilder: Sendable {
    let content: ContentFiles

    /// The part of the casebook that is built from a file. Indirect, so that passing parts copies only a reference.
    package indirect enum Part: Sendable {
        case caseFile(Case)
        case easyText(EasyText)
        case term(Term)
        case page(InfoPage)
        case glossary(GlossaryTerm)
    }

    /// Builds the part for the file at an index; `nil` if the file is left out, such as a draft.
    func makePart(_ index: Int, _ references: References) -> Part? {
        guard content.modelIndices[index] != nil else { return nil }
        return switch content.files[index].role {
        case .caseFile:
            makeCase(index, text: .known(text(index, references))).map { .caseFile($0) }
        case .easyText: makeEasyText(index, references).map { .easyText($0) }
        case .term: .term(makeTerm(index, references))
        case .page: .page(makePage(index, references))
        case .glossary: .glossary(makeGlossaryTerm(index, references))
        case .settings: nil
        }
    }

    /// Builds the part for the case at an index, whose text is read when it is needed; `nil` if the case is left out.
    func makeLatePart(_ index: Int) -> Part? {
        guard content.modelIndices[index] != nil else { return nil }
        let late = Deferred.made { text(index, References(content.files[index], in: content)) }
        return makeCase(index, text: late).map { .caseFile($0) }
    }

    /// Assembles the casebook from the parts of all files.
    ///
    /// - Parameters:
    ///   - parts: The part of each file.
    ///   - usedImages: The indices of the images that pages show, if they are known.
    package func build(_ parts: [Part?], usedImages: [Int]? = nil) -> Casebook? {
        guard let settings else { return nil }
        var cases: [Case] = []
        cases.reserveCapacity(parts.count)
        var easyTexts: [EasyText] = []
        var pages: [InfoPage] = []
        for part in parts {
            switch part {
            case .caseFile(let part): cases.append(part)
            case .easyText(let text): easyTexts.append(text)
            case .page(let page): pages.append(page)
            case .term, .glossary, nil: break
            }
        }
        return Casebook(
            settings: settings, sections: content.schema.sections.map(\.definition),
            fields: content.schema.fields.map(\.definition), rules: rules,
            taxonomies: content.schema.taxonomies.indices.map { makeTaxonomy($0, parts) }, cases: cases,
            easyTexts: easyTexts, pages: pages,
            glossary: content.glossary.compactMap { if case .glossary(let term) = parts[$0] { term } else { nil } },
            images: content.images, usedImages: usedImages, readings: content.schema.readings,
            leavesOutDrafts: content.leavesOutDrafts)
    }

    private var settings: Settings? {
        let (record, source) = (content.schema.record, content.schema.source)
        let string = { (key: String) in record.located(key, in: source)?.value }
        let map = { (key: String) in record.records(key).first }
        let taxonomy = { (key: String) in string(key).flatMap { content.schema.taxonomy(folder: $0) } }
        guard let title = string("title"), let primary = taxonomy("primary"), let secondary = taxonomy("secondary"),
            let publisher = map("publisher"), let origin = map("source")
        else { return nil }
        let baseURL = string("base_url").flatMap { BaseURL($0)?.text }
        return Settings(
            title: title, description: string("description") ?? "", language: content.schema.language,
            publisher: Settings.Publisher(
                name: publisher.located("name", in: source)?.value ?? "", url: publisher.located("url", in: source)?.value),
            contact: contact,
            source: Settings.Source(
                title: origin.located("title", in: source)?.value ?? "", url: origin.located("url", in: source)?.value),
            license: map("license").map {
                Settings.License(
                    name: $0.located("name", in: source)?.value ?? "", url: $0.located("url", in: source)?.value)
            }, notice: string("notice") ?? "", baseURL: baseURL, primary: primary, secondary: secondary,
            stages: taxonomy("stages"), invitation: string("invitation"),
            footer: record.list("footer", in: source).map(\.value),
            search: searchWords,
            submission: Settings.Submission(
                consent: map("submission")?.list("consent", in: source).map(\.value) ?? [],
                adviceOff: content.schema.adviceOff.sorted()), editions: editions,
            hasFurigana: content.schema.readings != nil)
    }

    private var editions: [Edition] {
        let named = content.schema.record.list("editions", in: content.schema.source).compactMap { Edition(rawValue: $0.value) }
        return Edition.allCases.filter(named.contains)
    }

    /// The rules of the keys that tables of cases can have, and of the sections.
    private var rules: CaseRules {
        CaseRules(
            keys: content.schema.caseFields.compactMap { field in
                switch field.kind {
                case .hidden: nil
                case .terms(let index): (field.key, field.rule.with(words: content.terms[index].words))
                default: (field.key, field.rule)
                }
            },
            sections: content.schema.sections.map { ($0.definition.id, $0.definition.rule) })
    }

    private var contact: Settings.Contact? {
        let (record, source) = (content.schema.record, content.schema.source)
        guard let contact = record.records("contact").first else { return nil }
        let string = { (key: String) in contact.located(key, in: source)?.value }
        return Settings.Contact(
            name: string("name") ?? "", department: string("department"), mail: string("mail").flatMap(Mailbox.init),
            telephone: string("telephone").flatMap { TelephoneNumber($0, language: content.schema.language) },
            form: string("form"), hours: string("hours"))
    }

    private var searchWords: Settings.SearchWords {
        guard let search = content.schema.record.records("search").first else { return Settings.SearchWords() }
        let words = { (group: Record, key: String) in group.list(key, in: content.schema.source).map(\.value) }
        return Settings.SearchWords(
            synonyms: search.records("synonyms").map { .init(words($0, "words"), also: words($0, "also")) },
            related: search.records("related").map { words($0, "words") })
    }

    private func makeTaxonomy(_ index: Int, _ parts: [Part?]) -> Taxonomy {
        let definition = content.schema.taxonomies[index]
        let terms = content.terms[index].order.compactMap { file -> Term? in
            if case .term(let term) = parts[file] { term } else { nil }
        }
        return Taxonomy(
            folder: definition.folder.value, key: definition.key.value, label: definition.label.value,
            description: definition.description, isMultiple: definition.isMultiple, isRequired: definition.isRequired,
            order: definition.order, index: definition.index, unstated: definition.unstated,
            terms: terms, groups: content.terms[index].groups)
    }

    private func makeTerm(_ index: Int, _ references: References) -> Term {
        let file = content.files[index]
        return Term(
            slug: file.name, label: string("label", file) ?? file.name,
            aliases: file.record.list("aliases", in: file.text).map(\.value), number: TermIndex.number(file),
            yomi: string("yomi", file), body: body(file, references))
    }

    private func makeGlossaryTerm(_ index: Int, _ references: References) -> GlossaryTerm {
        let file = content.files[index]
        return GlossaryTerm(
            slug: file.name, term: string("term", file) ?? file.name, yomi: string("yomi", file),
            aliases: file.record.list("aliases", in: file.text).map(\.value), body: body(file, references))
    }

    private func makeEasyText(_ index: Int, _ references: References) -> EasyText? {
        let file = content.files[index]
        guard let entry = content.caseIndex(ofEasyText: file).flatMap({ content.modelIndices[$0] }) else { return nil }
        return EasyText(
            caseIndex: entry, title: string("title", file) ?? file.name, updated: date("updated", file),
            body: body(file, references))
    }

    private func makePage(_ index: Int, _ references: References) -> InfoPage {
        let file = content.files[index]
        return InfoPage(
            slug: file.name, title: string("title", file) ?? file.name, description: string("description", file),
            updated: date("updated", file),
            aliases: OldAddress.paths(file.record.list("aliases", in: file.text).map(\.value)),
            body: body(file, references))
    }

    private func makeCase(_ index: Int, text: Deferred<Case.Text>) -> Case? {
        let file = content.files[index]
        guard let values = file.caseValues else { return nil }
        let related = values.facts.related.filter { id in
            content.fileIndices["cases/\(id).md"].map { content.modelIndices[$0] != nil } ?? false
        }
        return Case(
            facts: values.facts, yomi: values.yomi, summary: values.summary,
            withdrawalReason: values.withdrawalReason, reviewBy: values.reviewBy, related: unique(related),
            values: values.declared, text: text)
    }

    private func text(_ index: Int, _ references: References) -> Case.Text {
        let file = content.files[index]
        return Case.Text(body: body(file, references), sections: file.definedSections)
    }

    private func body(_ file: ContentFile, _ references: References) -> Body {
        var targets: [String: LinkTarget] = [:]
        for (link, outcome) in zip(file.links, references.links) {
            if case .target(let target) = outcome { targets[link.destination] = target }
        }
        return Body(document: file.document, targets: targets)
    }

    private func unique(_ ids: [String]) -> [String] {
        guard ids.count > 1 else { return ids }
        var seen: Set<String> = []
        return ids.filter { seen.insert($0).inserted }
    }

    private func string(_ key: String, _ file: ContentFile) -> String? {
        file.record.text(key)?.string(in: file.text)
    }

    private func date(_ key: String, _ file: ContentFile) -> CalendarDate? {
        string(key, file).flatMap { CalendarDate(iso: $0) }
    }
}
