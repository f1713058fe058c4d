import Templates
import TestSupport
import Testing

@testable import Site

@Suite struct RelatedReasonsTests {
    @Test func everySetOfTaxonomiesHasItsText() throws {
        let labels = (0..<8).map { "分類\($0)" }
        let reasons = RelatedReasons(labels: labels, words: SiteWords(try .ofTemplates("ja")))
        for set in 0..<256 {
            let taxonomies = labels.indices.filter { set >> $0 & 1 == 1 }
            let shared = taxonomies.map { "同じ分類\($0)" }.joined(separator: "、")
            let expected = taxonomies.isEmpty ? "編集者が選んだ事例" : shared
            #expect(reasons.text(taxonomies) == expected)
        }
    }

    @Test func inEnglishTheyAreListed() throws {
        let reasons = RelatedReasons(labels: ["Challenge", "Kind of site"], words: SiteWords(try .ofTemplates("en")))
        #expect(reasons.text([0, 1]) == "In common: Challenge, Kind of site")
        #expect(reasons.text([1]) == "In common: Kind of site")
        #expect(reasons.text([]) == "Chosen by the editors")
    }
}
