import Basics
import CasebookModel
import Diagnostics
import HTML

/// `data/cases.json`: the collection, its vocabulary and its published cases, as ``CollectionSchema`` describes them.
///
/// Paths start at the site's root. Addresses in HTML are absolute with a base URL, otherwise relative to this file. The ids of
/// withdrawn cases are listed, for those who keep copies.
struct CollectionJSON {
    let site: RenderContext

    private var casebook: Casebook { site.casebook }
    private var baseURL: String? { site.baseURL }

    var body: Page.Body {
        CasePart.body(of: site.structure.published) { part in
            // A further part starts inside the collection and its list of cases.
            var json = JSONWriter(within: part.isFirst ? 0 : 2)
            if part.isFirst { beginCollection(into: &json) }
            var plain: [UInt8] = []
            var markup = HTMLBuffer(reservingCapacity: 4_096)
            for index in part.cases { write(casebook.cases[index], scratch: &plain, &markup, into: &json) }
            if part.isLast { endCollection(into: &json) }
            return json.bytes
        }
    }

    /// Writes what comes before the first case.
    private func beginCollection(into json: inout JSONWriter) {
        let settings = casebook.settings
        json.beginObject()
        json.member("$schema", DataFile.schema.rawValue)
        json.member("title", settings.title)
        json.member("description", settings.description)
        json.member("language", settings.language)
        if let baseURL { json.member("url", Permalink.home.address(at: baseURL)) }
        json.reference("publisher", "name", settings.publisher.name, settings.publisher.url)
        if let contact = settings.contact { json.contact(contact) }
        json.reference("source", "title", settings.source.title, settings.source.url)
        if let license = settings.license { json.reference("license", "name", license.name, license.url) }
        json.member("notice", settings.notice)
        json.key("sections")
        json.array { json in
            for section in casebook.sections {
                json.object { json in
                    json.member("id", section.id)
                    json.member("heading", section.heading)
                }
            }
        }
        if !casebook.fields.isEmpty {
            json.key("fields")
            json.array { json in
                for field in casebook.fields { write(field, into: &json) }
            }
        }
        json.key("taxonomies")
        json.array { json in
            for taxonomy in casebook.taxonomies { write(taxonomy, into: &json) }
        }
        json.key("cases")
        json.beginArray()
    }

    /// Writes what comes after the last case.
    private func endCollection(into json: inout JSONWriter) {
        json.endArray()
        json.member("withdrawn", casebook.cases.filter { $0.status == .withdrawn }.map(\.id))
        json.endObject()
        json.endLine()
    }

    private func write(_ field: FieldDefinition, into json: inout JSONWriter) {
        json.object { json in
            json.member("key", field.key)
            json.member("label", field.label)
            json.member("type", field.kind.rawValue)
            if let unit = field.unit { json.member("unit", unit) }
        }
    }

    private func write(_ taxonomy: Taxonomy, into json: inout JSONWriter) {
        json.object { json in
            json.member("key", taxonomy.key)
            json.member("label", taxonomy.label)
            if let description = taxonomy.description { json.member("description", description) }
            json.member("path", Permalink.terms(folder: taxonomy.folder).path)
            json.key("terms")
            json.array { json in
                for (number, term) in taxonomy.terms.enumerated() {
                    json.object { json in
                        json.member("slug", term.slug)
                        json.member("label", term.label)
                        if let number = term.number { json.member("number", number) }
                        if let yomi = term.yomi { json.member("yomi", yomi) }
                        if let group = taxonomy.groups.first(where: { $0.terms.contains(number) }) {
                            json.member("group", group.label)
                        }
                        json.member("aliases", term.aliases)
                        json.member("path", Permalink.term(folder: taxonomy.folder, slug: term.slug).path)
                    }
                }
            }
        }
    }

    private func write(
        _ entry: borrowing Case, scratch: inout [UInt8], _ markup: inout HTMLBuffer, into json: inout JSONWriter
    ) {
        json.object { json in
            json.member("id", entry.id)
            json.member("title", entry.title)
            if let yomi = entry.yomi { json.member("yomi", yomi) }
            json.member("path", Permalink.caseFile(entry.id).path)
            if let baseURL { json.member("url", Permalink.caseFile(entry.id).address(at: baseURL)) }
            if let summary = entry.summary { json.member("summary", summary) }
            if let date = entry.published { json.member("published", date.iso) }
            if let date = entry.updated { json.member("updated", date.iso) }
            json.key("terms")
            json.object { json in
                for (taxonomy, terms) in entry.terms.enumerated() {
                    json.key(named: casebook.taxonomies[taxonomy].key)
                    json.array { json in
                        for term in terms { json.string(casebook.taxonomies[taxonomy].terms[term].slug) }
                    }
                }
            }
            if !casebook.fields.isEmpty { writeFields(of: entry, into: &json) }
            json.key("sections")
            json.object { json in
                let options = site.renderOptions(
                    targets: entry.body.targets, at: DataFile.collection.link, headingLevel: 3, baseURL: baseURL)
                for section in entry.sections {
                    json.key(named: casebook.sections[section.definition].id)
                    json.object { json in
                        scratch.removeAll(keepingCapacity: true)
                        entry.body.document.appendPlainText(blocks: section.blocks, to: &scratch)
                        json.member("text", utf8: scratch)
                        markup.truncate(to: 0)
                        entry.body.document.render(into: &markup, blocks: section.blocks, options: options)
                        json.key("html")
                        markup.withBytes { json.string(utf8: $0) }
                    }
                }
            }
        }
    }
}

extension CollectionJSON {
    /// Writes the values of declared fields: numbers and truth values as such, files as paths, everything else as text.
    private func writeFields(of entry: borrowing Case, into json: inout JSONWriter) {
        json.key("fields")
        json.object { json in
            for (field, value) in zip(casebook.fields, entry.values) {
                guard let value else { continue }
                json.key(named: field.key)
                switch value {
                case .number(let number): json.number(written: number.text)
                case .yesNo(let value): json.flag(value)
                case .text(let text), .url(let text): json.string(text)
                case .date(let date): json.string(date.iso)
                case .file(let path): json.string(Permalink.image(path).path)
                }
            }
        }
    }
}

extension JSONWriter {
    /// Writes whom readers can ask.
    fileprivate mutating func contact(_ contact: Settings.Contact) {
        key("contact")
        object { json in
            json.member("name", contact.name)
            if let department = contact.department { json.member("department", department) }
            if let mail = contact.mail { json.member("mail", mail.address) }
            if let telephone = contact.telephone { json.member("telephone", telephone.text) }
            if let form = contact.form { json.member("form", form) }
            if let hours = contact.hours { json.member("hours", hours) }
        }
    }

    /// Writes a member that is a name with an optional address.
    fileprivate mutating func reference(_ key: StaticString, _ nameKey: StaticString, _ name: String, _ url: String?) {
        self.key(key)
        object { json in
            json.member(nameKey, name)
            if let url { json.member("url", url) }
        }
    }
}
