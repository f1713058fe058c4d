extension Tree {
    /// The words of a range of nodes without markup: one line per block.
    func plainText(_ range: Range<Int>) -> String {
        var bytes: [UInt8] = []
        appendPlainText(range, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the words of a range of nodes as UTF-8: one line per block.
    func appendPlainText(_ range: Range<Int>, to bytes: inout [UInt8]) {
        let start = bytes.count
        // Only between two blocks or words, not at the start.
        func separate(by byte: UInt8) {
            if bytes.count > start, bytes.last != 0x0A { bytes.append(byte) }
        }
        text.withUnsafeBufferPointer { text in
            for node in nodes[range] {
                switch node.kind {
                case .paragraph, .heading, .tableRow: separate(by: 0x0A)
                case .codeBlock, .htmlBlock:
                    separate(by: 0x0A)
                    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[node.text.range]))
                case .tableCell, .lineBreak: separate(by: 0x20)
                case .softBreak where !node.flags.contains(.joined): separate(by: 0x20)
                case .html where node.flags.contains(.breaks): separate(by: 0x20)
                case .text, .code, .rubyPair:
                    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[node.text.range]))
                default: break
                }
            }
        }
        while bytes.count > start, bytes.last == 0x0A { bytes.removeLast() }
    }
}
