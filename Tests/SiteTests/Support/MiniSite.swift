import Images
import CasebookModel
import CasebookLoading
import Diagnostics
import Site
import Templates
import TestSupport
import Testing

/// A small casebook in memory that tests vary, and the site built from it.
struct MiniSite {
    var baseURL: String? = "https://example.jp/a/b/"
    var language = "ja"
    var sitemapLimits = SitemapLimits()
    /// The text of every layout.
    var layout = "{{title}}"
    /// The texts of layouts that differ.
    var layouts: [Layout: String] = [:]
    /// The index of the categories, in addition to their order.
    var index: String?
    var includesDrafts = false
    /// The editions of the casebook, as a list of YAML.
    var editions: String?
    /// The label of the taxonomy of the organizations.
    var organizationLabel = "主体"
    /// The declared fields, as a list of YAML.
    var fields: String?
    var images = [ImageFile(path: "images/a.png")]
    /// Whom readers can ask, as a map of YAML.
    var contact: String?
    private var files: [String: String] = [
        "categories/work.md": "---\nlabel: 仕事\nyomi: しごと\nnumber: 1\n---\n",
        "categories/life.md": "---\nlabel: 暮らし\nyomi: くらし\nnumber: 2\n---\n",
        "organizations/office.md": "---\nlabel: 窓口\nnumber: 1\n---\n",
        "pages/about.md": "---\ntitle: 案内\nupdated: 2026-02-03\naliases: [old/about.html]\n---\n\n本文。\n",
    ]

    /// Adds a case.
    ///
    /// - Parameter keys: Lines of front matter in addition to the title and the terms.
    mutating func add(
        _ id: String, title: String = "題名", keys: String = "", category: String = "仕事", organization: String = "窓口",
        body: String = "本文。"
    ) {
        let front =
            "title: \(title)\ncategory: \(category)\norganization: \(organization)\(keys.isEmpty ? "" : "\n" + keys)"
        files["cases/\(id).md"] = "---\n\(front)\n---\n\n## 概要\n\n\(body)\n"
    }

    /// Adds a category whose label is its slug.
    mutating func addCategory(_ slug: String, number: Int) {
        files["categories/\(slug).md"] = "---\nlabel: \(slug)\nnumber: \(number)\n---\n"
    }

    /// Adds an organization whose label is its slug.
    mutating func addOrganization(_ slug: String, number: Int) {
        files["organizations/\(slug).md"] = "---\nlabel: \(slug)\nnumber: \(number)\n---\n"
    }

    /// Adds a word to the glossary.
    mutating func addWord(_ slug: String, _ term: String, yomi: String?, body: String = "意味です。") {
        files["glossary/\(slug).md"] = "---\nterm: \(term)\n\(yomi.map { "yomi: \($0)\n" } ?? "")---\n\n\(body)\n"
    }

    func plan() throws -> SitePlan {
        var files = files
        files["casebook.yml"] = """
            title: 小さな<事例集>
            description: 試しの事例集です。
            language: \(language)
            publisher: { name: 編集部, url: https://example.org/ }
            \(contact.map { "contact: \($0)" } ?? "# No contact")
            source: { title: 資料, url: "https://example.org/s?a=1&b=2" }
            \(editions.map { "editions: \($0)" } ?? "# No editions")
            notice: 参考の<ために>示します。
            primary: categories
            secondary: organizations
            taxonomies:
              - { folder: categories, key: category, label: 分野, multiple: false, required: true, order: number\(index.map { ", index: \($0)" } ?? "") }
              - { folder: organizations, key: organization, label: \(organizationLabel), multiple: false, required: true, order: number }
            sections:
              - { id: outline, heading: 概要, required: true }
            \(fields.map { "fields: \($0)" } ?? "# No fields")

            """
        let (casebook, diagnostics) = CasebookReader.read(
            files: files.sorted { $0.key < $1.key }.map { SourceFile(path: "content/\($0.key)", text: $0.value) },
            images: images, root: "content", includingDrafts: includesDrafts, jobs: 1)
        #expect(diagnostics.filter { $0.severity == .error } == [])
        let sources = Layout.allCases.map { layout in
            // A card and a book cannot use the names of a page.
            let text = layouts[layout] ?? (layout == .card || layout == .book ? "" : self.layout)
            return (name: layout.rawValue, text: SourceText(path: layout.rawValue, utf8: Array(text.utf8)))
        }
        let (templates, problems) = TemplateLibrary.compile(
            layouts: sources, partials: [], strings: try .ofTemplates(language.hasPrefix("ja") ? "ja" : "en"))
        #expect(problems + SitePlan.check(templates, assets: []) == [])
        return SitePlan(
            casebook: try #require(casebook), templates: templates, assets: [], baseURL: baseURL,
            sitemapLimits: sitemapLimits)
    }
}

extension SitePlan {
    /// Returns the text of the file at a path; nil if there is no such file.
    func text(_ path: String) throws -> String? {
        guard let route = routes.first(where: { permalink(of: $0).path == path }) else { return nil }
        return try render(route).body.rendered.map { String(decoding: $0, as: UTF8.self) }
    }

    var paths: [String] { routes.map { permalink(of: $0).path } }
}
