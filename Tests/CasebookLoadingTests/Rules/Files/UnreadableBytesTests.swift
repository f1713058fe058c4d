import CasebookModel
import TestSupport
import Testing

@Suite struct UnreadableBytesTests {
    @Test func namesTheByteAndTheLikelyEncoding() {
        let problems = SmallCasebook()
            .adding(
                "cases/c001.md",
                bytes: [
                    0x2D, 0x2D, 0x2D, 0x0A, 0x74, 0x69, 0x74, 0x6C, 0x65, 0x3A, 0x20, 0x8E, 0x96, 0x97, 0xE1, 0x0A,
                    0x2D, 0x2D, 0x2D, 0x0A,
                ]
            )
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unreadable-bytes", "cases/c001.md:2:8",
                    ja: "文字コードが Shift_JIS（ANSI）です。メモ帳の「名前を付けて保存」で UTF-8 を選んでください",
                    en: "The file is not UTF-8 (byte 0x8E); it looks like CP932 (Shift_JIS): save it as UTF-8")
            ])
    }

    @Test func reportsEUC() {
        let problems = SmallCasebook()
            .adding(
                "pages/about.md",
                bytes: [
                    0x2D, 0x2D, 0x2D, 0x0A, 0x74, 0x69, 0x74, 0x6C, 0x65, 0x3A, 0x20, 0xBB, 0xF6, 0xCE, 0xE3, 0xA4,
                    0xC7, 0xA4, 0xB9, 0x0A, 0x2D, 0x2D, 0x2D, 0x0A,
                ]
            )
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unreadable-bytes", "pages/about.md:2:8",
                    ja: "文字コードが EUC-JP です。メモ帳の「名前を付けて保存」で UTF-8 を選んでください",
                    en: "The file is not UTF-8 (byte 0xBB); it looks like EUC-JP: save it as UTF-8")
            ])
    }

    @Test func reportsUTF16() {
        let problems = SmallCasebook()
            .adding("pages/about.md", bytes: [0xFF, 0xFE, 0x2D, 0x00, 0x2D, 0x00, 0x2D, 0x00, 0x0A, 0x00])
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unreadable-bytes", "pages/about.md:1:1",
                    ja: "文字コードが UTF-16 です。メモ帳の「名前を付けて保存」で UTF-8 を選んでください",
                    en: "The file is not UTF-8 (byte 0xFF); it looks like UTF-16: save it as UTF-8")
            ])
    }

    @Test func aTruncatedCharacterLooksLikeNothingElse() {
        let problems = SmallCasebook()
            .adding(
                "pages/about.md",
                bytes: [
                    0x2D, 0x2D, 0x2D, 0x0A, 0x74, 0x69, 0x74, 0x6C, 0x65, 0x3A, 0x20, 0xE4, 0xBA, 0x8B, 0xE4, 0xBE,
                    0x0A, 0x2D, 0x2D, 0x2D, 0x0A,
                ]
            )
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unreadable-bytes", "pages/about.md:2:9",
                    ja: "文字コードが UTF-8 ではありません（読めないバイト: 0xE4）。メモ帳の「名前を付けて保存」で UTF-8 を選んでください",
                    en: "The file is not UTF-8 (byte 0xE4): save it as UTF-8")
            ])
    }

    @Test func anUnreadableTermBlamesNoCase() {
        let problems = SmallCasebook()
            .adding(
                "categories/information.md",
                bytes: [
                    0x2D, 0x2D, 0x2D, 0x0A, 0x6C, 0x61, 0x62, 0x65, 0x6C, 0x3A, 0x20, 0x8F, 0x41, 0x98, 0x4A, 0x8F,
                    0xEE, 0x95, 0xF1, 0x92, 0xF1, 0x8B, 0x9F, 0x0A,
                ]
            )
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unreadable-bytes", "categories/information.md:2:8",
                    ja: "文字コードが Shift_JIS（ANSI）です。メモ帳の「名前を付けて保存」で UTF-8 を選んでください",
                    en: "The file is not UTF-8 (byte 0x8F); it looks like CP932 (Shift_JIS): save it as UTF-8")
            ])
    }
}
