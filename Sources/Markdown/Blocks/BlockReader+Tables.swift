import CCMark

extension BlockReader {
    /// Adds a paragraph as a table. Returns false if it is not a table.
    mutating func table(_ node: OpaquePointer) -> Bool {
        guard let table = tableText(node) else { return false }
        guard !isFindingTables else {
            tables.append(table)
            return true
        }
        sink.builder.open(.table)
        for (index, row) in table.rows.enumerated() {
            if index < 2 { sink.builder.open(index == 0 ? .tableHead : .tableBody) }
            sink.builder.open(.tableRow)
            for column in 0..<max(row.count, table.alignments.count) {
                let alignment = column < table.alignments.count ? table.alignments[column] : .none
                cell(column < row.count ? row[column] : nil, alignment: alignment, isHeader: index == 0)
            }
            sink.builder.close()
            if index == 0 || index == table.rows.count - 1 { sink.builder.close() }
        }
        sink.builder.close()
        return true
    }

    private mutating func cell(_ text: LeafText?, alignment: TableText.Alignment, isHeader: Bool) {
        let index = sink.builder.open(.tableCell)
        sink.builder.tree.nodes[index].number = alignment.rawValue
        if isHeader { sink.builder.tree.nodes[index].flags.insert(.header) }
        writer.start()
        if let text, let node = nextCell {
            nextCell = cmark_node_next(node)
            if !addPlainInlines(of: node) {
                leaf = text
                readInlines(of: node)
                writeInlines(isTableCell: true)
            }
        }
        if writer.visibleCount == 0 { sink.builder.tree.nodes[index].flags.insert(.empty) }
        sink.builder.close()
    }

    /// Reads a paragraph as a table; nil if it is not one. A paragraph that only looks like a table is reported.
    private mutating func tableText(_ node: OpaquePointer) -> TableText? {
        let first = startLine(node)
        let lines = first...endLine(node)
        guard let delimiterLine = lines.first(where: { $0 > first && isDelimiter($0) }) else { return nil }
        let header = self.line(delimiterLine - 1, of: node)
        let headerCells = TableText.cells(of: header)
        guard let alignments = TableText.alignments(of: self.line(delimiterLine, of: node)),
            headerCells.count > 1 || header.bytes.contains(UInt8(ascii: "|"))
        else { return nil }
        let range = header.source(of: 0..<trimmedCount(header))
        guard delimiterLine == first + 1 else { return refuse(.tableNeedsBlankLine, at: range) }
        guard headerCells.count == alignments.count else {
            return refuse(.tableHeaderMismatch(header: headerCells.count, delimiter: alignments.count), at: range)
        }
        guard alignments.count <= TableText.columnLimit else {
            return refuse(.tableTooWide(columns: alignments.count, limit: TableText.columnLimit), at: range)
        }
        let rows = lines.dropFirst(2).map { rowCells(self.line($0, of: node), columns: alignments.count) }
        return TableText(alignments: alignments, rows: [headerCells] + rows.filter { !$0.isEmpty })
    }

    private mutating func rowCells(_ line: LeafText, columns: Int) -> [LeafText] {
        let count = trimmedCount(line)
        guard count > 0 else { return [] }
        let cells = TableText.cells(of: line)
        if cells.count > columns {
            sink.problems.add(.tableExtraCells(header: columns, row: cells.count), at: line.source(of: 0..<count))
        } else if cells.count < columns, hasWideMarks {
            findWideBars(line)
        }
        return cells
    }

    /// Reports the full-width bars of a row that has too few cells.
    private mutating func findWideBars(_ line: LeafText) {
        var index = 0
        while index + 2 < line.bytes.count {
            if line.bytes[index] == 0xEF, line.bytes[index + 1] == 0xBD, line.bytes[index + 2] == 0x9C {
                sink.addMark(.wideBar, line.source(of: index..<index + 3), "|")
            }
            index += 1
        }
    }

    private mutating func refuse(_ problem: MarkdownProblem, at range: Range<Int>) -> TableText? {
        sink.problems.add(problem, at: range)
        return nil
    }

    private func isDelimiter(_ number: Int) -> Bool {
        let (part, _) = containers.text(line: number)
        return TableText.isDelimiter(bytes[part].drop(while: \.isSpaceOrTab))
    }

    private func line(_ number: Int, of node: OpaquePointer) -> LeafText {
        var text = LeafText()
        append(line: number, column: number == startLine(node) ? startColumn(node) : nil, to: &text)
        return text
    }

    private func trimmedCount(_ line: LeafText) -> Int {
        line.bytes.lastIndex { !$0.isASCIISpace }.map { $0 + 1 } ?? 0
    }
}
