import Basics
import Site
import Testing

@Suite struct PermalinkTests {
    @Test func addressesAreFlatAndExplicit() {
        #expect(Permalink.home.path == "index.html")
        #expect(Permalink.search.path == "search.html")
        #expect(Permalink.caseFile("c001").path == "cases/c001.html")
        #expect(Permalink.cases(page: 2).path == "cases/index-2.html")
        #expect(Permalink.term(folder: "actors", slug: "person").path == "actors/person.html")
        #expect(Permalink.term(folder: "actors", slug: "person", page: 3).path == "actors/person-3.html")
        #expect(Permalink.infoPage("about").path == "about.html")
    }

    @Test func rootsLeadFromAPageToTheSite() {
        #expect(Permalink.home.root == "")
        #expect(Permalink.caseFile("c001").root == "../")
        #expect(Permalink.alias("old/deep/x.html").root == "../../")
    }

    @Test func anchorsFollowThePath() {
        #expect(Permalink.caseFile("c001").at("approach").reference == "cases/c001.html#approach")
        #expect(Permalink.caseFile("c001").at(nil).reference == "cases/c001.html")
    }

    @Test func searchWordsAreEncoded() {
        #expect(Permalink.search(for: "A-z0_9.~").reference == "search.html?q=A-z0_9.~")
        #expect(Permalink.search(for: "見学").reference == "search.html?q=%E8%A6%8B%E5%AD%A6")
        #expect(Permalink.search(for: "a b&c=d#e\"+/\n").reference == "search.html?q=a%20b%26c%3Dd%23e%22%2B%2F%0A")
        #expect(Permalink.search(for: "../").root == "")
        #expect(Permalink.search(for: "a").at("b").reference == "search.html?q=a#b")
    }

    @Test func assetsCarryAFingerprint() {
        let hash = ContentHash(Array("a".utf8))
        #expect(Permalink.asset("style.css", hash: hash).path == "assets/style-d24ec4f1a9.css")
        #expect(Permalink.asset("icons/mark.svg", hash: hash).path == "assets/icons/mark-d24ec4f1a9.svg")
        #expect(Permalink.asset("v1.2/licence", hash: hash).path == "assets/v1.2/licence-d24ec4f1a9")
    }
}
