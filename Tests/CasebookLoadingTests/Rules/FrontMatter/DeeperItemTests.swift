import CasebookModel
import TestSupport
import Testing

@Suite struct DeeperItemTests {
    private func problems(_ items: String) -> [ReportedProblem] {
        SmallCasebook().replacing("actors: [本人, 家族]", with: "actors:\n\(items)", in: "cases/c001.md").problems()
    }

    @Test func furtherRightThanTheFirst() {
        #expect(
            problems("- 本人\n  - 家族") == [
                ReportedProblem(
                    "deeper-item", "cases/c001.md:7:1",
                    ja: "この行の「-」が、上の行の「-」より右にあります。上の行とそろえてください",
                    en: "This “-” is further right than the one above: start all items of the list at the same column",
                    fix: "7:1-7:3 → ")
            ])
    }

    @Test func theIndentationOfTheFirstItemIsTheRightOne() {
        #expect(problems("  - 本人\n      - 家族").map(\.fix) == ["7:1-7:7 →   "])
    }

    @Test(arguments: ["- 本人\n- 家族", "  - 本人\n\n  - 家族", "- 本人\n# 注記\n- 家族"])
    func alignedItems(items: String) {
        #expect(problems(items) == [])
    }
}
