import Basics
import Testing

@Suite struct SuspectCharacterTests {
    private func kinds(_ text: String) -> [SuspectCharacter.Kind] { found(text).map(\.character.kind) }

    private func found(_ text: String) -> [SuspectCharacter.Found] {
        Array(text.utf8).withUnsafeBufferPointer { SuspectCharacter.find(in: $0, 0..<$0.count) }
    }

    @Test(
        arguments: [
            ("就労\u{200B}支援", .invisible), ("就労\u{FEFF}支援", .invisible), ("就労\u{2060}", .invisible), ("\u{AD}就労", .invisible),
            ("就労\u{200C}支援", .invisible), ("就労\u{200D}支援", .invisible), ("\u{200E}就労", .invisible), ("就\u{202E}労", .direction),
            ("\u{2067}就労", .direction), ("就労\u{A0}支援", .noBreakSpace), ("5\u{202F}km", .noBreakSpace),
            ("5\u{2007}km", .noBreakSpace),
            ("一\u{2028}二", .lineBreak), ("一\u{B}二", .lineBreak), ("一\u{85}二", .lineBreak), ("一\u{8}二", .control),
            ("一\u{7F}二", .control), ("一\u{9A}二", .control), ("一\u{FFFD}二", .replacement), ("\u{2ED1}時間", .radical),
            ("\u{2F00}つ", .radical), ("サ―ビス", .dash), ("デ−タ", .dash), ("デ‐タ", .dash), ("デ－タ", .dash), ("デ─タ", .dash),
        ] as [(String, SuspectCharacter.Kind)])
    func isFound(_ text: String, _ kind: SuspectCharacter.Kind) {
        #expect(kinds(text) == [kind])
    }

    @Test(arguments: [
        "ふつうの文です。\tABC\n", "👩\u{200D}🦽と👨\u{200D}👩\u{200D}👧", "☎\u{FE0F}と❤\u{FE0F}\u{200D}🔥", "葛\u{E0100}城", "東京―大阪", "A―B",
        "支援――その後", "センター－支援", "ロンドン―パリ", "令和８年－９年", "３〜５名と３～５名", "-5℃", "−5℃", "福\u{FA1B}", "あ\u{3099}",
        "שלום\u{200F}!", "क\u{94D}\u{200D}ष", "ﾊﾛｰﾜｰｸ", "第１―２章", "「A」－「B」", "サービス-A", "セル\u{3000}ロ",
    ])
    func isRight(_ text: String) {
        #expect(kinds(text) == [])
    }

    @Test func hasARangeAndWhatIsMeant() throws {
        let text = "A\u{200B}\u{2EA0}\u{2F8F}\u{A0}サ―ビス"
        let found = found(text)
        #expect(found.map(\.bytes) == [1..<4, 4..<7, 7..<10, 10..<12, 15..<18])
        #expect(found.map(\.character.meant) == ["", "民", "行", " ", "ー"])
        #expect(CharacterName.name(of: "\u{200B}").ja == "ゼロ幅スペース")
        #expect(CharacterName.name(of: "口").ja == "漢字")
    }

    /// Whatever the quick way through passes over holds nothing suspect.
    @Test func theQuickWayMissesNothing() {
        for value in UInt32(1)..<0x20000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for text in ["ア\(scalar)ア", "plain text \(scalar) plain text", "\(scalar)"] {
                guard !found(text).isEmpty else { continue }
                #expect(
                    Array(text.utf8).withUnsafeBufferPointer(ByteScan.init).mayHoldSuspects, "U+\(String(value, radix: 16))")
            }
        }
    }

    @Test func compositionKeepsCharacters() {
        let compatibility = "\u{FA1B}\u{FA19}\u{FA10}\u{F9DC}\u{2F800}\u{212B}\u{2126}"
        #expect(compatibility.composedKeepingCharacters.unicodeScalars.elementsEqual(compatibility.unicodeScalars))
        let kana = "は\u{309A}\u{FA1B}か\u{3099}e\u{301}"
        #expect(kana.composedKeepingCharacters.unicodeScalars.elementsEqual("ぱ\u{FA1B}がé".unicodeScalars))
        #expect("あ\u{3099}".composedKeepingCharacters.unicodeScalars.count == 2)
        for value in UInt32(0)..<0x30000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "か\(scalar)\u{3099}"
            let once = text.composedKeepingCharacters
            #expect(once.composedKeepingCharacters.unicodeScalars.elementsEqual(once.unicodeScalars))
            // Swift compares by canonical equivalence.
            #expect(once == text)
        }
    }

    @Test(arguments: [
        ("就労\u{FEFF}情報提供", "就労情報提供"), ("\u{200E}ハローワーク", "ハローワーク"), ("準備〜就職", "準備～就職"), ("難病相談支援センタ―", "難病相談支援センター"),
        ("サ−ビス", "サービス"), ("ﾊﾛ-ﾜ-ｸ", "ハローワーク"), ("\u{2ED1}時間の\u{2F40}援", "長時間の支援"), ("か\u{309B}くせい", "がくせい"),
        ("\u{FA1B}祉", "福祉"),
        ("葛\u{E0100}城", "葛城"), ("Ａ\u{A0}型", "a型"), ("は\u{3099}", "ば"), ("ハ\u{FF70}ト", "ハート"),
    ])
    func namesAreEqual(_ written: String, _ meant: String) {
        #expect(foldedName(written) == foldedName(meant))
    }

    @Test(arguments: [("A-B", "AーB"), ("就労", "就業"), ("3-5", "3~5"), ("支援-型", "支援ー型"), ("か", "が"), ("1", "一")])
    func namesDiffer(_ left: String, _ right: String) {
        #expect(foldedName(left) != foldedName(right))
    }
}
