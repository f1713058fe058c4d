import CasebookModel
import Foundation
import TestSupport
import Testing

@Suite struct MissingReadingTests {
    /// A casebook whose texts have all readings.
    private func complete(editions: String = "[furigana]") throws -> SmallCasebook {
        let list = try String(contentsOfFile: "\(Repository.root)/content/readings.csv", encoding: .utf8)
        return SmallCasebook().replacing("primary:", with: "editions: \(editions)\nprimary:", in: "casebook.yml")
            .adding("readings.csv", list + Self.more)
    }

    private static let more = "編集部,へんしゅうぶ,\n目的,もくてき,\n"

    private func case1(_ text: String, editions: String = "[furigana]") throws -> [ReportedProblem] {
        let casebook = try complete(editions: editions)
        let body = String(decoding: casebook.files["cases/c001.md"] ?? [], as: UTF8.self)
        return casebook.adding("cases/c001.md", body + "\n\(text)\n").problems().filter { $0.id != "long-sentence" }
    }

    @Test func aCompleteListIsEnough() throws {
        #expect(try complete().problems() == [])
    }

    @Test func withoutTheEditionNothingIsSaid() throws {
        for editions in ["[epub, text]", "[]"] {
            let casebook = SmallCasebook().replacing("primary:", with: "editions: \(editions)\nprimary:", in: "casebook.yml")
            #expect(casebook.problems() == [])
        }
        #expect(try case1("鬱蒼", editions: "[epub]") == [])
    }

    @Test func aWordIsReportedOnceInAFileWithItsLocation() throws {
        let found = try case1("あの鬱蒼とした森。鬱蒼。")
        #expect(found.map(\.id) == ["missing-reading", "missing-reading"])
        #expect(
            found.first?.ja == "「鬱蒼」の読みが「readings.csv」にありません。ふりがなを付けるために、語と読みの行を書き足してください（例：鬱蒼,よみがな）")
        #expect(found.first?.location.hasSuffix(":3") == true)
        #expect(found.last?.ja.hasPrefix("「森」") == true)
    }

    @Test func aWordWithSeveralReadingsNeedsADecision() throws {
        #expect(
            try case1("今日は。").map(\.ja) == [
                "「今日」の読みが決まっていません（「きょう」か「こんにち」）。「readings.csv」に行を書き足すか（例：今日,きょう）、本文に「{今日|きょう}」と書いてください"
            ])
    }

    @Test(arguments: ["{鬱蒼|うっそう}", "`鬱蒼`", "```\n鬱蒼\n```", "カタカナ ABC 12", "3人と2026年3月1日"])
    func whatNeedsNoRow(text: String) throws {
        #expect(try case1(text) == [])
    }

    @Test func draftsAndTheTextsOfWithdrawnCasesAreLeftOut() throws {
        let casebook = try complete()
        let text = String(decoding: casebook.files["cases/c001.md"] ?? [], as: UTF8.self) + "\n鬱蒼\n"
        for (status, count) in [("draft", 0), ("withdrawn", 0), ("published", 1)] {
            let changed = text.replacing("title:", with: "status: \(status)\ntitle:")
            #expect(
                casebook.adding("cases/c001.md", changed).problems().filter { $0.id == "missing-reading" }.count == count,
                "\(status)")
        }
    }

    @Test func theReasonIsReadWhereItIsShown() throws {
        let casebook = try complete()
        let text = String(decoding: casebook.files["cases/c001.md"] ?? [], as: UTF8.self)
        for (status, count) in [("draft", 0), ("withdrawn", 1), ("published", 0)] {
            let changed = text.replacing("title:", with: "status: \(status)\nwithdrawn: 鬱蒼\ntitle:")
            #expect(
                casebook.adding("cases/c001.md", changed).problems().filter { $0.id == "missing-reading" }.count == count,
                "\(status)")
        }
    }

    @Test func settingsAreChecked() throws {
        let found = try complete().replacing("title: ", with: "title: 鬱蒼", in: "casebook.yml").problems()
        #expect(found.map { "\($0.id) \($0.location)" } == ["missing-reading casebook.yml:1:8"])
    }
}
