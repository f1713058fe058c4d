import Markdown
import Testing

@Suite struct ImageTests {
    @Test func imagesLoadLazilyAndStateTheirSize() {
        let options = RenderOptions(address: { "../images/" + $0 }, imageSize: { $0 == "a.png" ? (640, 480) : nil })
        #expect(
            html("![絵の*説明*](a.png \"題\")", options: options)
                == "<p><img src=\"../images/a.png\" alt=\"絵の説明\" title=\"題\" width=\"640\" height=\"480\" loading=\"lazy\" decoding=\"async\"></p>\n"
        )
        #expect(
            html("![x](b.png)", options: options)
                == "<p><img src=\"../images/b.png\" alt=\"x\" loading=\"lazy\" decoding=\"async\"></p>\n")
    }

    @Test(arguments: [
        ("![](a.png)", ["1:1-1:11 image-without-alt"]), ("あ![ ](a.png)", ["1:2-1:13 image-without-alt"]),
        ("![絵](https://h.example/a.png)", ["1:6-1:29 image-from-other-host"]),
        ("![絵](mailto:a@b.example)", ["1:6-1:24 image-from-other-host"]),
        ("![絵](//h.example/a.png)", ["1:6-1:23 unsafe-address"]), ("![![い](b.png)](a.png)", []), ("![`い`](a.png)", []),
    ])
    func problemsOfImages(_ text: String, _ expected: [String]) {
        #expect(problems(text) == expected)
    }

    @Test(arguments: [
        "![絵](https://h.example/a.png)", "![絵](//h.example/a.png)", "![絵](data:image/png;base64,x)",
        "![絵][r]\n\n[r]: http://h.example",
    ])
    func imagesFromOtherHostsAreNeverLoaded(_ text: String) {
        #expect(html(text) == "<p>絵</p>\n")
    }

    @Test func anImageWithoutAddressShowsItsText() {
        #expect(html("![絵 <b>と</b> \"字\"](a.png)", options: RenderOptions()) == "<p>絵 と &quot;字&quot;</p>\n")
        #expect(
            html("[![絵](a.png)](b.md)")
                == "<p><a href=\"b.md\"><img src=\"a.png\" alt=\"絵\" loading=\"lazy\" decoding=\"async\"></a></p>\n")
        #expect(html("![外 ![内](b.png) [環](c.md)](a.png)").contains("alt=\"外 内 環\""))
    }
}
