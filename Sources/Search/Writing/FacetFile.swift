/// The cases of each term of a taxonomy, and of those that state none, last: a bit that says whether the list is empty, then the
/// list.
enum FacetFile {
    static func bytes(of collection: SearchableCollection, taxonomy: Int) -> [UInt8] {
        let count = collection.casebook.taxonomies[taxonomy].terms.count
        var lists = [[Int]](repeating: [], count: count + 1)
        for index in collection.cases {
            let terms = collection.casebook.cases[index].terms[taxonomy]
            for term in terms { lists[term].append(index) }
            if terms.isEmpty { lists[count].append(index) }
        }
        var text = BitText()
        for list in lists { PostingCode.append(list, to: &text) }
        text.finish()
        return SearchScript.bytes(ofBits: text)
    }
}
