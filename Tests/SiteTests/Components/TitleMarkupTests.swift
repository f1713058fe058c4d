import HTML
import Testing

@testable import Site

@Suite("The markup of titles")
struct TitleMarkupTests {
    @Test(
        "A line may end before 「による」 and its forms, never inside",
        arguments: [
            ("受講による連携", #"受講<wbr><span class="phrase">による</span>連携"#),
            ("提供により、来た", #"提供<wbr><span class="phrase">により</span>、来た"#),
            ("助言によって減った", #"助言<wbr><span class="phrase">によって</span>減った"#),
            ("研修による支援による定着", #"研修<wbr><span class="phrase">による</span>支援<wbr><span class="phrase">による</span>定着"#),
            // Nothing to keep together: other words, and a phrase without a word before it.
            ("体によい仕事", "体によい仕事"),
            ("によって変わる", "によって変わる"),
            ("人によ", "人によ"),
            ("", ""),
            ("A & <b>による", #"A &amp; &lt;b&gt;<wbr><span class="phrase">による</span>"#),
        ])
    func phrases(title: String, markup: String) {
        #expect(HTMLFragment(title: title).string == markup)
    }
}
