import Site
import Testing

/// A text's first sentence, in Japanese and in English.
@Suite struct FirstSentenceTests {
    @Test(arguments: [
        ("一つ目です。二つ目です。", "一つ目です。"),
        ("句点のない文", "句点のない文。"),
        ("1.5倍に増えました。そして。", "1.5倍に増えました。"),
        ("Excel。", "Excel。"),
        ("Water for the beds. From tanks to rotas.", "Water for the beds."),
        ("Who picks what? Nobody knows.", "Who picks what?"),
        ("No mark at the end", "No mark at the end"),
        ("One line\nand another.", "One line"),
        ("“Stop!” said the sign. It helped.", "“Stop!” said the sign."),
        ("He said “stop.” It helped.", "He said “stop.”"),
        ("(See below.) Then go.", "(See below.)"),
        // No end of a sentence.
        ("Straw, e.g. from barley, or leaves. More.", "Straw, e.g. from barley, or leaves."),
        ("Straw (e.g. Barley straw) helps. More.", "Straw (e.g. Barley straw) helps."),
        ("About 3.5 cubic metres. More.", "About 3.5 cubic metres."),
        ("Dr. Green and J. K. Smith dug. More.", "Dr. Green and J. K. Smith dug."),
        ("Bed no. 4 is dry. More.", "Bed no. 4 is dry."),
        ("See example.org for more. Or ask.", "See example.org for more."),
        ("Beans, peas etc. grow well. More.", "Beans, peas etc. grow well."),
        ("Open until 5 p.m. Then the gate is shut.", "Open until 5 p.m."),
        ("", ""),
    ])
    func firstSentence(text: String, expected: String) {
        #expect(text.firstSentence == expected)
    }
}
