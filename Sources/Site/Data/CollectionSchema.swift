import Basics
import CasebookModel
import Diagnostics

/// `data/casebook.schema.json`: a JSON Schema (draft 2020-12) of ``CollectionJSON``, with this collection's taxonomies, terms and
/// sections.
struct CollectionSchema {
    let casebook: Casebook
    let words: SiteWords

    var bytes: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
            json.member("title", words[.schemaTitle, casebook.settings.title])
            json.member("description", words[.schemaDescription])
            json.closedObject(
                required: [
                    "$schema", "title", "description", "language", "publisher", "source", "notice", "sections",
                    "taxonomies", "cases", "withdrawn",
                ] + (casebook.fields.isEmpty ? [] : ["fields"])
            ) { json in
                json.text("$schema", words[.schemaSchemaName])
                json.text("title", words[.schemaCollectionTitle])
                json.text("description", words[.schemaCollectionDescription])
                json.text("language", words[.schemaLanguage])
                json.text("url", words[.schemaHome], format: "uri")
                json.reference("publisher", words[.schemaPublisher], nameKey: "name", words)
                json.described("contact", words[.schemaContact]) { json in
                    json.closedObject(required: ["name"]) { json in
                        json.text("name", words[.schemaName])
                        json.text("department", words[.schemaDepartment])
                        json.text("mail", words[.schemaMail], format: "email")
                        json.text("telephone", words[.schemaTelephone])
                        json.text("form", words[.schemaForm], format: "uri")
                        json.text("hours", words[.schemaHours])
                    }
                }
                json.reference("source", words[.schemaSource], nameKey: "title", words)
                json.reference("license", words[.schemaLicense], nameKey: "name", words)
                json.text("notice", words[.schemaNotice])
                json.list("sections", words[.schemaSections]) { json in
                    json.closedObject(required: ["id", "heading"]) { json in
                        json.text("id", words[.schemaSectionId], oneOf: casebook.sections.map(\.id))
                        json.text("heading", words[.schemaHeading])
                    }
                }
                if !casebook.fields.isEmpty { fieldsSchema(into: &json) }
                json.list("taxonomies", words[.schemaTaxonomies]) { taxonomySchema(into: &$0) }
                json.list("cases", words[.schemaCases]) { caseSchema(into: &$0) }
                json.list("withdrawn", words[.schemaWithdrawn]) { $0.member("type", "string") }
            }
        }
        json.endLine()
        return json.bytes
    }

    private func taxonomySchema(into json: inout JSONWriter) {
        json.closedObject(required: ["key", "label", "path", "terms"]) { json in
            json.text("key", words[.schemaTaxonomyKey], oneOf: casebook.taxonomies.map(\.key))
            json.text("label", words[.schemaTaxonomyLabel])
            json.text("description", words[.schemaTaxonomyDescription])
            json.text("path", words[.schemaTaxonomyPath])
            json.list("terms", words[.schemaTerms]) { json in
                json.closedObject(required: ["slug", "label", "aliases", "path"]) { json in
                    json.text("slug", words[.schemaCode])
                    json.text("label", words[.schemaName])
                    json.described("number", words[.schemaNumber]) { json in
                        json.member("type", "integer")
                        json.member("minimum", 1)
                    }
                    json.text("yomi", words[.schemaYomi])
                    json.text("group", words[.schemaGroup])
                    json.list("aliases", words[.schemaAliases]) { $0.member("type", "string") }
                    json.text("path", words[.schemaTermPath])
                }
            }
        }
    }

    private func caseSchema(into json: inout JSONWriter) {
        let required = ["id", "title", "path", "terms", "sections"] + (casebook.fields.isEmpty ? [] : ["fields"])
        json.closedObject(required: required) { json in
            json.text("id", words[.schemaCaseId])
            json.text("title", words[.schemaCaseTitle])
            json.text("yomi", words[.schemaCaseYomi])
            json.text("path", words[.schemaCasePath])
            json.text("url", words[.schemaCaseAddress], format: "uri")
            json.text("summary", words[.schemaSummary])
            json.text("published", words[.schemaPublished], format: "date")
            json.text("updated", words[.schemaUpdated], format: "date")
            json.described("terms", words[.schemaCaseTerms]) { json in
                json.closedObject(required: casebook.taxonomies.map(\.key)) { json in
                    for taxonomy in casebook.taxonomies { termsSchema(taxonomy, into: &json) }
                }
            }
            if !casebook.fields.isEmpty { valuesSchema(into: &json) }
            json.described("sections", words[.schemaCaseSections]) { json in
                let sections = casebook.sections
                json.closedObject(required: sections.filter(\.isRequired).map(\.id)) { json in
                    for section in sections {
                        json.described(section.id, section.heading) { json in
                            json.closedObject(required: ["text", "html"]) { json in
                                json.text("text", words[.schemaText])
                                json.text("html", words[.schemaHtml])
                            }
                        }
                    }
                }
            }
        }
    }

    private func fieldsSchema(into json: inout JSONWriter) {
        json.list("fields", words[.schemaFields]) { json in
            json.closedObject(required: ["key", "label", "type"]) { json in
                json.text("key", words[.schemaFieldKey], oneOf: casebook.fields.map(\.key))
                json.text("label", words[.schemaFieldLabel])
                json.text("type", words[.schemaFieldType], oneOf: FieldDefinition.Kind.allCases.map(\.rawValue))
                json.text("unit", words[.schemaFieldUnit])
            }
        }
    }

    private func valuesSchema(into json: inout JSONWriter) {
        json.described("fields", words[.schemaCaseFields]) { json in
            json.closedObject(required: casebook.fields.filter(\.isRequired).map(\.key)) { json in
                for field in casebook.fields {
                    switch field.kind {
                    case .text: json.text(field.key, field.label)
                    case .url: json.text(field.key, field.label, format: "uri")
                    case .date: json.text(field.key, field.label, format: "date")
                    case .file: json.text(field.key, words[.schemaFieldFile, field.label])
                    case .number, .yesNo:
                        json.described(field.key, field.unit.map { words[.schemaFieldNumber, field.label, $0] } ?? field.label)
                        { json in
                            json.member("type", field.kind == .number ? "number" : "boolean")
                        }
                    }
                }
            }
        }
    }

    private func termsSchema(_ taxonomy: Taxonomy, into json: inout JSONWriter) {
        json.described(taxonomy.key, taxonomy.label) { json in
            json.member("type", "array")
            json.key("items")
            json.object { json in
                json.member("type", "string")
                if !taxonomy.terms.isEmpty { json.member("enum", taxonomy.terms.map(\.slug)) }
            }
            json.key("uniqueItems")
            json.flag(true)
            if taxonomy.isRequired { json.member("minItems", 1) }
            if !taxonomy.isMultiple { json.member("maxItems", 1) }
        }
    }
}

