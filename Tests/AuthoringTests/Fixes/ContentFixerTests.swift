@testable import CasebookModel
@testable import CasebookLoading
@testable import Authoring
import Diagnostics
import Foundation
import TestSupport
import Testing

/// Fixing changes what has one right answer, and nothing else.
@Suite struct ContentFixerTests {
    /// The file of a collection after fixing.
    private func fixed(_ collection: SmallCasebook, _ location: String = "cases/c001.md") -> String {
        String(decoding: collection.fixed().files[location] ?? [], as: UTF8.self)
    }

    private func fixed(_ old: String, as new: String) -> String {
        fixed(SmallCasebook().replacing(old, with: new, in: "cases/c001.md"))
    }

    private let sound = SmallCasebook.texts["cases/c001.md"] ?? ""

    @Test func aSoundCollectionStays() {
        let collection = SmallCasebook().fixed()
        #expect(collection.files["cases/c001.md"] == SmallCasebook().files["cases/c001.md"])
        #expect(collection.fixes().fixes == [])
        #expect(collection.fixes().files.isEmpty)
    }

    @Test func whatJapaneseKeyboardsDo() {
        #expect(fixed("title: 一つ目", as: "title：一つ目") == sound)
        #expect(fixed("title: 一つ目", as: "　title　：　一つ目") == sound)
        #expect(fixed("title: 一つ目", as: "ｔｉｔｌｅ：一つ目") == sound)
        #expect(fixed("title: 一つ目", as: "title:一つ目") == sound)
        #expect(fixed("title: 一つ目", as: "題名: 一つ目") == sound)
        #expect(fixed("actors: [本人, 家族]", as: "actors：［本人、家族］") == sound)
        #expect(fixed("---\ntitle", as: "\n\n－－－\ntitle") == sound)
        #expect(fixed("category: 就労情報提供", as: "\tcategory: 就労情報提供") == sound)
    }

    @Test func aTermByAnotherNameGetsItsLabel() {
        #expect(fixed("organization: ハローワーク", as: "organization: 職安") == sound)
        #expect(fixed("organization: ハローワーク", as: "organization: hello-work") == sound)
        #expect(fixed("organization: ハローワーク", as: "organization: ﾊﾛｰﾜｰｸ") == sound)
        #expect(fixed("category: 就労情報提供", as: "category: 1") == sound)
        let quoted = fixed("organization: ハローワーク", as: "organization: \"職安\"")
        #expect(quoted.contains("organization: \"ハローワーク\"\n"))
    }

    @Test func aLabelThatWouldNeedQuotesIsNotWritten() {
        let collection = SmallCasebook()
            .adding("actors/person.md", "---\nlabel: 本人, 家族など\nyomi: ほんにん\naliases: [本人]\n---\n")
        #expect(fixed(collection).contains("actors: [本人, 家族]"))
    }

    @Test func theWayOfStoringIsFixed() throws {
        let bytes = Array(sound.utf8)
        #expect(fixed(SmallCasebook().adding("cases/c001.md", bytes: [0xEF, 0xBB, 0xBF] + bytes)) == sound)
        #expect(fixed(SmallCasebook().adding("cases/c001.md", sound.replacing("\n", with: "\r\n"))) == sound)
        let cp932 = try #require(sound.data(using: .shiftJIS))
        #expect(fixed(SmallCasebook().adding("cases/c001.md", bytes: Array(cp932))) == sound)
        let utf16 = try #require(sound.data(using: .utf16LittleEndian))
        #expect(fixed(SmallCasebook().adding("cases/c001.md", bytes: [0xFF, 0xFE] + Array(utf16))) == sound)
        // A cut character is no other encoding.
        let cut = SmallCasebook().adding("cases/c001.md", bytes: bytes + [0xE3, 0x81])
        #expect(cut.fixed().files["cases/c001.md"] == bytes + [0xE3, 0x81])
    }

    @Test func allOfItAtOnce() throws {
        let text = sound.replacing("title: ", with: "　ｔｉｔｌｅ　：").replacing("[本人, 家族]", with: "［当、家族］")
            .replacing("ハローワーク", with: "職安").replacing("\n", with: "\r\n").replacing("当", with: "本人")
        let bytes = try #require(text.data(using: .shiftJIS))
        #expect(fixed(SmallCasebook().adding("cases/c001.md", bytes: Array(bytes))) == sound)
    }

    @Test func settingsAreFixed() {
        let collection = SmallCasebook().replacing("language: ja", with: "language：日本語", in: "casebook.yml")
            .replacing("required: true\n    order: number", with: "required: はい\n    order: number", in: "casebook.yml")
        #expect(fixed(collection, "casebook.yml") == SmallCasebook.texts["casebook.yml"])
    }

