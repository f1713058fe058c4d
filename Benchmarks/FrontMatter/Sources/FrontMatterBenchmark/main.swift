// Times reading the front matter of cases, with every check and every place, against Yams reading the same lines alone.
//
//     swift run -c release --package-path Benchmarks/FrontMatter
//
// Prints microseconds of processor time a case on one thread, the median of rounds in turn.

import Casebook
import Diagnostics
import Foundation
import Publishing
import Yams

/// How many cases one run reads.
let count = 500

/// The vocabulary and settings of this repository, without its cases.
let vocabulary = try ContentFolder.load("content").files.filter { !$0.path.hasPrefix("content/cases/") }

/// The lines of a case's front matter.
func lines(_ number: Int) -> String {
    """
    title: 朝の打ち合わせの順番を決めておく工夫と、作業の安定：\(number)
    category: 就労情報提供
    organization: 障害者就業・生活支援センター
    actors: [障害のある人（本人）, 管理者・職場担当者, ジョブコーチ]
    disabilities: [精神障害]
    phases: [就職, 就業継続]
    summary: 打ち合わせの順番を紙に書いて示した取組です。
    published: 2024-05-01
    status: published

    """
}

/// The sections that a case must have, as short as can be.
let body = ["必要性・きっかけ", "取組・工夫の概要", "課題軽減・解決・向上の効果"].map { "## \($0)\n\n一\n" }.joined(separator: "\n")

let files =
    vocabulary
    + (0..<count).map { number in
        SourceFile(
            path: "content/cases/c\(String(format: "%03d", number + 1)).md", text: "---\n\(lines(number))---\n\n\(body)")
    }

func read(_ files: [SourceFile]) -> Int {
    CasebookReader.read(files: files, images: [], root: "content", includingDrafts: false, jobs: 1).diagnostics.count
}

/// The processor time that this program has used, in microseconds; other programs do not add to it.
func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
}

let texts = (0..<count).map(lines)
var times: [[Double]] = [[], []]
var total = 0
for _ in 0..<31 {
    let start = processorTime()
    total += read(files)
    let middle = processorTime()
    for text in texts { total += try Yams.load(yaml: text) == nil ? 1 : 0 }
    times[0].append((middle - start) / Double(count))
    times[1].append((processorTime() - middle) / Double(count))
}
let medians = times.map { $0.sorted()[$0.count / 2] }
func rounded(_ number: Double) -> String { String((number * 10).rounded() / 10) }

print("a case of nine keys; \(total / 31) problems told")
print("knowhow, read and checked, with three short sections  \(rounded(medians[0])) µs")
print("Yams alone                                            \(rounded(medians[1])) µs")