extension JSONWriter {
    /// Writes the members that describe an object with these properties and no others.
    fileprivate mutating func closedObject(required: [String], _ properties: (inout JSONWriter) -> Void) {
        member("type", "object")
        member("required", required)
        key("properties")
        object(properties)
        key("additionalProperties")
        flag(false)
    }

    /// Writes a property with a description for readers.
    fileprivate mutating func described(_ name: String, _ description: String, _ body: (inout JSONWriter) -> Void) {
        key(named: name)
        object { json in
            json.member("description", description)
            body(&json)
        }
    }

    fileprivate mutating func text(_ name: String, _ description: String, format: String? = nil, oneOf choices: [String] = []) {
        described(name, description) { json in
            json.member("type", "string")
            if let format { json.member("format", format) }
            if !choices.isEmpty { json.member("enum", choices) }
        }
    }

    fileprivate mutating func list(_ name: String, _ description: String, of items: (inout JSONWriter) -> Void) {
        described(name, description) { json in
            json.member("type", "array")
            json.key("items")
            json.object(items)
        }
    }

    fileprivate mutating func reference(_ name: String, _ description: String, nameKey: String, _ words: SiteWords) {
        described(name, description) { json in
            json.closedObject(required: [nameKey]) { json in
                json.text(nameKey, words[.schemaName])
                json.text("url", words[.schemaAddress], format: "uri")
            }
        }
    }
}
