import Diagnostics

/// Everything that can be wrong with a collection's content: one case a rule.
public enum CasebookProblem: Problem, Hashable {
    // MARK: Files

    /// A byte that is not UTF-8.
    case unreadableBytes(byte: UInt8, encoding: EncodingGuess?)
    /// A character U+0000.
    case nullCharacter
    /// A file where nothing is read.
    case misplacedFile(Misplacement)
    /// There is no `casebook.yml`.
    case missingSettings(root: String)
    /// There is not one case.
    case noCases(root: String)

    // MARK: The form of front matter

    /// The file does not start with `---`.
    case missingFrontMatter
    /// No `---` closes the front matter.
    case unclosedFrontMatter
    /// A line of hyphens that is not exactly `---`.
    case wrongFence
    /// Empty lines above the opening `---`.
    case linesBeforeFrontMatter
    /// `title：` instead of `title:`.
    case wideColon
    /// A full-width, no-break or zero-width space before or in a key, or behind its colon.
    case oddSpace
    /// A key in full-width letters.
    case wideKey(name: String)
    /// `title:text` instead of `title: text`.
    case missingSpace(key: String)
    /// A line without a colon; the key that it starts with, if it is one.
    case missingColon(key: String?)
    /// A key with blanks before it that belongs to nothing above.
    case indentedKey(name: String)
    /// A tab before the text of a line.
    case tab
    /// `［a、b］` or `－ a` instead of `[a, b]` or `- a`.
    case wideListMarks
    /// Full-width digits or signs in a date or a number.
    case wideDigits(value: String, meant: String)
    /// A quotation mark that nothing closes.
    case unclosedQuote
    /// Something that YAML does not allow, as the YAML library puts it.
    case invalidYAML(detail: String)
    /// A text that ends at ` #`, which starts a comment.
    case hashInText

    // MARK: Keys and values

    /// A key that the file may not have.
    case unknownKey(name: String, allowed: [String], meant: String?)
    /// A key that the file must have.
    case missingKey(name: String)
    /// A key written twice.
    case duplicateKey(name: String)
    /// A required key without a value.
    case emptyValue(key: String)
    /// A list where a text belongs, and the like.
    case wrongKind(key: String, expected: ValueKind, found: ValueKind)
    /// Several terms where one is allowed.
    case tooManyValues(key: String)
    /// No day of the calendar, or not written `2026-04-01`.
    case badDate(value: String, meant: String?)
    /// Not a whole number from 1.
    case badNumber(key: String, value: String)
    /// A `status` that there is not.
    case badStatus(value: String, meant: String?)
    /// A value that is not one of a few.
    case badChoice(key: String, value: String, allowed: [String], meant: String?)
    /// An old address that no page can have.
    case badAlias(value: String, meant: String?)
    /// A reading that is not kana.
    case badYomi(key: String, value: String)
    /// A control character, or one that turns the direction of the text around it.
    case unsafeCharacter(key: String, scalar: UInt32)

    // MARK: Terms

    /// A case names a term that there is not.
    case unknownTerm(taxonomy: String, key: String, name: String, labels: [String])
    /// A case names a term twice.
    case duplicateTerm(taxonomy: String, key: String, label: String)
    /// Two terms of a taxonomy have a name in common.
    case duplicateTermName(name: String)
    /// Two terms of a taxonomy have the same number.
    case duplicateTermNumber(number: Int)
    /// A term's file that `casebook.yml` does not list.
    case unlistedTerm(slug: String, folder: String)
    /// A listed term without a file.
    case missingTermFile(slug: String, folder: String, slugs: [String])
    /// A term listed twice.
    case repeatedTerm(slug: String)

    // MARK: The glossary

    /// Two words of the glossary have a name in common.
    case duplicateWord(name: String)
    /// A word of the glossary without a meaning.
    case emptyMeaning

    // MARK: Sections

    /// A required section is not there.
    case missingSection(heading: String)
    /// A heading of level two that no section has.
    case unknownSection(heading: String, allowed: [String])
    /// A section written twice.
    case duplicateSection(heading: String)
    /// A section before one that belongs before it.
    case misorderedSection(heading: String, after: String)
    /// Text above the first section.
    case textBeforeSections(first: String)
    /// A section without text.
    case emptySection(heading: String)
    /// A draft's section without text.
    case unwrittenSection(heading: String)
    /// A heading's anchor is that of a section.
    case takenAnchor(anchor: String)

    // MARK: Ids and addresses

    /// Two files whose ids differ in nothing but case or width.
    case duplicateID(id: String)
    /// A file name that cannot be an address.
    case unfitID(name: String, fit: String?)
    /// A file name that is kept for a page of the site or that Windows forbids.
    case reservedID(id: String)
    /// A file name too long for an address.
    case longID(limit: Int)
    /// A term's file name that looks like the next page of another term.
    case pageNumberID(id: String, base: String)
    /// An image's name that cannot be an address.
    case unfitImageName(name: String)
    /// Two cases with the same title.
    case duplicateTitle(title: String)
    /// Two pages at one address.
    case takenAddress(address: String)

    // MARK: Links

    /// A link to a file that is not there.
    case deadLink(destination: String, near: [String])
    /// A link to an anchor that is not there.
    case deadAnchor(anchor: String, near: [String])
    /// An image that is not there.
    case deadImage(destination: String, near: [String])
    /// An image that is none of the format that its name promises; `found` is nil where it is none at all.
    case unfitImage(name: String, named: ImageFormat, found: ImageFormat?)
    /// A link out of the content folder.
    case linkOutsideContent(destination: String)
    /// A link from a page that is published to a case that is not.
    case linkToDraft(id: String)
    /// `related` names a case that is not there.
    case unknownRelatedCase(id: String, near: [String])
    /// `related` names the case itself.
    case relatedToItself
    /// `related` names a case twice.
    case repeatedRelatedCase(id: String)

    // MARK: casebook.yml

    /// A folder, key or id that is not lower-case ASCII.
    case unfitName(key: String, name: String)
    /// Two taxonomies with the same folder or key.
    case duplicateTaxonomy(key: String, name: String)
    /// Two sections with the same id or heading.
    case duplicateSectionDefinition(key: String, name: String)
    /// A taxonomy's key that front matter or the addresses of searches have for something else.
    case reservedKey(name: String)
    /// A taxonomy's folder that the site has for something else.
    case reservedFolder(name: String)
    /// `primary`, `secondary` or `stages` names no taxonomy.
    case unknownTaxonomy(key: String, name: String, folders: [String])
    /// `primary` or `secondary` names a taxonomy that is not required and single-valued.
    case unsuitableTaxonomy(key: String, folder: String)
    /// Two of `primary`, `secondary` and `stages` name the same taxonomy.
    case sameTaxonomy(key: String, other: String)
    /// Not an absolute `https:` or `http:` address, or not one that fits.
    case badAddress(key: String, value: String)
    /// Not a language tag.
    case badLanguage(value: String, meant: String?)
    /// `invitation` or `footer` names no page.
    case unknownPage(key: String, slug: String, slugs: [String])
    /// Both `terms` and `groups`.
    case termsAndGroups
    /// `terms` or `groups` with an order that does not ask for them.
    case uselessTermList(key: String, order: String)
    /// `order: listed` without `terms` or `groups`.
    case missingTermList(folder: String)
    /// A group of words for the search with one word.
    case loneWord(word: String)
}
