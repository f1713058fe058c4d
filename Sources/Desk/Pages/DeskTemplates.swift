import Diagnostics
import HTML
import Publishing
import Site
import Templates

/// The layouts of the desk: `Sources/CProgram/desk/layouts/NAME.mustache`, one per kind of page.
package enum DeskLayout: String, Sendable, CaseIterable {
    case message
    case overview
    case files
    case caseForm = "case"
    case conflict
    case backups
    case images
    case tables
    case review
    case publish
    case changes
    case confirm
    case text
}

/// The templates, words, style sheet and scripts of the desk in one language, which are inside the program.
package struct DeskTemplates: Sendable {
    let library: TemplateLibrary
    let words: DeskWords
    /// The files of `assets/` with the words in them.
    package let assets: [SourceFile]
    /// What is wrong in these files besides names that layouts cannot use: nothing, as the tests make sure.
    let diagnostics: [Diagnostic]
    let language: Language

    package static let japanese = DeskTemplates(.ja)
    package static let english = DeskTemplates(.en)

    /// The templates for the language of a casebook.
    static func `for`(japanese isJapanese: Bool) -> DeskTemplates { isJapanese ? japanese : english }

    private init(_ language: Language) {
        let root = "knowhow:desk"
        func texts(_ folder: String, _ suffix: String) -> [(name: String, text: SourceText)] {
            BuiltInDesk.files.filter { $0.path.hasPrefix(folder) && $0.path.hasSuffix(suffix) }.map { file in
                let name = String(file.path.dropFirst(folder.count).dropLast(suffix.count))
                return (name, SourceText(path: "\(root)/\(file.path)", utf8: file.bytes))
            }
        }
        let source = texts("strings/", ".yml").first { $0.name == language.rawValue }?.text
        let strings = source.map { InterfaceStrings(language: language.rawValue, source: $0) } ?? .none
        let (library, problems) = TemplateLibrary.compile(
            layouts: texts("layouts/", ".mustache"), partials: texts("partials/", ".mustache"), strings: strings)
        let files = BuiltInDesk.files.filter { $0.path.hasPrefix("assets/") }.map {
            SourceFile(path: String($0.path.dropFirst("assets/".count)), bytes: $0.bytes)
        }
        // What is done with pasted text, the same as on the page of the site on which everybody writes a case.
        let shared = BuiltInTemplates.files.filter { $0.path == "assets/submit.js/1-text.js" }.map {
            SourceFile(path: "pasted-text.js", bytes: $0.bytes)
        }
        let filled = AssetStrings.fill(files, with: strings, folder: "\(root)/assets")
        let used = filled.used.union(library.usedStrings).union(DeskText.allCases.map(\.key))
        self.library = library
        self.language = language
        words = DeskWords(strings: strings)
        assets = filled.files + shared
        diagnostics =
            problems + filled.diagnostics + strings.unused(used)
            + DeskText.allCases.flatMap { strings.problems(ofUsing: $0.key, values: $0.values) }
    }

    /// Renders a page. Templates that do not work, which the tests rule out, give an empty one.
    func render(_ layout: DeskLayout, frame: DeskFrameView, view: Object) -> [UInt8] {
        var buffer = HTMLBuffer()
        do throws(RenderingError) {
            try library.render(layout: layout.rawValue, contexts: [frame.object, view], into: &buffer)
        } catch {
            return Array(error.diagnostic.message.text(in: language).utf8)
        }
        return buffer.finish().bytes
    }
}

/// The frame of every page: what its head and the menu show.
struct DeskFrameView: TemplateContext {
    /// The parts of the desk that the menu leads to.
    enum Part: Sendable { case cases, files, images, tables, publish, backups, none }

    let language: String
    let title: String
    /// The title of the casebook; nil if it is not known.
    let casebook: String?
    let part: Part
    let formToken: String
    /// Who sees the page; nil if it is not known.
    var person: String?
    /// Says who else has the same case open.
    var others: String?

    static let fields = ContextFields<DeskFrameView>([
        .text("language") { $0.language },
        .text("page_title") { $0.title },
        .optionalText("casebook") { $0.casebook },
        .flag("in_cases") { $0.part == .cases },
        .flag("in_files") { $0.part == .files },
        .flag("in_images") { $0.part == .images },
        .flag("in_tables") { $0.part == .tables },
        .flag("in_publish") { $0.part == .publish },
        .flag("in_backups") { $0.part == .backups },
        .text("form_token") { $0.formToken },
        .optionalText("person") { $0.person },
        .text("also_here") { $0.others ?? "" },
    ])
}

/// The names of the layout `message`: a page that says one thing.
struct MessageView: TemplateContext {
    let text: String
    /// Whether the reader may use the rest of the desk.
    let isLetIn: Bool
    /// The address of the page that is opened at once; nil if none is.
    var next: String?

    static let fields = ContextFields<MessageView>([
        .text("text") { $0.text },
        .flag("let_in") { $0.isLetIn },
        .optionalText("next") { $0.next },
    ])
}
