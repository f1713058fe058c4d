extension SmallCasebook {
    /// The texts of the files by their paths relative to the content folder.
    package static let texts: [String: String] = [
        "casebook.yml": """
        title: 事例集
        description: 現場の事例を集めたものです。
        language: ja
        publisher:
          name: 編集部
        source:
          title: 出典の資料
        notice: 注記です。
        primary: categories
        secondary: organizations
        invitation: call
        footer: [about, call]
        taxonomies:
          - folder: categories
            key: category
            label: 分野
            required: true
            order: number
          - folder: organizations
            key: organization
            label: 取組主体
            required: true
            order: listed
            terms: [hello-work, employer]
          - folder: actors
            key: actors
            label: 関わる人
            multiple: true
            order: yomi
        sections:
          - { id: background, heading: 必要性・きっかけ, required: true }
          - { id: approach, heading: 取組・工夫の概要, required: true }
          - { id: effect, heading: 効果 }

        """,
        "categories/information.md": "---\nlabel: 就労情報提供\nnumber: 1\n---\n",
        "categories/strengths.md": "---\nlabel: 個性・強み・興味の把握\nnumber: 2\n---\n",
        "organizations/hello-work.md": "---\nlabel: ハローワーク\naliases: [職安]\n---\n",
        "organizations/employer.md": "---\nlabel: 企業\n---\n",
        "actors/person.md": "---\nlabel: 本人\nyomi: ほんにん\n---\n",
        "actors/family.md": "---\nlabel: 家族\nyomi: かぞく\n---\n",
        "pages/about.md": "---\ntitle: この事例集について\n---\n\n## 目的\n\n集めました。\n",
        "pages/call.md": "---\ntitle: 事例の募集\n---\n\n募集しています。\n",
        "cases/c001.md": """
        ---
        title: 一つ目の事例
        category: 就労情報提供
        organization: ハローワーク
        actors: [本人, 家族]
        ---

        ## 必要性・きっかけ

        必要でした。

        ## 取組・工夫の概要

        工夫しました。

        """,
        "cases/c002.md": """
        ---
        title: 二つ目の事例
        category: 2
        organization: 職安
        published: 2026-04-01
        ---

        ## 必要性・きっかけ

        必要でした。

        ## 取組・工夫の概要

        工夫しました。

        ## 効果

        良くなりました。

        """,
    ]
}
