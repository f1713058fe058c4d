import Testing

@testable import Site

@Suite struct RelatedReasonsTests {
    @Test func everySetOfTaxonomiesHasItsText() {
        let labels = (0..<8).map { "分類\($0)" }
        let reasons = RelatedReasons(labels: labels)
        for set in 0..<256 {
            let taxonomies = labels.indices.filter { set >> $0 & 1 == 1 }
            let expected = taxonomies.map { "同じ分類\($0)" }.joined(separator: "、")
            #expect(reasons.text(taxonomies) == expected)
        }
    }
}
