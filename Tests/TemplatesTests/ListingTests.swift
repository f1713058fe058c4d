import Testing

import Templates

@Suite struct ListingTests {
    @Test func listsEveryNameInJapanese() {
        #expect(
            Offered.page.listing(in: .ja) == """
                title       文字
                summary     文字（ないことがある）
                body        HTML
                draft       真偽（はい・いいえ）
                site        項目
                  name      文字
                  menu      一覧
                    label   文字
                    path    文字
                next        項目（ないことがある）
                  label     文字
                  path      文字
                cards       一覧
                  title     文字
                  tags      文字の一覧
                  link      項目
                    label   文字
                    path    文字
                tags        文字の一覧
                rows        文字の一覧の一覧
                notes       HTMLの一覧
                tree        項目
                  name      文字
                  children  一覧、中は上と同じ
                kind        パーシャルの名前（card、note）

                """)
    }

    @Test func listsEveryNameInEnglish() {
        let shape = Shape([
            ("題名", .text), ("draft", .flag), ("tree", .object(Offered.tree)), ("next", .optional(.object(Offered.link))),
            ("tags", .list(.text)), ("kind", .partial(["card"])), ("body", .html),
        ])
        #expect(
            shape.listing(in: .en) == """
                題名        text
                draft       yes or no
                tree        object
                  name      text
                  children  list, with the same names as above
                next        object (may be missing)
                  label     text
                  path      text
                tags        list of text
                kind        name of a partial (card)
                body        HTML

                """)
    }
}
