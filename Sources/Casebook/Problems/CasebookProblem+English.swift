extension CasebookProblem {
    /// The headline in English.
    var english: String {
        switch self {
        case .unreadableBytes(let byte, let encoding):
            "The file is not UTF-8 (byte \(hexadecimal(byte)))"
                + (encoding.map { "; it looks like \($0 == .cp932 ? "CP932 (Shift_JIS)" : $0.rawValue)" } ?? "")
                + ": save it as UTF-8"
        case .nullCharacter: "There is a null character (U+0000): remove it"
        case .misplacedFile(let reason): english(reason)
        case .missingSettings(let root): "There is no settings file “\(root)/casebook.yml”"
        case .noCases(let root): "There is not one case: put the files of cases into “\(root)/cases/”"
        case .missingFrontMatter: "There is no front matter: write “---” on the first line and the keys below it"
        case .unclosedFrontMatter: "No line “---” ends the front matter"
        case .wrongFence: "Begin and end the front matter with exactly three ASCII hyphens: “---”"
        case .linesBeforeFrontMatter: "There are empty lines above the first “---”: make “---” the first line"
        case .wideColon: "The colon is full-width: write an ASCII “:”"
        case .oddSpace: "There is a space that is not an ASCII one: remove or replace it"
        case .wideKey(let name): "The key is in full-width letters: write “\(name)”"
        case .missingSpace(let key): "There is no space after “\(key):”"
        case .missingColon(let key?): "There is no colon “:” after “\(key)”"
        case .missingColon(nil): "This line is not of the form “key: value”"
        case .indentedKey(let name): "There are spaces before “\(name)”: start it at the first column"
        case .tab: "There is a tab at the start of the line: use spaces"
        case .wideListMarks: "The list has full-width marks: write “[value, value]” or “- value” in ASCII"
        case .wideDigits(let value, _): "There are full-width characters in “\(value)”: use ASCII ones"
        case .unclosedQuote: "The quotation mark is never closed"
        case .invalidYAML(let detail): "This is not valid YAML: look at this line and the one above (\(detail))"
        case .hashInText:
            "From “#” behind a space on this is a comment and not shown: to show it, put the whole value in quotes"
        case .unknownKey(let name, _, _): "There is no key “\(name)”"
        case .missingKey(let name): "The key “\(name)” is missing: add a line “\(name): value”"
        case .duplicateKey(let name): "The key “\(name)” is there twice: keep one"
        case .emptyValue(let key): "The key “\(key)” has no value"
        case .wrongKind(let key, let expected, let found):
            "The key “\(key)” takes \(expected.message.en), not \(found.message.en)"
        case .tooManyValues(let key): "The key “\(key)” takes one value only"
        case .badDate(let value, _): "“\(value)” is not a date: write it like “2026-04-01”"
        case .badNumber(let key, let value): "“\(value)” is not a number for “\(key)”: write a whole number from 1"
        case .badStatus(let value, _): "There is no status “\(value)”"
        case .badChoice(let key, let value, _, _): "The key “\(key)” cannot be “\(value)”"
        case .badAlias(let value, _):
            "“\(value)” cannot be an old address: write lower-case ASCII down to “.html”, like “old/case1.html”"
        case .badYomi(let key, let value): "“\(value)” is not a reading for “\(key)”: write it in kana only"
        case .unsafeCharacter(let key, let scalar):
            "The key “\(key)” holds a character that is not allowed (\(codePoint(scalar))): remove it"
        case .unknownTerm(_, let key, let name, _): "“\(key)” has no term “\(name)”"
        case .duplicateTerm(_, let key, let label): "“\(key)” names “\(label)” twice"
        case .duplicateTermName(let name): "“\(name)” is the name of another term too: change one of them"
        case .duplicateTermNumber(let number): "Another term has the number \(number) too: change one of them"
        case .unlistedTerm(let slug, let folder):
            "“\(slug)” is not in the list of “\(folder)” in casebook.yml: add it there"
        case .missingTermFile(let slug, let folder, _): "There is no file “\(folder)/\(slug).md” for “\(slug)”"
        case .repeatedTerm(let slug): "“\(slug)” is listed twice: keep one"
        case .duplicateWord(let name): "“\(name)” is the name of another word of the glossary too: change one of them"
        case .emptyMeaning: "The word has no meaning: write it in one or a few sentences below the front matter"
        case .missingSection(let heading): "The heading “## \(heading)” is missing"
        case .unknownSection(let heading, _): "“\(heading)” is not a heading of cases"
        case .duplicateSection(let heading): "The heading “\(heading)” is there twice: make it one section"
        case .misorderedSection(let heading, let after): "The section “\(heading)” belongs before “\(after)”"
        case .textBeforeSections(let first): "There is text above the first heading: put it under “## \(first)”"
        case .emptySection(let heading): "There is no text under the heading “\(heading)”"
        case .unwrittenSection(let heading): "There is no text yet under the heading “\(heading)”: write it before publishing"
        case .takenAnchor(let anchor): "This heading's anchor “#\(anchor)” is that of a section: change the heading"
        case .duplicateID(let id): "Another file has the same name (case and width make no difference): \(id)"
        case .unfitID(let name, _):
            "The file name “\(name)” cannot be an address: use lower-case ASCII letters, digits and hyphens only"
        case .reservedID(let id): "The file name “\(id)” cannot be used: choose another"
        case .longID(let limit): "The file name is too long: use at most \(limit) characters"
        case .pageNumberID(let id, let base):
            "The file name “\(id)” would be taken for a further page of “\(base)”: choose another"
        case .unfitImageName(let name):
            "The image name “\(name)” cannot be an address: use lower-case ASCII letters, digits, “-”, “_” and “.” only"
        case .duplicateTitle(let title): "Another case has the title “\(title)”"
        case .takenAddress(let address): "The address “\(address)” is another page's"
        case .deadLink(let destination, _): "There is nothing at “\(destination)”"
        case .deadAnchor(let anchor, _): "There is no anchor “#\(anchor)” where the link leads"
        case .deadImage(let destination, _): "There is no image “\(destination)”"
        case .unfitImage(let name, _, .heic):
            "The image “\(name)” is HEIC, which most browsers cannot show: save it as JPEG or PNG"
        case .unfitImage(let name, _, let found?):
            "The image “\(name)” is in fact \(found.rawValue): let its name end in “.\(found.endings[0])”, in the texts too"
        case .unfitImage(let name, let named, nil):
            "The image “\(name)” cannot be read as \(named.rawValue): make it anew from the original"
        case .linkOutsideContent(let destination): "The link “\(destination)” leads out of the content folder"
        case .linkToDraft(let id): "The link leads to the case “\(id)”, a draft that is not published"
        case .unknownRelatedCase(let id, _): "There is no related case “\(id)”"
        case .relatedToItself: "The case names itself as related"
        case .repeatedRelatedCase(let id): "The related case “\(id)” is named twice"
        case .unfitName(let key, let name):
            "“\(name)” cannot be a “\(key)”: start with a lower-case ASCII letter, then letters, digits and separators only"
        case .duplicateTaxonomy(let key, let name): "Another taxonomy has the \(key) “\(name)”"
        case .duplicateSectionDefinition(let key, let name): "Another section has the \(key) “\(name)”"
        case .reservedKey(let name): "“\(name)” cannot be a taxonomy's key: it is used for something else"
        case .reservedFolder(let name): "“\(name)” cannot be a taxonomy's folder: the site uses it for something else"
        case .unknownTaxonomy(let key, let name, _): "There is no taxonomy “\(name)” for “\(key)”"
        case .unsuitableTaxonomy(let key, let folder):
            "“\(folder)” cannot be “\(key)”: it takes a taxonomy with “required: true” and “multiple: false”"
        case .sameTaxonomy(let key, let other): "“\(other)” and “\(key)” are the same taxonomy: choose another"
        case .badAddress(let key, let value): "“\(value)” for “\(key)” is not an address that starts with “https://”"
        case .badLanguage(let value, _): "“\(value)” is not a language tag: write one like “ja”"
        case .unknownPage(let key, let slug, _): "There is no page “\(slug)” in “pages/” for “\(key)”"
        case .termsAndGroups: "There are both “terms” and “groups”: keep one"
        case .uselessTermList(let key, let order):
            "“order: \(order)” makes no use of “\(key)”: remove it, or write “order: listed”"
        case .loneWord(let word):
            "“\(word)” is the only word of its group: add one that means the same or nearly so, or remove the group"
        case .missingTermList(let folder): "“\(folder)” has “order: listed”: list its terms in “terms” or “groups”"
        }
    }

    private func english(_ reason: Misplacement) -> String {
        switch reason {
        case .unknownFolder: "Files in this folder are not read: move it to a known one, or start the folder's name with “_”"
        case .topLevel: "This file is not read: cases belong into “cases/”, pages into “pages/”"
        case .nested: "Files in a folder inside a folder are not read: move it one folder up"
        case .notMarkdown: "Only files whose name ends in “.md” are read"
        case .link: "Symbolic links are not read: if it is needed, copy the file itself here"
        case .image: "Images belong into “images/”: those in other places are not used"
        }
    }
}
