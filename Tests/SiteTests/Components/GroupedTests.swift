import Site
import Testing

struct GroupedTests {
    @Test(arguments: [
        (0, "0"), (999, "999"), (1_000, "1,000"), (2_005, "2,005"), (12_345, "12,345"), (1_000_000, "1,000,000"), (-5, "-5"),
    ])
    func digitsAreInGroupsOfThree(number: Int, text: String) {
        #expect(number.grouped == text)
    }
}
