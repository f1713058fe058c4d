import Testing

@testable import Site

struct NumberTests {
    @Test(arguments: [
        (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (1_009, "1,009"), (12_345, "12,345"), (1_000_000, "1,000,000"),
        (20_030_004, "20,030,004"),
    ])
    func digitsStandInGroups(number: Int, text: String) {
        #expect(number.said == text)
    }
}
