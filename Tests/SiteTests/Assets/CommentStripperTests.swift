import Site
import Testing

@Suite struct CommentStripperTests {
    private static func script(_ text: String) -> String? {
        CommentStripper.stripped(Array(text.utf8), .script).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func styleSheet(_ text: String) -> String? {
        CommentStripper.stripped(Array(text.utf8), .styleSheet).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: [
        ("// one\n  a();\n\n\tb( 1,  2 ); \r\n", "a();b(1,2);\n"),
        ("a\n  /* b\n  // c */  \n  /** d */\ne", "a\ne\n"),
        ("/*! kept\n   too */\n/* not */\na", "/*! kept\n   too */\na\n"),
        // A comment behind code stays.
        ("a();  // two", "a();  // two\n"),
        // Blanks next to signs, but not in strings.
        ("const a = b ? [c, d] : { e : ' = f ' };", "const a=b?[c,d]:{e:' = f '};\n"),
        ("return a + b - -c && ! d instanceof e", "return a+b- -c&&!d instanceof e\n"),
        ("x = a++ + ++b - - c; return -1", "x=a++ + ++b- -c;return-1\n"),
        ("x = a ? .5 : b < !--c; d-- > e", "x=a? .5:b< !--c;d-- >e\n"),
        ("x = \"a = \\\" = b\" ;", "x=\"a = \\\" = b\";\n"),
        ("for (const [a] of [b]) c  = `d = e`", "for(const[a]of[b])c=`d = e`\n"),
        ("if (a) x = / [/] = c / ;", "if(a)x=/ [/] = c /;\n"),
        ("x = [ `a = ${b}`, `c  ${{ d }}` ]", "x=[`a = ${b}`,`c  ${{ d }}`]\n"),
        ("x = `a ${ {} + `b  = c` }`", "x = `a ${ {} + `b  = c` }`\n"),
        ("x = a / b; y = c / d", "x = a / b; y = c / d\n"),
        // Strings and text that looks like a comment in them.
        ("x = '// no'  + \"\\\" // no\";", "x='// no'+\"\\\" // no\";\n"),
        // Template literals that end on their line.
        ("  x = `// a  `;\n  // b", "x=`// a  `;\n"),
        // Line ends after signs that end a statement or leave it open, and before braces.
        ("if (a) {\n  b();\n  c()\n}\nelse d(\n  e\n)", "if(a){b();c()}\nelse d(e\n)\n"),
        ("a = b\n{ c }\nd; // e;\nf = /g/;\nh\n}", "a=b\n{c}\nd; // e;\nf=/g/;h}\n"),
        ("x = `a ${ b ? `c  ${d}` : { e: '`' }.e }  // f`;\n// g", "x = `a ${ b ? `c  ${d}` : { e: '`' }.e }  // f`;\n"),
        ("x = `\\`  \\${`;\n  // a", "x = `\\`  \\${`;\n"),
        ("x = a; // it's a `name`\n  // b", "x = a; // it's a `name`\n"),
        // Regular expressions on a line with a template literal.
        ("x = /[/'`]\\/`/u.test(`a`)\n  // b", "x=/[/'`]\\/`/u.test(`a`)\n"),
        // Regular expressions and divisions elsewhere need not be told apart.
        ("if (a) /'/.test(b)\n  // c", "if (a) /'/.test(b)\n"),
        ("x = (a) / b / c\n  // d", "x = (a) / b / c\n"),
        ("\u{FEFF}// kept\n  // not", "\u{FEFF}// kept\n"),
        ("「言葉」\n  // 注\n", "「言葉」\n"),
        ("", ""),
    ])
    func scriptsLoseWholeLineComments(source: String, stripped: String) {
        #expect(Self.script(source) == stripped)
    }

    /// Scripts whose lines cannot be told apart without parsing them, or that are broken.
    @Test(arguments: [
        // Template literals over several lines, plain and in disguise.
        "x = `\n  // a\n`", "x = `a ${\n  // b\n  c}`", "x = `${ `a` // }`\n  // b\n}`", "x = `a ${ { b: `\n  // c\n` } }`",
        "x = '`' + `\n  // a\n`", "x = /`/.exec(`\n  // a\n`)", "x = /[`/]/.test(b) + `\n  // a\n`",
        "return /`/.exec(`\n  // a\n`)", "x = (a) / b(/`/, `\n  // c\n`, `d`)", "x = a / b // `\n", "x = a++ / 2 + `b`",
        "\u{3000}/`/.exec(`\n  // a\n`)",
        // Block comments that start or end next to code.
        "a /* b\n  // c */ d()", "/* a */ b()", "/* a\n */ b()", "x = '/*'\n  // a", "a(); // /*\n  // b", "/* open",
        "a\n  /*/",
        // Strings over several lines.
        "x = 'a\\\n  // b';", "x = 'a\\\r\n  // b';",
        // Line ends and comments that only some scripts have.
        "a // b\u{2028} c()", "a\u{2029}b", "<!-- it's", "a\n--> it's",
    ])
    func doubtfulScriptsStayAsTheyAre(source: String) {
        #expect(Self.script(source) == nil)
    }

    @Test(arguments: [
        ("/* a */\na {\n  color:  red; \n}\n\n", "a {color:  red;}\n"),
        ("a { }\n  /* b\n     c */\n\t.d { }\r\n", "a { }.d { }\n"),
        ("/*! kept */\na { }", "/*! kept */\na { }\n"),
        // Two slashes are no comment.
        ("a { }\n  // b { }\n", "a { }// b { }\n"),
        ("a { background: url( //a.test/b.png ); }\n  /* b */\n", "a { background: url( //a.test/b.png ); }\n"),
        ("a { background: URL(\"a)\"); }\n  /* b */", "a { background: URL(\"a)\"); }\n"),
        ("a { width: calc( 1px\n    + 2px ); }", "a { width: calc( 1px\n+ 2px ); }\n"),
        ("a,\nb:hover\n{\n  margin: 0;\n}", "a,b:hover\n{margin: 0;}\n"),
        // A string that is not closed ends with its line.
        ("a {\n  content: \"b;\n  color: red;\n}", "a {content: \"b;\ncolor: red;}\n"),
        ("a {\n  content: '{\n}\n", "a {content: '{\n}\n"),
        (".a\\26 b.long-name  { }", ".a\\26 b.long-name  { }\n"),
    ])
    func styleSheetsLoseWholeLineComments(source: String, stripped: String) {
        #expect(Self.styleSheet(source) == stripped)
    }

    @Test(arguments: [
        "/* open", "a { color: red; /* b */ }", ".a/* b */.c { }", "a { content: \"/*\" } /*/\n/* b */", "/* a */ b { }",
        // Strings and addresses over several lines.
        "a { content: \"b\\\n  /* c */\" }", "a { background: url(\n  /* b */\n) }", "a { background: uRL( b\n  /* c */\n) }",
        "a { background: u\\72l(\n  /* b */\n) }", "a { background: \\75\nrl(\n  /* b */\n) }",
        "a { background: url(a\\)\n  /* b */\n) }",
        "a { background: url(a) url(\n  /* b */\n) }",
        // The blank after the number of an escape belongs to it, and the next one combines selectors.
        ".a\\26\n  .b { }", ".a\\26 \n  .b { }", ".a\\000026\r\n  .b { }", ".a\\ \n  .b { }",
        // Without the comment, the rule would be the first in the file and count.
        "/* a */\n@charset \"shift_jis\";",
    ])
    func doubtfulStyleSheetsStayAsTheyAre(source: String) {
        #expect(Self.styleSheet(source) == nil)
    }

    @Test func strippingTwiceChangesNothing() {
        let script = "function a() {\n  // b\n  return `  ${ /'/ }  `;\n}\n"
        #expect(Self.script(script).flatMap(Self.script) == Self.script(script))
        let styleSheet = "a {\n  color: red;\n  content: \"b\";\n}\nc { }\n"
        #expect(Self.styleSheet(styleSheet).flatMap(Self.styleSheet) == Self.styleSheet(styleSheet))
    }
}
