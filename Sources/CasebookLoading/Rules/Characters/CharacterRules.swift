import Basics
import Diagnostics

extension Rules {
    static let aboutCharacters: [any CheckedRule.Type] = [
        UnsafeCharacter.self,
        InvisibleCharacter.self,
        LookalikeCharacter.self,
        LostCharacter.self,
    ]
}

/// A text has a control character, or one that changes the direction of the text around it.
package struct UnsafeCharacter: FormRule, FixableRule {
    package static let id = "unsafe-character"
    package static let guide = GuideEntry(
        meaning: "目に見えない、使えない文字（制御文字など）が入っています。",
        remedy: "示された場所の文字を消し、書き直します。")
    package static let fixSummary = Message(ja: "使えない文字を取り除きました", en: "Removed a character that is not allowed")
    package static let examples = [
        UnsafeCharacter(key: KeyName("title", label: "題名"), scalar: "\u{202E}"), UnsafeCharacter(key: nil, scalar: "\u{B}"),
    ]

    /// The key or the heading of a column; nil for a body.
    package let key: KeyName?
    let scalar: Unicode.Scalar

    /// For a problem that another check has found.
    package init(key: KeyName?, scalar: Unicode.Scalar) {
        self.key = key
        self.scalar = scalar
    }

    package var message: Message {
        let name = CharacterName.message(of: scalar)
        return Message(
            ja: (key?.ja ?? "本文") + "に使えない文字（\(name.ja)）があります。取り除いてください",
            en: (key.map { "The key \($0.en)" } ?? "The text")
                + " contains a character that is not allowed (\(name.en)): remove it")
    }

    static func check(_ file: ParsedFile, report: inout Report) {
        for suspect in file.suspects where suspect.character.isUnsafe {
            report.add(
                UnsafeCharacter(key: suspect.key, scalar: suspect.character.scalar), in: file.text, suspect.bytes,
                replacement: suspect.replacement(in: file.text))
        }
        // Escapes in quotation marks can write any character.
        for (text, field) in file.texts(.shown) {
            guard let corrected = text.corrected, !file.suspects.contains(where: { text.bytes.contains($0.bytes.lowerBound) })
            else { continue }
            let mayBreak = !["title", "label", "heading"].contains(field.key)
            let scalar = corrected.unicodeScalars.first { scalar in
                if scalar == "\n" || scalar == "\t" { return !(mayBreak && scalar == "\n") }
                return scalar.value == 0 || SuspectCharacter(scalar, after: nil, before: nil)?.isUnsafe == true
            }
            if let scalar { report.add(UnsafeCharacter(key: field.shown, scalar: scalar), in: file.text, text.bytes) }
        }
    }
}

/// A text has a character without width, or a space that looks like the usual one.
struct InvisibleCharacter: FormRule, FixableRule {
    static let id = "invisible-character"
    static let severity = Severity.warning
    static let guide = GuideEntry(
        meaning: "目に見えない文字や、ふつうの空白に見える別の文字が入っています。",
        remedy: "`check --fix` で取り除きます。ほかのソフトから写した文章に、よくあります。")
    static let fixSummary = Message(ja: "見えない文字を取り除きました", en: "Removed invisible characters")
    static let examples = [
        InvisibleCharacter(scalar: "\u{200B}", isSpace: false), InvisibleCharacter(scalar: "\u{A0}", isSpace: true),
    ]

    let scalar: Unicode.Scalar
    /// Whether it looks like a space.
    let isSpace: Bool

    var message: Message {
        let name = CharacterName.message(of: scalar)
        return isSpace
            ? Message(
                ja: "ふつうの空白に見える別の文字（\(name.ja)）があります。半角の空白に直してください",
                en: "There is another character that looks like a space (\(name.en)): write an ASCII space")
            : Message(
                ja: "見えない文字（\(name.ja)）があります。取り除いてください", en: "There is an invisible character (\(name.en)): remove it")
    }

