import Diagnostics

/// A group of words for the search has two different words at least, as one alone changes nothing.
enum LoneWordChecker: SchemaChecker {
    static func check(_ schema: Schema, report: inout Report) {
        for search in schema.record.records("search") {
            for group in ["synonyms", "related"].flatMap({ search.records($0) }) {
                let words = group.list("words", in: schema.source)
                // A list that is empty or none is told of as such.
                guard let word = words.first, Set(words.map { foldedName($0.value) }).count == 1 else { continue }
                report.tell(.loneWord(word: word.value), in: schema.source, word.bytes)
            }
        }
    }
}
