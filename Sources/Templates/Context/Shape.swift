/// The names that an object offers, in order, and what each of them is.
///
/// Kinds are made when they are asked for, so a shape may hold itself: a tree of items with items below. There are few shapes,
/// and they stay until the program ends: objects of all threads point to one without counting references to it.
public final class Shape: @unchecked Sendable {
    /// The names, by slot.
    public let names: [String]
    /// Name number → slot, or -1, for the numbers below `slotCount`. Memory of its own, so that a frame can point to it.
    let slotTable: UnsafePointer<Int16>
    let slotCount: Int
    private let kinds: [@Sendable (Shape) -> Kind]

    /// Makes a shape of names and their kinds. Of two fields with one name, the first counts.
    public convenience init(_ fields: [(name: String, kind: Kind)]) {
        self.init(lazily: fields.map { field in (field.name, { _ in field.kind }) })
    }

    /// Makes a shape whose kinds are asked for later; each maker is handed the shape itself.
    public init(lazily fields: [(name: String, kind: @Sendable (Shape) -> Kind)]) {
        names = fields.map(\.name)
        kinds = fields.map(\.kind)
        let numbers = names.map { NameTable.shared.number(of: $0) }
        slotCount = Int((numbers.max() ?? -1) + 1)
        let table = UnsafeMutablePointer<Int16>.allocate(capacity: max(slotCount, 1))
        table.initialize(repeating: -1, count: slotCount)
        for (slot, number) in numbers.enumerated().reversed() where slot <= Int(Int16.max) {
            table[Int(number)] = Int16(slot)
        }
        slotTable = UnsafePointer(table)
        _ = Unmanaged.passRetained(self)
    }

    /// What the name in a slot is.
    public func kind(at slot: Int) -> Kind {
        kinds.indices.contains(slot) ? kinds[slot](self) : .optional(.text)
    }

    /// What a name is; none where the shape does not offer it.
    public func kind(of name: String) -> Kind? {
        slot(of: name).map { kind(at: $0) }
    }

    /// The slot of a name; none where the shape does not offer it.
    public func slot(of name: String) -> Int? {
        slot(ofNumber: NameTable.shared.number(of: name))
    }

    func slot(ofNumber number: Int32) -> Int? {
        guard number >= 0, number < slotCount, slotTable[Int(number)] >= 0 else { return nil }
        return Int(slotTable[Int(number)])
    }
}
