import Markdown

extension Link {
    /// What may stand in place of the address in the text: nil where the address is not written in the link itself, or where
    /// the new one would need quoting.
    package func fix(_ address: String) -> String? {
        guard destinationSource != source, !address.utf8.contains(where: { " ()<>\\".utf8.contains($0) }) else { return nil }
        return address
    }
}
