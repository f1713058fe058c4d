/// Writes the file with the cases of each term of a taxonomy, which filters need.
///
/// It contains a list per term, then the list of the cases without a term. A bit before each list says whether it is empty
/// (``PostingCode``).
enum FacetFile {
    /// Returns the content of the file of a taxonomy.
    static func bytes(of searchable: SearchableCases, taxonomy: Int) -> [UInt8] {
        let count = searchable.casebook.taxonomies[taxonomy].terms.count
        var lists = [[Int]](repeating: [], count: count + 1)
        for index in searchable.cases {
            let terms = searchable.casebook.cases[index].terms[taxonomy]
            for term in terms { lists[term].append(index) }
            if terms.isEmpty { lists[count].append(index) }
        }
        var text = BitText()
        for list in lists { PostingCode.append(list, to: &text) }
        text.finish()
        return SearchScript.bytes(ofBits: text)
    }
}
