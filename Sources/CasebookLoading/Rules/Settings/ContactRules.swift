import Basics
import CasebookModel
import Diagnostics

extension Rules {
    static let aboutContact: [any CheckedRule.Type] = [
        BadMail.self,
        BadTelephone.self,
        InsecureForm.self,
        UnreachableContact.self,
        PlaceholderContact.self,
    ]
}

/// A mail address does not have the form of one.
struct BadMail: ValueFormRule, FixableRule {
    static let id = "bad-mail"
    static let guide = GuideEntry(
        meaning: "`contact` の `mail` が、メールアドレスとして読めません。",
        remedy: "`info@example.jp` の形で、半角で一つだけ書きます。")
    static let fixSummary = Message(ja: "メールアドレスを正しい形に直しました", en: "Wrote the mail address in the right form")
    static let examples = [BadMail(key: KeyName("mail", label: "メールアドレス"), value: "info＠example.jp")]

    let key: KeyName
    let value: String

    var meant: String? { Mailbox.meant(by: value)?.address }

    var message: Message {
        Message(
            ja: "\(key.ja)の「\(value)」はメールアドレスとして読めません。`\(meant ?? "info@example.jp")` のように、半角で一つだけ書いてください",
            en:
                "“\(value)” for \(key.en) is not a mail address: write one address, like `\(meant ?? "info@example.jp")`"
        )
    }

    var suggestions: [String] { meant.map { [$0] } ?? [] }

    static let forms = Field.Forms.mail

    static func problem(with value: String, of field: Field, schema: Schema) -> BadMail? {
        Mailbox(value) == nil ? BadMail(key: field.shown, value: value) : nil
    }
}

/// A telephone number does not have the form of one.
struct BadTelephone: ValueFormRule, FixableRule {
    static let id = "bad-telephone"
    static let guide = GuideEntry(
        meaning: "`contact` の `telephone` が、電話番号として読めません。",
        remedy: "`03-1234-5678` のように、市外局番から半角で一つだけ書きます。後ろに「（代表）」や「（内線 123）」を付けられます。")
    static let fixSummary = Message(ja: "電話番号を正しい形に直しました", en: "Wrote the telephone number in the right form")
    static let examples = [BadTelephone(key: KeyName("telephone", label: "電話番号"), value: "1234-5678", language: "ja")]

    let key: KeyName
    let value: String
    let language: String

    var meant: String? { TelephoneNumber.meant(by: value, language: language)?.text }

    var message: Message {
        Message(
            ja: "\(key.ja)の「\(value)」は電話番号として読めません。`\(meant ?? "03-1234-5678")` のように、市外局番から半角で一つだけ書いてください",
            en:
                "“\(value)” for \(key.en) is not a telephone number: write one number with its area code, like `\(meant ?? "03-1234-5678")`"
        )
    }

    var suggestions: [String] { meant.map { [$0] } ?? [] }

    static let forms = Field.Forms.telephone

    static func problem(with value: String, of field: Field, schema: Schema) -> BadTelephone? {
        let language = schema.language
        return TelephoneNumber(value, language: language) == nil
            ? BadTelephone(key: field.shown, value: value, language: language) : nil
    }
}

/// The address of a form starts with `http://`, so what people write there can be read on its way.
struct InsecureForm: SettingsRule {
    static let id = "insecure-form"
    static let severity = Severity.warning
    static let guide = GuideEntry(
        meaning: "`contact` の `form` が `http://` で始まり、書いたことが暗号化されずに送られます。",
        remedy: "`https://` で始まるアドレスにします。")
    static let examples = [InsecureForm(address: "http://example.jp/form")]

    let address: String

    private var secure: String { "https" + address.drop { $0 != ":" } }

    var message: Message {
        Message(
            ja: "「フォームのアドレス」（form）の「\(address)」では、書いたことが暗号化されずに送られます。`\(secure)` のように「https://」で始まるアドレスにしてください",
            en: "What people write in the form at “\(address)” is sent unencrypted: use an address like `\(secure)`")
    }

    var suggestions: [String] { [secure] }

