import Diagnostics

extension Advice {
    var message: Message { Message(ja: japanese, en: english) }

    private var japanese: String {
        switch self {
        case .longSentence(let characters):
            "文が長くなっています（\(characters)文字）。読みやすいように、\(Self.sentenceLimit)文字くらいまでの文に分けてください"
        case .longTitle(let characters):
            "題名が長くなっています（\(characters)文字）。一覧で見分けやすいように、\(Self.titleLimit)文字くらいまでにしてください"
        case .unevenSections(let heading, let characters, let longest, let most):
            "「\(heading)」（\(characters)文字）が「\(longest)」（\(most)文字）に比べてとても短くなっています。書き足すことがないか確かめてください"
        case .personalName(let name):
            "「\(name)」は人の名前のようです。公開してよい名前でなければ、「Aさん」「担当者」などにしてください"
        case .phoneNumber(let number):
            "「\(number)」は電話番号のようです。公開してよい番号でなければ、消すか「private:」の下に移してください"
        case .mailAddress(let address):
            "「\(address)」はメールアドレスのようです。公開してよいアドレスでなければ、消すか「private:」の下に移してください"
        case .companyName(let name):
            "「\(name)」は会社の名前のようです。公開の承諾がなければ、「製造業の会社」などにしてください"
        case .machineDependent(let text, _):
            "「\(text)」は機種依存文字です。表示や読み上げで正しく伝わらないことがあるので、ふつうの文字で書いてください"
        case .halfWidthKana(let text, _):
            "「\(text)」は半角のカタカナです。検索や読み上げで正しく扱われないことがあるので、全角で書いてください"
        case .mixedCommas(let found, let usual):
            "「\(usual)」と「\(found)」が混じっています。読みやすいように、どちらかにそろえてください"
        }
    }

    private var english: String {
        switch self {
        case .longSentence(let characters):
            "The sentence is long (\(characters) characters): make sentences of about \(Self.sentenceLimit) at most, which are"
                + " easier to read"
        case .longTitle(let characters):
            "The title is long (\(characters) characters): titles of about \(Self.titleLimit) at most are easier to tell apart in"
                + " lists"
        case .unevenSections(let heading, let characters, let longest, let most):
            "“\(heading)” (\(characters) characters) is very short beside “\(longest)” (\(most)): see whether something is"
                + " missing"
        case .personalName(let name):
            "“\(name)” looks like a person's name: unless it may be published, write a role or an initial"
        case .phoneNumber(let number):
            "“\(number)” looks like a telephone number: unless it may be published, remove it or move it below “private:”"
        case .mailAddress(let address):
            "“\(address)” looks like a mail address: unless it may be published, remove it or move it below “private:”"
        case .companyName(let name):
            "“\(name)” looks like a company's name: unless it may be published, say what kind of company it is"
        case .machineDependent(let text, _):
            "“\(text)” depends on the machine and may be shown or read out wrongly: write it in common characters"
        case .halfWidthKana(let text, _):
            "“\(text)” is half-width katakana, which is searched and read out wrongly at times: write it full-width"
        case .mixedCommas(let found, let usual):
            "“\(usual)” and “\(found)” are both used as commas: use one of them throughout"
        }
    }
}
