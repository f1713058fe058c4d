import CasebookModel
import Testing

@Suite struct DecimalNumberTests {
    @Test(arguments: [
        ("0", "0"), ("999", "999"), ("1000", "1,000"), ("-1234567.50", "-1,234,567.50"), ("0.1234", "0.1234"), ("-0.5", "-0.5"),
        ("123456789012345", "123,456,789,012,345"),
    ])
    func numbers(text: String, grouped: String) {
        #expect(DecimalNumber(text)?.text == text && DecimalNumber(text)?.grouped == grouped)
    }

    @Test(arguments: [
        "", "-", ".", "1.", ".5", "+1", "01", "1,000", "１", "1e3", "--1", "1.2.3", " 1", "1234567890123456", "NaN",
    ])
    func noNumbers(text: String) {
        #expect(DecimalNumber(text) == nil)
    }
}
