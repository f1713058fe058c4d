extension CasebookProblem {
    /// The headline in Japanese.
    var japanese: String {
        switch self {
        case .unreadableBytes(let byte, let encoding):
            "文字コードがUTF-8ではありません（読めないバイト: \(hexadecimal(byte))）。"
                + (encoding.map { "\($0.name)のようです。" } ?? "") + "UTF-8で保存し直してください"
        case .nullCharacter: "文字として扱えない文字（U+0000）があります。取り除いてください"
        case .misplacedFile(let reason): japanese(reason)
        case .missingSettings(let root): "設定ファイル「\(root)/casebook.yml」がありません"
        case .noCases(let root): "事例が1件もありません。「\(root)/cases/」に事例のファイルを置いてください"
        case .missingFrontMatter: "先頭に「---」で囲んだ項目がありません。1行目に「---」と書き、続けて項目を書いてください"
        case .unclosedFrontMatter: "先頭の項目の終わりを示す「---」の行がありません"
        case .wrongFence: "項目の始まりと終わりの行は、半角のハイフン3つ「---」だけにしてください"
        case .linesBeforeFrontMatter: "最初の「---」の上に空の行があります。1行目を「---」にしてください"
        case .wideColon: "コロンが全角です。半角の「:」にしてください"
        case .oddSpace: "半角でない空白があります。取り除くか、半角の空白にしてください"
        case .wideKey(let name): "項目の名前が全角です。半角で「\(name)」と書いてください"
        case .missingSpace(let key): "「\(key):」の後に半角の空白がありません"
        case .missingColon(let key?): "「\(key)」の後に半角のコロン「:」がありません"
        case .missingColon(nil): "「項目: 値」の形になっていない行です"
        case .indentedKey(let name): "「\(name)」の前に空白があります。行の先頭から書いてください"
        case .tab: "行の先頭にタブがあります。半角の空白にしてください"
        case .wideListMarks: "一覧の記号が全角です。半角で「[値, 値]」または「- 値」と書いてください"
        case .wideDigits(let value, _): "「\(value)」に全角の文字があります。半角で書いてください"
        case .unclosedQuote: "引用符が閉じられていません"
        case .invalidYAML(let detail): "項目の書き方が正しくありません。この行とその前の行を確かめてください（\(Self.yaml(detail))）"
        case .hashInText: "空白に続く「#」から後は注記とみなし、載せません。載せるときは値全体を引用符「\"」で囲んでください"
        case .unknownKey(let name, _, _): "項目「\(name)」はありません"
        case .missingKey(let name): "項目「\(name)」がありません。「\(name): 値」の行を加えてください"
        case .duplicateKey(let name): "項目「\(name)」が2回あります。1つにしてください"
        case .emptyValue(let key): "項目「\(key)」に値がありません"
        case .wrongKind(let key, let expected, let found):
            "項目「\(key)」には\(expected.message.ja)を書いてください（\(found.message.ja)になっています）"
        case .tooManyValues(let key): "項目「\(key)」に書ける値は1つだけです"
        case .badDate(let value, _): "「\(value)」は日付として読めません。「2026-04-01」のように書いてください"
        case .badNumber(let key, let value): "項目「\(key)」の「\(value)」は番号として読めません。1以上の整数を書いてください"
        case .badStatus(let value, _): "状態「\(value)」はありません"
        case .badChoice(let key, let value, _, _): "項目「\(key)」に「\(value)」は使えません"
        case .badAlias(let value, _):
            "「\(value)」は以前のアドレスとして使えません。「old/case1.html」のように、小文字の半角英数字で「.html」まで書いてください"
        case .badYomi(let key, let value): "項目「\(key)」の「\(value)」は読みとして使えません。かなだけで書いてください"
        case .unsafeCharacter(let key, let scalar): "項目「\(key)」に使えない文字（\(codePoint(scalar))）があります。取り除いてください"
        case .unknownTerm(let taxonomy, _, let name, _): "\(taxonomy)「\(name)」はありません"
        case .duplicateTerm(let taxonomy, _, let label): "\(taxonomy)「\(label)」が2回書かれています"
        case .duplicateTermName(let name): "「\(name)」は別の語の名前としても使われています。どちらかを変えてください"
        case .duplicateTermNumber(let number): "番号\(number)は別の語にも付いています。どちらかを変えてください"
        case .unlistedTerm(let slug, let folder):
            "「\(slug)」がcasebook.ymlの「\(folder)」の並びにありません。並びに加えてください"
        case .missingTermFile(let slug, let folder, _): "「\(slug)」のファイル「\(folder)/\(slug).md」がありません"
        case .repeatedTerm(let slug): "「\(slug)」が並びに2回あります。1つにしてください"
        case .duplicateWord(let name): "「\(name)」は用語集の別の言葉の名前としても使われています。どちらかを変えてください"
        case .emptyMeaning: "言葉の意味が書かれていません。先頭の項目の下に、一文か数文で書いてください"
        case .missingSection(let heading): "見出し「## \(heading)」がありません"
        case .unknownSection(let heading, _): "見出し「\(heading)」は事例の見出しにありません"
        case .duplicateSection(let heading): "見出し「\(heading)」が2回あります。1つにまとめてください"
        case .misorderedSection(let heading, let after): "見出し「\(heading)」は「\(after)」より前に書いてください"
        case .textBeforeSections(let first): "最初の見出しより前に文があります。「## \(first)」の下に書いてください"
        case .emptySection(let heading): "見出し「\(heading)」の下に文がありません"
        case .unwrittenSection(let heading): "見出し「\(heading)」の下に、まだ文がありません。公開する前に書いてください"
        case .takenAnchor(let anchor): "この見出しの飛び先「#\(anchor)」は、事例の見出しと同じになります。見出しを変えてください"
        case .duplicateID(let id): "同じ名前のファイルがあります（大文字と小文字、全角と半角は区別できません）: \(id)"
        case .unfitID(let name, _):
            "ファイル名「\(name)」はアドレスに使えません。半角の小文字の英数字とハイフンだけにしてください"
        case .reservedID(let id): "ファイル名「\(id)」は使えません。別の名前にしてください"
        case .longID(let limit): "ファイル名が長すぎます。\(limit)文字までにしてください"
        case .pageNumberID(let id, let base): "ファイル名「\(id)」は「\(base)」の2ページ目以降と紛れます。別の名前にしてください"
        case .unfitImageName(let name):
            "画像の名前「\(name)」はアドレスに使えません。半角の小文字の英数字と「-」「_」「.」だけにしてください"
        case .duplicateTitle(let title): "題名「\(title)」の事例がほかにもあります"
        case .takenAddress(let address): "アドレス「\(address)」は別のページのものです"
        case .deadLink(let destination, _): "リンク先「\(destination)」がありません"
        case .deadAnchor(let anchor, _): "リンク先に「#\(anchor)」という飛び先がありません"
        case .deadImage(let destination, _): "画像「\(destination)」がありません"
        case .unfitImage(let name, _, .heic):
            "画像「\(name)」は HEIC 形式で、多くのブラウザーでは表示できません。JPEG か PNG で保存し直してください"
        case .unfitImage(let name, _, let found?):
            "画像「\(name)」の中身は \(found.rawValue) 形式です。名前の終わりを「.\(found.endings[0])」にして、本文に書いた名前も直してください"
        case .unfitImage(let name, let named, nil):
            "画像「\(name)」は、\(named.rawValue) 形式の画像として読めません。元の画像から作り直してください"
        case .linkOutsideContent(let destination): "リンク先「\(destination)」はコンテンツのフォルダーの外です"
        case .linkToDraft(let id): "リンク先の事例「\(id)」は下書きで、公開されません"
        case .unknownRelatedCase(let id, _): "関連する事例「\(id)」がありません"
        case .relatedToItself: "関連する事例に、この事例自身が書かれています"
        case .repeatedRelatedCase(let id): "関連する事例「\(id)」が2回書かれています"
        case .unfitName(let key, let name):
            "「\(key)」の「\(name)」は使えません。半角の小文字の英字で始め、英数字と区切りの記号だけにしてください"
        case .duplicateTaxonomy(let key, let name): "「\(key)」の「\(name)」は別の分類と同じです"
        case .duplicateSectionDefinition(let key, let name): "「\(key)」の「\(name)」は別の見出しと同じです"
        case .reservedKey(let name): "「\(name)」はほかのことに使う名前なので、分類の「key」に使えません"
        case .reservedFolder(let name): "「\(name)」はサイトがほかのことに使うので、分類の「folder」に使えません"
        case .unknownTaxonomy(let key, let name, _): "「\(key)」の「\(name)」という分類はありません"
        case .unsuitableTaxonomy(let key, let folder):
            "「\(key)」に「\(folder)」は使えません。必須で1つだけ選ぶ分類（required: true、multiple: false）にしてください"
        case .sameTaxonomy(let key, let other): "「\(other)」と「\(key)」が同じ分類です。別の分類にしてください"
        case .badAddress(let key, let value): "「\(key)」の「\(value)」は「https://」で始まるアドレスではありません"
        case .badLanguage(let value, _): "「\(value)」は言語を表す符号ではありません。「ja」のように書いてください"
        case .unknownPage(let key, let slug, _): "「\(key)」の「\(slug)」というページは「pages/」にありません"
        case .termsAndGroups: "「terms」と「groups」の両方があります。どちらか1つにしてください"
        case .loneWord(let word):
            "この組には言葉が「\(word)」しかありません。同じ意味や近い意味の言葉を加えるか、この組を取り除いてください"
        case .uselessTermList(let key, let order): "「order: \(order)」では「\(key)」を使いません。取り除くか「order: listed」にしてください"
        case .missingTermList(let folder): "「\(folder)」は「order: listed」なので、「terms」か「groups」に並びを書いてください"
        }
    }

    private func japanese(_ reason: Misplacement) -> String {
        switch reason {
        case .unknownFolder: "このフォルダーのファイルは読みません。使えるフォルダーに移すか、フォルダーの名前を「_」で始めてください"
        case .topLevel: "このファイルは読みません。事例は「cases/」、ページは「pages/」に置いてください"
        case .nested: "フォルダーの中のフォルダーにあるファイルは読みません。1つ上のフォルダーに移してください"
        case .notMarkdown: "名前が「.md」で終わらないファイルは読みません"
        case .link: "リンク（シンボリックリンク）は読みません。使うものなら、元のファイルをここにコピーしてください"
        case .image: "画像は「images/」に置いてください。ほかの場所の画像は使いません"
        }
    }

    /// What the YAML library says most often, in Japanese.
    private static func yaml(_ detail: String) -> String {
        let known = [
            "did not find expected ',' or ']'": "「,」か「]」がありません", "did not find expected ',' or '}'": "「,」か「}」がありません",
            "did not find expected node content": "値がありません", "did not find expected key": "項目の字下げがそろっていません",
            "could not find expected ':'": "「:」がありません", "found undefined alias": "「*」の後の名前が決められていません",
            "mapping values are not allowed in this context": "値の中の「: 」には引用符が要ります",
            "found character that cannot start any token": "値の始めに使えない文字があります",
            "found unexpected end of stream": "引用符か括弧が閉じられていません",
            "block sequence entries are not allowed in this context": "「- 」の一覧は次の行から書きます",
            "nested too deeply": "入れ子が深すぎます", "too many values": "値が多すぎます",
        ]
        return known[detail] ?? detail
    }

    func hexadecimal(_ byte: UInt8) -> String {
        "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }

    func codePoint(_ scalar: UInt32) -> String {
        let digits = String(scalar, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
