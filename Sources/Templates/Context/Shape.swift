/// The names that an object offers to templates, in order, and the kind of each.
///
/// Kinds are computed when they are asked for, so a shape may contain itself, as a tree of items does.
///
/// Objects keep their shape alive, except for a permanent shape, which nothing ever frees: objects on all threads point to one,
/// and counting references to it would make the threads wait for each other. The shapes of static ``ContextFields`` are permanent.
public final class Shape: @unchecked Sendable {
    /// The names, by slot.
    public let names: [String]
    /// Name number → slot, or -1, for the numbers below `slotCount`. Manually allocated, so that a frame can point to it.
    let slotTable: UnsafePointer<Int16>
    let slotCount: Int
    /// Whether the shape lives until the program ends.
    let isPermanent: Bool
    private let kinds: [@Sendable (Shape) -> Kind]

    /// Creates a shape from names and their kinds. If two fields have the same name, the first one counts.
    public convenience init(_ fields: [(name: String, kind: Kind)]) {
        self.init(lazily: fields.map { field in (field.name, { _ in field.kind }) })
    }

    /// Creates a shape whose kinds are computed when they are asked for; each closure is passed the shape itself.
    public convenience init(lazily fields: [(name: String, kind: @Sendable (Shape) -> Kind)]) {
        self.init(lazily: fields, isPermanent: false)
    }

    init(lazily fields: [(name: String, kind: @Sendable (Shape) -> Kind)], isPermanent: Bool) {
        names = fields.map(\.name)
        kinds = fields.map(\.kind)
        self.isPermanent = isPermanent
        let numbers = names.map { NameTable.shared.number(of: $0) }
        slotCount = Int((numbers.max() ?? -1) + 1)
        let table = UnsafeMutablePointer<Int16>.allocate(capacity: max(slotCount, 1))
        table.initialize(repeating: -1, count: slotCount)
        for (slot, number) in numbers.enumerated().reversed() where slot <= Int(Int16.max) {
            table[Int(number)] = Int16(slot)
        }
        slotTable = UnsafePointer(table)
        if isPermanent { _ = Unmanaged.passRetained(self) }
    }

    deinit { slotTable.deallocate() }

    /// Returns the kind of the name in a slot.
    public func kind(at slot: Int) -> Kind {
        kinds.indices.contains(slot) ? kinds[slot](self) : .optional(.text)
    }

    /// Returns the kind of a name, or nil if the shape does not offer the name.
    public func kind(of name: String) -> Kind? {
        slot(of: name).map { kind(at: $0) }
    }

    /// Returns the slot of a name, or nil if the shape does not offer the name.
    public func slot(of name: String) -> Int? {
        slot(ofNumber: NameTable.shared.number(of: name))
    }

    func slot(ofNumber number: Int32) -> Int? {
        guard number >= 0, number < slotCount, slotTable[Int(number)] >= 0 else { return nil }
        return Int(slotTable[Int(number)])
    }
}

/// Shapes are equal if they are the same object: two shapes may offer the same names and still belong to different contexts.
extension Shape: Hashable {
    public static func == (left: Shape, right: Shape) -> Bool { left === right }

    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
