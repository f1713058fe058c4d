import CasebookModel
import Templates

/// Whom readers can ask, for templates. The link that writes a mail is part of a page's frame, because it names the page's case.
struct ContactView: TemplateContext {
    let contact: Settings.Contact

    static let fields = ContextFields<ContactView>([
        .text("name") { $0.contact.name },
        .optionalText("department") { $0.contact.department },
        .optionalText("mail") { $0.contact.mail?.address },
        .optionalText("telephone") { $0.contact.telephone?.text },
        .optionalText("telephone_link") { $0.contact.telephone?.link },
        .optionalText("form") { $0.contact.form },
        .optionalText("hours") { $0.contact.hours },
    ])
}
