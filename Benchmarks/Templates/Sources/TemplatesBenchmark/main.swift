// Times rendering one page against swift-mustache 2.1.1, with the same template and the same data.
//
//     swift run -c release --package-path Benchmarks/Templates
//
// Prints the median microseconds a page and how many times as fast, after seeing that both give the same bytes.

import Diagnostics
import HTML
import Mustache
import Templates

let (library, problems) = TemplateLibrary.compile(
    layouts: [("page", SourceText(path: "page.mustache", utf8: Array(Page.template.utf8)))], partials: [])
guard (problems + library.check(layout: "page", offers: PageContext.shape.shape)).isEmpty else {
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

/// The median microseconds of one run, over rounds of several runs each.
func median(runs: Int, _ body: () throws -> Int) rethrows -> Double {
    var times: [Double] = []
    var total = 0
    for _ in 0..<51 {
        let clock = ContinuousClock()
        let time = try clock.measure { for _ in 0..<runs { total &+= try body() } }
        let (seconds, attoseconds) = time.components
        times.append((Double(seconds) * 1e6 + Double(attoseconds) / 1e12) / Double(runs))
    }
    precondition(total != 0)
    return times.sorted()[times.count / 2]
}

func rounded(_ number: Double) -> String { String((number * 10).rounded() / 10) }

let ours = try median(runs: 200) { try page(object).bytes.count }
let withContext = try median(runs: 200) { try page(context.object).bytes.count }
let theirs = median(runs: 5) { other.render(dictionary).utf8.count }

print("a page of \(try page(object).bytes.count) bytes: 60 variables, 3 lists of 20 items with 4 variables each")
print("knowhow, values at hand          \(rounded(ours)) µs")
print("knowhow, values taken each time  \(rounded(withContext)) µs")
print("swift-mustache 2.1.1             \(rounded(theirs)) µs")
print("times as fast                    \(rounded(theirs / ours)) and \(rounded(theirs / withContext))")
