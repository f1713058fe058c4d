import Basics
import CasebookModel
import Diagnostics

// What the home page says about the whole collection.
extension StructuredData {
    func webSite(into json: inout JSONWriter) {
        json.object { json in
            about("WebSite", id: "website", into: &json)
            json.key("publisher")
            json.object { json in
                publisherMembers(into: &json)
                if let contact = casebook.settings.contact { contactPoint(contact, into: &json) }
            }
        }
    }

    func dataset(into json: inout JSONWriter) {
        json.object { json in
            about("Dataset", id: "dataset", into: &json)
            member("creator", publisher, into: &json)
            member("publisher", publisher, into: &json)
            member("isBasedOn", source, into: &json)
            if let license = casebook.settings.license { json.member("license", license.url ?? license.name) }
            json.key("distribution")
            json.array { json in
                for file in DataFile.allCases where file != .schema {
                    json.object { json in
                        json.member("@type", "DataDownload")
                        json.member("name", file.rawValue)
                        json.member("encodingFormat", String(file.mediaType.prefix { $0 != ";" }))
                        json.member("contentUrl", file.link.address(at: baseURL))
                    }
                }
            }
        }
    }

    /// Returns an identifier of this site for something that is not a page.
    func id(_ name: String) -> String {
        Permalink.home.at(name).address(at: baseURL)
    }

    func member(_ name: StaticString, _ value: (inout JSONWriter) -> Void, into json: inout JSONWriter) {
        json.key(name)
        value(&json)
    }

    func publisher(into json: inout JSONWriter) {
        json.object { publisherMembers(into: &$0) }
    }

    private func publisherMembers(into json: inout JSONWriter) {
        let publisher = casebook.settings.publisher
        json.member("@type", "Organization")
        json.member("@id", id("publisher"))
        json.member("name", publisher.name)
        if let url = publisher.url { json.member("url", url) }
    }

    /// Writes whom readers can ask.
    private func contactPoint(_ contact: Settings.Contact, into json: inout JSONWriter) {
        json.key("contactPoint")
        json.object { json in
            json.member("@type", "ContactPoint")
            json.member("name", contact.department.map { "\(contact.name)　\($0)" } ?? contact.name)
            if let mail = contact.mail { json.member("email", mail.address) }
            if let telephone = contact.telephone { json.member("telephone", telephone.text) }
            if let form = contact.form { json.member("url", form) }
        }
    }

    /// Writes the document from which the cases are taken.
    func source(into json: inout JSONWriter) {
        let source = casebook.settings.source
        json.object { json in
            json.member("@type", "CreativeWork")
            json.member("name", source.title)
            if let url = source.url { json.member("url", url) }
        }
    }

    private func about(_ type: String, id name: String, into json: inout JSONWriter) {
        let settings = casebook.settings
        json.member("@type", type)
        json.member("@id", id(name))
        json.member("url", Permalink.home.address(at: baseURL))
        json.member("name", settings.title)
        json.member("description", settings.description)
        json.member("inLanguage", settings.language)
    }
}
