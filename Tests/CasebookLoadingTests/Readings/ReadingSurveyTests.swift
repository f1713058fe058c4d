@testable import CasebookLoading
import Basics
import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite struct ReadingSurveyTests {
    private func survey(_ book: SmallCasebook) throws -> ReadingSurvey {
        let sources = book.files.sorted { $0.key < $1.key }.map { SourceFile(path: "content/\($0.key)", bytes: $0.value) }
        return try #require(
            CasebookReader.surveyReadings(paths: sources.map(\.path), root: "content") { sources[$0].bytes }.survey)
    }

    private func places(_ word: String, _ survey: ReadingSurvey) -> [String] {
        survey.missing.first { $0.text == word }.map { word in
            word.places.map { "\($0.path):\($0.position.line):\($0.position.column) \($0.excerpt)" }
        } ?? []
    }

    private let page = SmallCasebook().adding("readings.csv", "語,読み,備考\n行っ,おこなっ,\n珍事,ちんじ,\n方,かた,\n")

    @Test func everyLocationOfAWord() throws {
        let text = "---\ntitle: 竹林\n---\n\n竹林を**竹\\*林**で{竹林|ちくりん}。\n\n| 竹林 |\n|---|\n| [竹林](call.md \"竹林\") |\n\n`竹林`\n"
        let found = try survey(page.adding("pages/about.md", text))
        #expect(
            places("竹林", found) == [
                "content/pages/about.md:2:8 【竹林】", "content/pages/about.md:5:1 【竹林】を竹*林で竹林。",
                "content/pages/about.md:7:3 【竹林】", "content/pages/about.md:9:4 【竹林】",
            ])
    }

    @Test func anImageAndACommentAreNotRead() throws {
        let text = "---\ntitle: かな\n---\n\nかな![竹林](../images/a.png)\n\n<!-- 竹林 -->\n"
        #expect(try places("竹林", survey(page.adding("pages/about.md", text))) == [])
    }

    @Test func draftsAndPrivateValuesAreNotRead() throws {
        let draft = page.replacing("title: ", with: "status: draft\ntitle: 竹林 #", in: "cases/c001.md")
        #expect(try places("竹林", survey(draft)) == [])
        let secret = page.replacing("title: ", with: "private: { 連絡先: 竹林 }\ntitle: ", in: "cases/c001.md")
        #expect(try places("竹林", survey(secret)) == [])
    }

    @Test func rowsThatNoTextUses() throws {
        let text = "---\ntitle: かな\n---\n\n取組を行った。ある方。\n"
        let found = try survey(page.adding("pages/about.md", text))
        #expect(found.unused.map(\.word.value) == ["珍事"])
        #expect(found.unused.first.map(found.line) == 3)
    }

    @Test func wordsAboutWhichToDecide() throws {
        let text = "---\ntitle: かな\n---\n\nある方。1日の今日。\n"
        let found = try survey(page.adding("pages/about.md", text))
        #expect(found.undecided.map(\.text) == ["方"])
        #expect(found.undecided.first?.choices == ["かた", "ほう"])
        #expect(found.missing.first { $0.text == "1日" }?.choices == ["いちにち", "ついたち"])
        #expect(found.missing.first { $0.text == "今日" }?.choices == ["きょう", "こんにち"])
        // A note, or what comes before or after, decides.
        for row in ["方,かた,すべて「かた」", "（る）方,かた,"] {
            let decided = page.adding("readings.csv", "語,読み,備考\n\(row)\n").adding("pages/about.md", text)
            #expect(try survey(decided).undecided.map(\.text) == [])
        }
    }

    @Test func draftsKeepTheFile() throws {
        let text = "---\ntitle: かな\n---\n\n竹林者が林で今日、行った。\n"
        let file = "\u{FEFF}備考,読み,語\r\n\"a,b\",おこなっ,行っ\r\nなし,ちんじ,珍事"
        let book = page.adding("readings.csv", file).adding("pages/about.md", text)
        let found = try survey(book)
        let tokens = found.lines.map { line -> [ReadingDraft.Token] in
            line.text.string(0..<line.text.count).hasPrefix("竹林")
                ? [
                    ("竹林", "チクリン"), ("者", "シャ"), ("が", "ガ"), ("林", "ハヤシ"), ("で", "デ"), ("今日", "キョウ"), ("行っ", "オコナッ"),
                    ("た", "タ"),
                ]
                .map { ReadingDraft.Token(text: $0.0, reading: $0.1) } : []
        }
        let draft = ReadingDraft(found.lines, tokens: tokens)
        #expect(
            draft.rows == [
                ReadingDraft.Row(word: "竹林", reading: "ちくりん", note: "未確認"),
                ReadingDraft.Row(word: "～者", reading: "しゃ", note: "未確認"),
                ReadingDraft.Row(word: "林", reading: "はやし", note: "未確認"),
                ReadingDraft.Row(word: "今日", reading: "きょう", note: "未確認（ほかに「こんにち」）"),
            ])
        let new = String(decoding: draft.appended(to: Array(file.utf8), list: found.list), as: UTF8.self)
        #expect(new == file + "\r\n未確認,ちくりん,竹林\r\n未確認,しゃ,～者\r\n未確認,はやし,林\r\n未確認（ほかに「こんにち」）,きょう,今日\r\n")
        #expect(book.adding("readings.csv", new).problems().map(\.id) == Array(repeating: "unchecked-reading", count: 4))
        let first = String(decoding: draft.appended(to: nil, list: nil), as: UTF8.self)
        #expect(first.hasPrefix("\u{FEFF}語,読み,備考\n竹林,ちくりん,未確認\n"))
    }
}

/// The readings of the published collection and of sentences of its field.
@Suite struct CheckedReadingsTests {
    private func text(_ path: String) throws -> SourceText {
        let data = try Data(contentsOf: FixtureFolder.repository.appending(path: path))
        return try #require(SourceDecoder.decode(SourceFile(path: path, bytes: [UInt8](data))).text)
    }

    @Test func thePublishedCollectionIsComplete() throws {
        let files = try FixtureFolder.files(in: "content")
        let found = try #require(
            CasebookReader.surveyReadings(paths: files.map(\.path), root: "content") { files[$0].bytes }.survey)
        #expect(found.missing.flatMap { word in word.places.map { "\(word.text) \($0.path):\($0.position.line)" } } == [])
        #expect(found.undecided.map(\.text) == [])
        #expect(found.unused.map(\.word.value) == [])
        #expect(try #require(found.list).rows.filter(\.isUnchecked).map(\.word.value) == [])
    }

    /// 208 sentences with hard words. People have checked every reading, once with two dictionaries.
    @Test func sentencesOfTheField() throws {
        let list = ReadingList(try text("Tests/Fixtures/readings/readings.csv"))
        #expect(list.rows.allSatisfy { $0.pattern != nil })
        let sentences = CSVReader.read(try text("Tests/Fixtures/readings/sentences.csv")).rows.dropFirst()
        #expect(sentences.count >= 200)
        for row in sentences {
            let sentence = ReadableText(row.cells[0].text)
            #expect(list.finder.bracketed(sentence) == row.cells[1].text)
            #expect(list.finder.read(sentence).missing.map { sentence.string($0) } == [])
        }
    }
}