    static func check(_ schema: Schema, report: inout Report) {
        for contact in schema.record.records("contact") {
            guard let form = contact.located("form", in: schema.source), form.value.lowercased().hasPrefix("http://")
            else { continue }
            report.add(InsecureForm(address: form.value), in: schema.source, form.bytes)
        }
    }
}

/// The contact has no mail address, no telephone number and no form.
struct UnreachableContact: SettingsRule {
    static let id = "unreachable-contact"
    static let severity = Severity.warning
    static let guide = GuideEntry(
        meaning: "`contact` に、メールアドレスも電話番号もフォームもありません。",
        remedy: "`mail`、`telephone`、`form` のどれかを書きます。")
    static let examples = [UnreachableContact()]

    var message: Message {
        Message(
            ja: "「問い合わせ先」（contact）に、連絡の方法がありません。`mail: info@example.jp` のように、「メールアドレス」（mail）、"
                + "「電話番号」（telephone）、「フォームのアドレス」（form）のどれかを書いてください",
            en: "The key “contact” has no way to get in touch: add mail, telephone or form, like `mail: info@example.jp`")
    }

    static func check(_ schema: Schema, report: inout Report) {
        for contact in schema.record.records("contact") {
            let hasWay = ["mail", "telephone", "form"].contains { contact.value($0)?.isEmpty == false }
            guard !hasWay, let entry = schema.record.entries.first(where: { $0.name == "contact" }) else { continue }
            report.add(UnreachableContact(), in: schema.source, entry.key)
        }
    }
}

/// The contact still holds what a template or the guide shows: an address at `example.jp`, a number of zeros, circles for a name.
struct PlaceholderContact: SettingsRule {
    static let id = "placeholder-contact"
    static let severity = Severity.warning
    static let guide = GuideEntry(
        meaning: "`contact` に、`info@example.jp` や `03-0000-0000` など、見本のままのものがあります。",
        remedy: "実際の問い合わせ先に書き換えます。まだ決まっていなければ、`contact` を消します。")
    static let examples = [PlaceholderContact(key: KeyName("mail", label: "メールアドレス"), value: "info@example.jp")]

    let key: KeyName
    let value: String

    var message: Message {
        Message(
            ja: "\(key.ja)の「\(value)」は、見本のままのようです。実際の問い合わせ先に書き換えてください",
            en: "“\(value)” for \(key.en) looks like a placeholder: write whom readers can really ask")
    }

    static func check(_ schema: Schema, report: inout Report) {
        for contact in schema.record.records("contact") {
            for entry in contact.entries {
                guard let field = contact.field(of: entry), let text = entry.value.text, !text.isEmpty else { continue }
                let value = text.string(in: schema.source)
                guard isPlaceholder(value, field.kind, language: schema.language) else { continue }
                report.add(PlaceholderContact(key: field.shown, value: value), in: schema.source, text.bytes)
            }
        }
    }

    private static func isPlaceholder(_ value: String, _ kind: Field.Kind, language: String) -> Bool {
        switch kind {
        case .mail: Mailbox(value).map { isExample(host: $0.host) } ?? false
        case .url: WebHost.host(of: value).map { isExample(host: $0) } ?? false
        case .telephone: TelephoneNumber(value, language: language).map { isExample(digits: $0.digits) } ?? false
        default: ["〇〇", "○○", "◯◯", "●●", "△△", "××", "XX", "ＸＸ"].contains { value.contains($0) }
        }
    }

    /// Whether a host is one for examples: `example.jp`, `www.example.co.jp`, `info.example` (RFC 2606, section 2 and 3).
    private static func isExample(host: String) -> Bool {
        let labels = host.split(separator: ".")
        guard labels.last != "example" else { return true }
        let suffixes = [1, 2].filter { labels.count > $0 && labels[labels.count - $0 - 1] == "example" }
        return suffixes.contains { $0 == 1 || labels[labels.count - 2].utf8.count == 2 }
    }

    private static func isExample(digits: String) -> Bool {
        digits.hasSuffix("000000") || digits.hasSuffix("12345678") || digits.hasSuffix("0123456789")
    }
}
