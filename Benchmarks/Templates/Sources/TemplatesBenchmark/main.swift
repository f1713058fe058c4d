// Times rendering one page against swift-mustache 2.1.1, with the same template and the same data.
//
//     swift run -c release --package-path Benchmarks/Templates
//
// Prints the median microseconds of processor time a page and how many times as fast, after seeing that both give the same bytes.

import Diagnostics
import Foundation
import HTML
import Mustache
import Templates

let (library, problems) = TemplateLibrary.compile(
    layouts: [("page", SourceText(path: "page.mustache", utf8: Array(Page.template.utf8)))], partials: [])
guard (problems + library.check(layout: "page", offers: PageContext.shape)).isEmpty else {
    fatalError("the page's template is not sound")
}
let context = PageContext()
let object = context.object
let other = try MustacheTemplate(string: Page.template)
let dictionary = Page.dictionary

func page(_ object: Object) throws -> HTMLBuffer {
    var buffer = HTMLBuffer(reservingCapacity: 32 * 1024)
    try library.render(layout: "page", context: object, into: &buffer)
    return buffer
}

guard try String(decoding: page(object).bytes, as: UTF8.self) == other.render(dictionary) else {
    fatalError("the two pages differ")
}

/// The processor time that this program has used, in microseconds; other programs do not add to it.
func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
}

/// The median microseconds of one run of each body. Rounds of several runs take turns, so that all meet the same weather.
func medians(_ bodies: [(runs: Int, body: () throws -> Int)]) throws -> [Double] {
    var times = bodies.map { _ in [Double]() }
    var total = 0
    for _ in 0..<101 {
        for (index, (runs, body)) in bodies.enumerated() {
            let start = processorTime()
            for _ in 0..<runs { total &+= try body() }
            times[index].append((processorTime() - start) / Double(runs))
        }
    }
    precondition(total != 0)
    return times.map { $0.sorted()[$0.count / 2] }
}

func rounded(_ number: Double) -> String { String((number * 10).rounded() / 10) }

let times = try medians([
    (200, { try page(object).bytes.count }),
    (200, { try page(context.object).bytes.count }),
    (5, { other.render(dictionary).utf8.count }),
])
let (ours, withContext, theirs) = (times[0], times[1], times[2])

print("a page of \(try page(object).bytes.count) bytes: 60 variables, 3 lists of 20 items with 4 variables each")
print("knowhow, values at hand          \(rounded(ours)) µs")
print("knowhow, values taken each time  \(rounded(withContext)) µs")
print("swift-mustache 2.1.1             \(rounded(theirs)) µs")
print("times as fast                    \(rounded(theirs / ours)) and \(rounded(theirs / withContext))")
