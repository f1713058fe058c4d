import Basics
import CasebookModel
import Diagnostics

/// `data/casebook.schema.json`: a JSON Schema (draft 2020-12) of ``CollectionJSON``, with this collection's taxonomies, terms and
/// sections.
struct CollectionSchema {
    let casebook: Casebook

    var bytes: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
            json.member("title", "\(casebook.settings.title)のデータ")
            json.member("description", "data/cases.json の形です。")
            json.closedObject(
                required: [
                    "$schema", "title", "description", "language", "publisher", "source", "notice", "sections",
                    "taxonomies", "cases", "withdrawn",
                ]
            ) { json in
                json.text("$schema", "このスキーマのファイル名")
                json.text("title", "ノウハウ集の題名")
                json.text("description", "ノウハウ集の説明")
                json.text("language", "言語（BCP 47）")
                json.text("url", "ホームのアドレス", format: "uri")
                json.reference("publisher", "発行者", nameKey: "name")
                json.described("contact", "問い合わせ先") { json in
                    json.closedObject(required: ["name"]) { json in
                        json.text("name", "名称")
                        json.text("department", "部署")
                        json.text("mail", "メールアドレス", format: "email")
                        json.text("telephone", "電話番号")
                        json.text("form", "フォームのアドレス", format: "uri")
                        json.text("hours", "受付時間")
                    }
                }
                json.reference("source", "出典", nameKey: "title")
                json.reference("license", "利用条件", nameKey: "name")
                json.text("notice", "すべての事例に関わる注記")
                json.list("sections", "事例の見出し") { json in
                    json.closedObject(required: ["id", "heading"]) { json in
                        json.text("id", "見出しのID", oneOf: casebook.sections.map(\.id))
                        json.text("heading", "見出し")
                    }
                }
                json.list("taxonomies", "分類") { taxonomySchema(into: &$0) }
                json.list("cases", "公開している事例") { caseSchema(into: &$0) }
                json.list("withdrawn", "取り下げた事例のID") { $0.member("type", "string") }
            }
        }
        json.endLine()
        return json.bytes
    }

    private func taxonomySchema(into json: inout JSONWriter) {
        json.closedObject(required: ["key", "label", "path", "terms"]) { json in
            json.text("key", "分類のキー", oneOf: casebook.taxonomies.map(\.key))
            json.text("label", "分類の名称")
            json.text("description", "分類の説明")
            json.text("path", "一覧のページ（サイトの一番上から）")
            json.list("terms", "分類の項目") { json in
                json.closedObject(required: ["slug", "label", "aliases", "path"]) { json in
                    json.text("slug", "コード")
                    json.text("label", "名称")
                    json.described("number", "番号") { json in
                        json.member("type", "integer")
                        json.member("minimum", 1)
                    }
                    json.text("yomi", "読み")
                    json.text("group", "グループの名称")
                    json.list("aliases", "別の名前") { $0.member("type", "string") }
                    json.text("path", "項目のページ（サイトの一番上から）")
                }
            }
        }
    }

    private func caseSchema(into json: inout JSONWriter) {
        json.closedObject(required: ["id", "title", "path", "terms", "sections"]) { json in
            json.text("id", "事例ID")
            json.text("title", "題名")
            json.text("yomi", "題名の読み")
            json.text("path", "事例のページ（サイトの一番上から）")
            json.text("url", "事例のアドレス", format: "uri")
            json.text("summary", "要約")
            json.text("published", "公開日", format: "date")
            json.text("updated", "更新日", format: "date")
            json.described("terms", "分類ごとの項目のコード") { json in
                json.closedObject(required: casebook.taxonomies.map(\.key)) { json in
                    for taxonomy in casebook.taxonomies { termsSchema(taxonomy, into: &json) }
                }
            }
            json.described("sections", "見出しごとの内容") { json in
                let sections = casebook.sections
                json.closedObject(required: sections.filter(\.isRequired).map(\.id)) { json in
                    for section in sections {
                        json.described(section.id, section.heading) { json in
                            json.closedObject(required: ["text", "html"]) { json in
                                json.text("text", "文字だけの内容")
                                json.text("html", "HTML の内容")
                            }
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

    fileprivate mutating func text(_ name: String, _ description: String, format: String? = nil, oneOf words: [String] = []) {
        described(name, description) { json in
            json.member("type", "string")
            if let format { json.member("format", format) }
            if !words.isEmpty { json.member("enum", words) }
        }
    }

    fileprivate mutating func list(_ name: String, _ description: String, of items: (inout JSONWriter) -> Void) {
        described(name, description) { json in
            json.member("type", "array")
            json.key("items")
            json.object(items)
        }
    }

    fileprivate mutating func reference(_ name: String, _ description: String, nameKey: String) {
        described(name, description) { json in
            json.closedObject(required: [nameKey]) { json in
                json.text(nameKey, "名称")
                json.text("url", "アドレス", format: "uri")
            }
        }
    }
}
