extension SmallCasebook {
    /// A copy that declares a field of each kind and the document `files/form.pdf`. No case has a value.
    package var withFields: Self {
        adding("casebook.yml", String(decoding: files["casebook.yml"] ?? [], as: UTF8.self) + Self.fields)
            .withImages(["files/form.pdf"])
    }

    /// Returns a copy with lines at the top of the first case.
    package func withLines(_ lines: String) -> Self {
        replacing("title: 一つ目の事例", with: "title: 一つ目の事例\n\(lines)", in: "cases/c001.md")
    }

    private static let fields = """
        fields:
          - { key: place, label: 場所, type: text, show: card, hint: 市町村まで書きます。 }
          - { key: website, label: 団体のサイト, type: url }
          - { key: held, label: 開催日, type: date }
          - { key: members, label: 参加者数, type: number, unit: 人 }
          - { key: wheelchair, label: 車いす, type: yes-no }
          - { key: form, label: 様式, type: file }
          - { key: ledger, label: 台帳, type: text, show: data }

        """
}
