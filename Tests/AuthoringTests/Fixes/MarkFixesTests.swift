import Authoring
import CasebookLoading
import Diagnostics
import Foundation
import TestSupport
import Testing

/// Fixes of marks and characters in bodies, with texts put together at random.
@Suite struct MarkFixesTests {
    private static let pieces = [
        "＃＃＃ 見学", "###準備", "・一つ目\n・二つ目", "－ 項目\n－ 項目", "-項目\n-項目", "１．手順\n２．手順", "文です。\n2. 手順\n3. 手順", "＞ 引用",
        "｜時期｜内容｜\n｜---｜---｜\n｜前｜見学｜", "［二つ目］（c002.md）です。", "[二つ目] (c002.md)です。", "＊＊太字＊＊です。", "これは ** 太字 ** です。",
        "｛漢字｜かんじ｝です。", "    四つの空白の段落です。", "線の上の文です。\n---", "| a | b |\n|---|---|\n| c ｜ d |", "就労\u{200B}支援\u{A0}です。",
        "⻑い\u{2F40}援のサ―ビス。", "一行目　　\n二行目",
        "1. 手順\n  - 細目",
        "　- 項目\n　- 項目", "一\u{2028}二", "縦\u{B}タブ", "- 親\n　・子\n　・子",
    ]
    private static let right = [
        "ふつうの文です。", "- 項目\n- 項目", "1. 手順\n2. 手順\n   - 細目", "> 引用です。", "| a | b |\n|---|---|\n| c | d |", "`＃＃ 背景`",
        "```\n・一\n・二\n```",
        "本人・家族と#1の課題、-5℃、1.5倍、2026.4.1。", "**太字**と[二つ目](c002.md)。", "※ 注記です。", "　字下げした段落。", "葛\u{E0100}城の\u{FA1B}祉、👩\u{200D}🦽。",
    ]

    private static let ids: Set<String> = [
        "unread-heading", "unread-list", "unread-quote", "unread-table", "unread-link", "unread-emphasis", "unread-mark",
        "indented-text", "underlined-heading", "invisible-character", "lookalike-character", "unsafe-character",
    ]

    private func collection(_ pieces: [String]) -> SmallCasebook {
        SmallCasebook().replacing("必要でした。", with: (pieces + ["終わりの文です。"]).joined(separator: "\n\n"), in: "cases/c001.md")
    }

    @Test(arguments: 0..<60)
    func areMadeOnceAndForAll(seed: Int) {
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let all = Self.pieces + Self.right
        let chosen = (0..<(1 + next(6))).map { _ in all[next(all.count)] }
        let fixed = collection(chosen).fixed()
        #expect(fixed.fixes().fixes.map { $0.text(in: .ja) } == [], "\(chosen)")
        #expect(fixed.read().diagnostics.filter { Self.ids.contains($0.id) }.map(\.message.ja) == [], "\(chosen)")
    }

    @Test(arguments: right)
    func rightTextStays(text: String) {
        let collection = collection([text])
        #expect(collection.problems().filter { Self.ids.contains($0.id) } == [])
        #expect(collection.fixed().files["cases/c001.md"] == collection.files["cases/c001.md"])
    }

    @Test(arguments: pieces)
    func eachIsReportedAndFixed(text: String) {
        let problems = collection([text]).problems()
        #expect(!problems.isEmpty)
        #expect(problems.allSatisfy { Self.ids.contains($0.id) && $0.fix != nil }, "\(problems)")
        #expect(collection([text]).fixed().problems() == [])
    }

    @Test func areShownWithBeforeAndAfter() {
        let shown = collection(["・一つ目\n・二つ目"]).fixes().fixes.filter { $0.path.hasSuffix("c001.md") }.map { $0.text(in: .ja) }
        #expect(
            shown == [
                """
                content/cases/c001.md:10: 箇条書きの書き方を直しました [unread-list]
                  前 | ・一つ目
                  後 | - 一つ目

                """,
                """
                content/cases/c001.md:11: 箇条書きの書き方を直しました [unread-list]
                  前 | ・二つ目
                  後 | - 二つ目

                """,
            ])
    }

    @Test func linesWithBreaksBetweenThemStay() {
        let collection = collection(["・一つ目\\\n・二つ目\\\n１．三つ目", "・一  \n・二"])
        #expect(collection.problems() == [])
    }

    @Test func otherBytesStay() {
        let body = "・一つ目\n・二つ目\n\n髙\u{FA11}と\u{FA19}、  行の終わり  \n\n\n`　`"
        let collection = collection([body])
        let expected = collection.files["cases/c001.md"].map { String(decoding: $0, as: UTF8.self) }?
            .replacing("・一つ目\n・二つ目", with: "- 一つ目\n- 二つ目")
        #expect(collection.fixed().files["cases/c001.md"] == expected.map { Array($0.utf8) })
    }
}