    @Test func bodiesAreFixedAndTheRestOfThemStays() {
        let collection = SmallCasebook()
            .replacing("必要でした。", with: "必要：　［でした］ｶﾅ [二つ目](c002)\u{200B}、⻑い", in: "cases/c001.md")
        #expect(fixed(collection) == sound.replacing("必要でした。", with: "必要：　［でした］ｶﾅ [二つ目](c002.md)、長い"))
        let shown = collection.fixes().fixes.filter { $0.path.hasSuffix("c001.md") }.map { $0.text(in: .ja) }
        #expect(
            shown == [
                """
                content/cases/c001.md:10: リンクの行き先を直しました。見えない文字を取り除きました。見た目の似た文字を、ふつうの文字に直しました \
                [dead-link, invisible-character, lookalike-character]
                  前 | 必要：　［でした］ｶﾅ [二つ目](c002)\u{200B}、⻑い
                  後 | 必要：　［でした］ｶﾅ [二つ目](c002.md)、長い

                """
            ])
    }

    @Test func lettersAndTheirMarksAreJoined() {
        // が as two characters, in front matter and text. Kanji stay.
        let decomposed = "か\u{3099}\u{FA1B}"
        let text = sound.replacing("actors:", with: "summary: \(decomposed)\nactors:").replacing(
            "必要でした。", with: "\(decomposed)。")
        let expected = text.replacing("か\u{3099}", with: "が")
        #expect(Array(fixed(SmallCasebook().adding("cases/c001.md", text)).utf8) == Array(expected.utf8))
    }

    @Test func whatIsPrivateIsKeptAndNotShown() {
        let collection = SmallCasebook().replacing(
            "actors:", with: "private：\n  連絡先：SECRET\nactors:", in: "cases/c001.md")
        let result = collection.fixes()
        #expect(fixed(collection).contains("private:\n  連絡先：SECRET\n"))
        for language in Language.allCases {
            #expect(!result.fixes.map { $0.text(in: language) }.joined().contains("SECRET"))
        }
    }

    @Test func eachFixIsShownWithBeforeAndAfter() {
        let collection = SmallCasebook().replacing("title: 一つ目", with: "title：一つ目", in: "cases/c001.md")
        let shown = collection.fixes().fixes.filter { $0.path.hasSuffix("c001.md") }.map { $0.text(in: .ja) }
        #expect(
            shown == [
                """
                content/cases/c001.md:2: コロンを半角にしました [wide-colon]
                  前 | title：一つ目の事例
                  後 | title: 一つ目の事例

                """
            ])
    }

    @Test func everyKindThatIsFixedHasWordsOfItsOwn() throws {
        for folder in ["every-error", "every-error-2", "every-error-3", "every-error-4", "every-mark"] {
            let files = try FixtureFolder.files(in: "Tests/Fixtures/\(folder)/content")
            let (_, diagnostics) = CasebookReader.read(files: files, images: [], includingDrafts: false)
            for id in diagnostics.filter({ $0.fixIt != nil }).map(\.id) {
                #expect(FixSummary.all[id] != nil, "\(id)")
            }
        }
    }

    @Test(arguments: ["every-error", "every-error-2", "every-error-3", "every-error-4", "every-mark", "every-feature"])
    func fixturesAreFixedOnceAndForAll(folder: String) throws {
        let files = try FixtureFolder.files(in: "Tests/Fixtures/\(folder)/content")
        let first = ContentFixer.fix(files: files, images: [], jobs: 2)
        let after = files.indices.map { index in
            first.files.first { $0.index == index }.map { SourceFile(path: files[index].path, bytes: $0.after) } ?? files[index]
        }
        let second = ContentFixer.fix(files: after, images: [], jobs: 1)
        #expect(second.fixes == [])
        #expect(second.files.isEmpty)
        // No kind of problem comes new.
        let (before, rest) = (Self.ids(files), Self.ids(after))
        #expect(rest.subtracting(before).sorted() == [])
    }

    private static func ids(_ files: [SourceFile]) -> Set<String> {
        Set(CasebookReader.read(files: files, images: [], includingDrafts: false).diagnostics.map(\.id))
    }
}

extension SmallCasebook {
    /// What fixing does to the collection.
    func fixes() -> ContentFixes {
        let sources = files.map { SourceFile(path: "content/\($0.key)", bytes: $0.value) }.sorted { $0.path < $1.path }
        return ContentFixer.fix(files: sources, images: images, links: links, jobs: 2)
    }

    /// The collection after fixing.
    func fixed() -> SmallCasebook {
        var copy = self
        for file in fixes().files { copy.files[String(file.path.dropFirst("content/".count))] = file.after }
        return copy
    }
}
