import Diagnostics

/// Makes the model of a collection in which nothing is wrong.
struct CasebookBuilder: Sendable {
    let collection: Collection
    /// For each file what it names.
    let references: [References]

    func build(jobs: Int) -> Casebook? {
        guard let settings else { return nil }
        let files = collection.files
        let caseFiles = files.indices.filter { files[$0].role == .caseFile && collection.modelIndices[$0] != nil }
        let cases = concurrentMap(caseFiles.count, jobs: jobs) { index in makeCase(caseFiles[index]) }
        let pages = files.indices.filter { files[$0].role == .page }.map(makePage)
        return Casebook(
            settings: settings, sections: collection.schema.sections.map(\.definition),
            taxonomies: collection.schema.taxonomies.indices.map(makeTaxonomy), cases: cases, pages: pages,
            images: collection.images)
    }

    private var settings: Settings? {
        let (record, source) = (collection.schema.record, collection.schema.source)
        let string = { (key: String) in record.placed(key, in: source)?.value }
        let map = { (key: String) in record.records(key).first }
        let taxonomy = { (key: String) in string(key).flatMap { collection.schema.taxonomy(folder: $0) } }
        guard let title = string("title"), let primary = taxonomy("primary"), let secondary = taxonomy("secondary"),
            let publisher = map("publisher"), let origin = map("source")
        else { return nil }
        let baseURL = string("base_url").map { $0.hasSuffix("/") ? $0 : $0 + "/" }
        return Settings(
            title: title, description: string("description") ?? "", language: string("language") ?? "ja",
            publisher: Settings.Publisher(
                name: publisher.placed("name", in: source)?.value ?? "", url: publisher.placed("url", in: source)?.value),
            source: Settings.Source(
                title: origin.placed("title", in: source)?.value ?? "", url: origin.placed("url", in: source)?.value),
            license: map("license").map {
                Settings.License(
                    name: $0.placed("name", in: source)?.value ?? "", url: $0.placed("url", in: source)?.value)
            }, notice: string("notice") ?? "", baseURL: baseURL, primary: primary, secondary: secondary,
            invitation: string("invitation"), footer: record.list("footer", in: source).map(\.value))
    }

    private func makeTaxonomy(_ index: Int) -> Taxonomy {
        let definition = collection.schema.taxonomies[index]
        return Taxonomy(
            folder: definition.folder.value, key: definition.key.value, label: definition.label.value,
            description: definition.description, isMultiple: definition.isMultiple, isRequired: definition.isRequired,
            order: definition.order, unstated: definition.unstated,
            terms: collection.terms[index].order.map(makeTerm), groups: collection.terms[index].groups)
    }

    private func makeTerm(_ index: Int) -> Term {
        let file = collection.files[index]
        return Term(
            slug: file.name, label: string("label", file) ?? file.name,
            aliases: file.record.list("aliases", in: file.text).map(\.value), number: TermIndex.number(file),
            yomi: string("yomi", file), body: body(index))
    }

    private func makePage(_ index: Int) -> InfoPage {
        let file = collection.files[index]
        return InfoPage(
            slug: file.name, title: string("title", file) ?? file.name, description: string("description", file),
            updated: date("updated", file), aliases: file.record.list("aliases", in: file.text).map(\.value),
            body: body(index))
    }

    private func makeCase(_ index: Int) -> Case {
        let file = collection.files[index]
        let related = file.record.list("related", in: file.text).map(\.value).filter { id in
            collection.fileIndices["cases/\(id).md"].map { collection.modelIndices[$0] != nil } ?? false
        }
        return Case(
            id: file.name, title: string("title", file) ?? file.name, yomi: string("yomi", file),
            summary: string("summary", file), status: file.status,
            terms: collection.schema.taxonomies.indices.map { references[index].termIndices($0) },
            published: date("published", file), updated: date("updated", file), reviewBy: date("review_by", file),
            aliases: file.record.list("aliases", in: file.text).map(\.value), related: unique(related),
            body: body(index), sections: file.definedSections)
    }

    private func body(_ index: Int) -> Body {
        let file = collection.files[index]
        var targets: [String: LinkTarget] = [:]
        for (link, outcome) in zip(file.links, references[index].links) {
            if case .target(let target) = outcome { targets[link.destination] = target }
        }
        return Body(document: file.document, targets: targets)
    }

    private func unique(_ ids: [String]) -> [String] {
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