    static func check(_ file: ParsedFile, report: inout Report) {
        for suspect in file.suspects {
            let isSpace = suspect.character.kind == .noBreakSpace
            guard isSpace || suspect.character.kind == .invisible else { continue }
            report.add(
                InvisibleCharacter(scalar: suspect.character.scalar, isSpace: isSpace), in: file.text, suspect.bytes,
                replacement: suspect.replacement(in: file.text))
        }
    }
}

/// A text has a symbol that looks like a kanji, or a dash that looks like `ー`.
struct LookalikeCharacter: FormRule, FixableRule {
    static let id = "lookalike-character"
    static let severity = Severity.warning
    static let guide = GuideEntry(
        meaning: "漢字や長音「ー」に見える、別の文字があります。検索やリンクで見つからなくなります。",
        remedy: "`check --fix` で、示された文字に直します。PDF から写した文章に、よくあります。")
    static let fixSummary = Message(ja: "見た目の似た文字を、ふつうの文字に直しました", en: "Replaced look-alike characters")
    static let examples = [
        LookalikeCharacter(scalar: "\u{2ED1}", meant: "長", isRadical: true),
        LookalikeCharacter(scalar: "―", meant: "ー", isRadical: false),
    ]

    let scalar: Unicode.Scalar
    let meant: String
    let isRadical: Bool

    var message: Message {
        let code = String.codePoint(scalar.value)
        let meantCode = String.codePoint(meant.unicodeScalars.first?.value ?? 0)
        let name = CharacterName.message(of: scalar)
        return isRadical
            ? Message(
                ja: "「\(scalar)」（\(code)）は、漢字に見える部首の記号です。漢字の「\(meant)」（\(meantCode)）に直してください",
                en: "“\(scalar)” (\(code)) is a radical that looks like a kanji: write the kanji “\(meant)” (\(meantCode))")
            : Message(
                ja: "カタカナの間に「\(scalar)」（\(name.ja)）があります。長音の「ー」（\(meantCode)）に直してください",
                en: "There is “\(scalar)” (\(name.en)) between katakana: write “ー” (\(meantCode))")
    }

    static func check(_ file: ParsedFile, report: inout Report) {
        for suspect in file.suspects {
            let isRadical = suspect.character.kind == .radical
            guard isRadical || suspect.character.kind == .dash, let meant = suspect.character.meant else { continue }
            report.add(
                LookalikeCharacter(scalar: suspect.character.scalar, meant: meant, isRadical: isRadical), in: file.text,
                suspect.bytes, replacement: suspect.replacement(in: file.text))
        }
    }
}

/// A text has the character that programs write for one that they cannot read.
package struct LostCharacter: FormRule {
    package static let id = "lost-character"
    package static let severity = Severity.warning
    package static let guide = GuideEntry(
        meaning: "文字化けして失われた文字（`\u{FFFD}`）があります。",
        remedy: "元の原稿を見て、正しい文字を書き直します。")
    package static let examples = [LostCharacter()]

    /// For a problem that another check has found.
    package init() {}

    package var message: Message {
        Message(
            ja: "文字化けした文字（置換文字 U+FFFD）があります。元の原稿を見て、正しい文字を書いてください",
            en: "A character was lost (replacement character U+FFFD): look at the original and write the right character")
    }

    static func check(_ file: ParsedFile, report: inout Report) {
        for suspect in file.suspects where suspect.character.kind == .replacement {
            report.add(LostCharacter(), in: file.text, suspect.bytes)
        }
    }
}

extension CharacterName {
    /// The name and the code point of a character: `ゼロ幅スペース U+200B`.
    package static func message(of scalar: Unicode.Scalar) -> Message {
        let name = name(of: scalar)
        let code = String.codePoint(scalar.value)
        return Message(ja: "\(name.ja) \(code)", en: "\(name.en) \(code)")
    }
}
