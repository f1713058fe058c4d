import Foundation
import Synchronization

/// Who has which case open, as far as is known: what each person did in the last minutes. It is in memory only.
package final class People: Sendable {
    /// How long after somebody last did something a case counts as open, in seconds.
    package static let span: TimeInterval = 300
    /// How many open cases are known at most.
    private static let most = 1_000

    private struct Entry {
        let person: String
        let name: String
        var date: Date
    }

    private let entries = Mutex<[Entry]>([])

    package init() {}

    /// Notes that a person does something with a case.
    package func note(_ person: String, in name: String, at date: Date) {
        entries.withLock { entries in
            entries.removeAll { Self.isOver($0, date) || $0.person == person && $0.name == name }
            entries.append(Entry(person: person, name: name, date: date))
            if entries.count > Self.most { entries.removeFirst() }
        }
    }

    /// The people who have a case open, besides one.
    package func others(in name: String, than person: String, at date: Date) -> [String] {
        (open(at: date)[name] ?? []).filter { $0 != person }
    }

    /// The names of the people who have each case open, sorted.
    package func open(at date: Date) -> [String: [String]] {
        let entries = entries.withLock { $0 }.filter { !Self.isOver($0, date) }
        return Dictionary(grouping: entries, by: \.name).mapValues { $0.map(\.person).sorted() }
    }

    private static func isOver(_ entry: Entry, _ date: Date) -> Bool { date.timeIntervalSince(entry.date) > span }
}

extension Desk {
    /// A person at work, as a proxy names them.
    struct Visit: Sendable {
        let person: String
        /// The case that is open; nil on other pages.
        let name: String?
    }

    /// The desk as a person sees it, who is noted as working on the case that a request is about.
    ///
    /// - Parameters:
    ///   - person: The name; nil if nobody is named.
    ///   - path: The path below `/desk/`.
    ///   - form: The form that was sent.
    func used(by person: String?, at path: String, _ form: FormFields? = nil) -> Desk {
        guard let person else { return self }
        let asked = path == "check" ? form?["file"] : path.hasPrefix("cases/") ? path + ".md" : nil
        let location = asked.flatMap { $0.hasPrefix("cases/") && (site.state.content?.has($0) ?? false) ? $0 : nil }
        let name = location.map(DeskPath.name)
        if let name { people.note(person, in: name, at: clock.now()) }
        var desk = self
        desk.visit = Visit(person: person, name: name)
        return desk
    }

    /// Says who else has the same case open; nil if nobody does.
    var othersHere: String? {
        guard let visit, let name = visit.name else { return nil }
        let others = people.others(in: name, than: visit.person, at: clock.now())
        return others.isEmpty ? nil : templates.words[.peopleAlsoHere, listed(others)]
    }

    /// For each case that somebody has open, who that is. Only for people whom the proxy names.
    var openCases: [String: String] {
        visit == nil ? [:] : people.open(at: clock.now()).mapValues { templates.words[.peopleOpen, listed($0)] }
    }

    /// Names as a text: at most three of them.
    private func listed(_ names: [String]) -> String {
        let words = templates.words
        let shown = names.prefix(3).map { words[.peopleName, $0] }.joined(separator: words[.peopleAnd])
        return names.count > 3 ? words[.peopleMore, shown, String(names.count - 3)] : shown
    }
}
