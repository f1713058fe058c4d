/// A pipe table as it stands in the text.
struct TableText {
    var cellsAsHeadings: [UInt8] { [] }
    static func mayStand(in bytes: UnsafeBufferPointer<UInt8>, lines: LineIndex) -> Bool { false }
}
