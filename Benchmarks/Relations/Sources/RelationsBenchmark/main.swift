// Times what follows from the terms of cases: the index of all, related cases, and the terms that meet a term.
//
//     swift run -c release --package-path Benchmarks/Relations
//
// Prints microseconds of processor time a case at 1,000, 10,000 and 100,000 cases, the median of rounds. What grows with the cases
// and not with their square stays about the same.

import Casebook
import Diagnostics
import Foundation
import Publishing

/// The content of this repository.
let content = try ContentFolder.load("content").files
/// Its vocabulary and settings, without its cases.
let vocabulary = content.filter { !$0.path.hasPrefix("content/cases/") }

/// A casebook of made cases; terms are drawn by a fixed rule, some often and most seldom.
func casebook(_ count: Int) -> Casebook? {
    let reading = CasebookReader.read(files: content, images: [], root: "content", includingDrafts: false, jobs: 2)
    guard let taxonomies = reading.casebook?.taxonomies else { return nil }
    var state: UInt64 = 1
    func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
    let cases = (0..<count).map { number in
        let entries = taxonomies.map { taxonomy in
            let wanted = taxonomy.isRequired ? 1 + (taxonomy.isMultiple ? below(4) : 0) : below(2)
            let terms = Set((0..<wanted).map { _ in min(below(taxonomy.terms.count), below(taxonomy.terms.count)) }).sorted()
            let labels = terms.map { taxonomy.terms[$0].label }.joined(separator: ", ")
            return terms.isEmpty ? "" : "\(taxonomy.key): \(taxonomy.isMultiple ? "[\(labels)]" : labels)\n"
        }
        let body = ["必要性・きっかけ", "取組・工夫の概要", "課題軽減・解決・向上の効果"].map { "## \($0)\n\n一\n" }.joined(separator: "\n")
        return SourceFile(
            path: "content/cases/c\(String(format: "%03d", number + 1)).md",
            text: "---\ntitle: 題名\(number)\n\(entries.joined())---\n\n\(body)")
    }
    return CasebookReader.read(files: vocabulary + cases, images: [], root: "content", includingDrafts: false, jobs: 2).casebook
}

/// The processor time that this program has used, in microseconds; other programs do not add to it.
func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
}

/// The median microseconds a case of rounds of a body.
func median(_ count: Int, rounds: Int = 5, _ body: () -> Int) -> String {
    var times: [Double] = []
    var total = 0
    for _ in 0..<rounds {
        let start = processorTime()
        total &+= body()
        times.append((processorTime() - start) / Double(count))
    }
    precondition(total != 0)
    return String(format: "%.2f", times.sorted()[rounds / 2])
}

for count in [1_000, 10_000, 100_000] {
    guard let casebook = casebook(count) else { fatalError("the made cases are not sound") }
    let relations = Relations(casebook)
    let index = median(count) { Relations(casebook).listed.count }
    let related = median(count) { (0..<count).reduce(0) { $0 + relations.related(to: $1, limit: 5).count } }
    let meets = median(count) {
        var found = 0
        for (taxonomy, definition) in casebook.taxonomies.enumerated() {
            for term in definition.terms.indices {
                found += relations.termsMeeting(TermID(taxonomy: taxonomy, term: term), limit: 5).count
            }
        }
        return found
    }
    print("\(count) cases: index \(index) µs, related cases \(related) µs, terms that meet \(meets) µs a case")
}
