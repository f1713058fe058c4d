import Testing

@testable import Site

struct TrimmerTests {
    private static func script(_ text: String) -> String? {
        ScriptTrimmer.trimmed(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func style(_ text: String) -> String? {
        StyleTrimmer.trimmed(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: [
        ("// one\n  a();  // two\n\n\tb( 1,  2 );\r\n", "a();\nb( 1, 2 );\n"),
        ("a /* b */ + /* c\n d */ e", "a +\ne\n"),
        ("/*! kept */\n/* not */ a", "/*! kept */\na\n"),
        // Strings and what looks like a comment in them.
        ("x = '// no'  + \"/* no */\";", "x = '// no' + \"/* no */\";\n"),
        ("x = 'it\\'s // no';", "x = 'it\\'s // no';\n"),
        ("x = 'a\\\n    b';", "x = 'a\\\n    b';\n"),
        // Template literals keep their blanks; their expressions are code.
        ("x = `  // a\n    b\n`;  // c", "x = `  // a\n    b\n`;\n"),
        ("x = `a ${ b ? `c  ${d}` : { e: 1 }.e }  // f`;", "x = `a ${ b ? `c  ${d}` : { e: 1 }.e }  // f`;\n"),
        ("x = `\\`  \\${`; // a", "x = `\\`  \\${`;\n"),
        // Regular expressions and divisions.
        ("x = /[/'\"]  \\/\\/ '/u.test(y);  // a", "x = /[/'\"]  \\/\\/ '/u.test(y);\n"),
        ("return /'/;", "return /'/;\n"),
        ("x = a / b / c; // '", "x = a / b / c;\n"),
        ("x = a[1] / 2; // '", "x = a[1] / 2;\n"),
        ("x = (a + b) / 2;", "x = (a + b) / 2;\n"),
        ("x = y.of / 2 / 3; // '", "x = y.of / 2 / 3;\n"),
        ("x = y.break / 2 / 3; // '", "x = y.break / 2 / 3;\n"),
        ("x = this.#in / 2 / 3; // '", "x = this.#in / 2 / 3;\n"),
        ("f(/,/, /;  ;/)", "f(/,/, /;  ;/)\n"),
        ("「言葉」  // 注\n", "「言葉」\n"),
        ("", ""),
    ])
    func scripts(source: String, trimmed: String) {
        #expect(Self.script(source) == trimmed)
    }

    /// Only a parser could tell what these mean, or they are broken.
    @Test(arguments: [
        "if (a) /'/.test(b) // '", "x = (a) / b / c", "} /'/", "i++ / 2 / 3", "'open\n", "`open", "`${", "/* open",
        "x = /open\n", "}",
        "a // b\u{2028} c()", "a\u{2029}b", "a /* b\u{2028} */ c()",
        "x = of / 2 / 3", "break\n/'/.test(a) // '", "x =\u{3000}/'/", "\u{3000}return /'/",
        "<!-- it's", "a\n--> it's", "x = 'a\\\\\n // '",
    ])
    func doubtfulScripts(source: String) {
        #expect(Self.script(source) == nil)
    }

    @Test(arguments: [
        ("/* a */\na {\n  color: red;  /* b */\n}\n\n", "a {\ncolor: red;\n}\n"),
        (".a/* b */.c/* d */ .e /* f */.g/* h */\n{ }", ".a/**/.c/**/ .e .g/**/\n{ }\n"),
        ("a { content: \"/* no */  \\\"\"; }", "a { content: \"/* no */  \\\"\"; }\n"),
        ("a { background: url( /*no*/ ); } /* b */", "a { background: url( /*no*/ ); }\n"),
        ("a { background: url(\"a)\"); } /* b */", "a { background: url(\"a)\"); }\n"),
        ("/*! kept */ a { }", "/*! kept */ a { }\n"),
        (".a\\\"b  { }", ".a\\\"b { }\n"),
        // The first blank behind a number belongs to it.
        (".a\\26  .b", ".a\\26  .b\n"), (".a\\26\r\n  .b", ".a\\26\r\n .b\n"), (".\\0000261  .b\\26", ".\\0000261 .b\\26\n"),
        ("a { width: calc( 1px\n    + 2px ); }", "a { width: calc( 1px\n+ 2px ); }\n"),
    ])
    func styles(source: String, trimmed: String) {
        #expect(Self.style(source) == trimmed)
    }

    @Test(arguments: ["/* open", "a { content: \"open\n }", "a { background: url(open"])
    func brokenStyles(source: String) {
        #expect(Self.style(source) == nil)
    }

    @Test func trimmingTwiceChangesNothing() {
        let script = "function a() {\n  // b\n  return `  ${ /'/ }  `;\n}\n"
        #expect(Self.script(script).flatMap(Self.script) == Self.script(script))
    }
}
