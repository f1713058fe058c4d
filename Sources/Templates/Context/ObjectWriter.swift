/// The memory that values need.
struct ObjectSize {
    private(set) var slots = 0
    private(set) var bytes = 0

    /// Adds a value: its slot, the slots of its items and its bytes.
    mutating func add(_ value: borrowing Value) {
        slots += 1
        switch value {
        case .text(let text): bytes += text.utf8.count
        case .html(let fragment): bytes += fragment.bytes.count
        case .list(let items): for item in items { add(item) }
        case .nothing, .flag, .object: break
        }
    }
}

/// Writes values into the memory of an object: slots from its start, bytes after all slots.
struct ObjectWriter {
    private var nextSlot: UnsafeMutablePointer<Slot>
    private var nextByte: UnsafeMutablePointer<UInt8>

    /// - Parameters:
    ///   - slots: The memory for the slots, followed by that for the bytes.
    ///   - count: The number of slots that all values need together.
    init(slots: UnsafeMutablePointer<Slot>, count: Int) {
        nextSlot = slots
        nextByte = UnsafeMutableRawPointer(slots + count).assumingMemoryBound(to: UInt8.self)
    }

    /// Writes the values next to each other, then the items of lists. Retains the objects among them.
    mutating func write(moving values: UnsafeMutableBufferPointer<Value>) {
        var slot = takeSlots(values.count)
        for index in values.indices {
            slot.initialize(to: makeSlot(of: values.moveElement(from: index)))
            slot += 1
        }
    }

    private mutating func takeSlots(_ count: Int) -> UnsafeMutablePointer<Slot> {
        defer { nextSlot += count }
        return nextSlot
    }

    private mutating func makeSlot(of value: consuming Value) -> Slot {
        switch consume value {
        case .nothing: return .nothing
        case .flag(let isSet): return .flag(isSet)
        case .text(let text): return .bytes(put(text), kind: .text)
        case .html(let fragment): return .bytes(fragment.bytes.withUnsafeBufferPointer { put($0) }, kind: .html)
        case .object(let object): return .object(Unmanaged.passRetained(object.storage))
        case .list(let items):
            let start = takeSlots(items.count)
            for (index, item) in items.enumerated() { (start + index).initialize(to: makeSlot(of: item)) }
            return .list(UnsafeBufferPointer(start: start, count: items.count))
        }
    }

    private mutating func put(_ text: borrowing String) -> UnsafeBufferPointer<UInt8> {
        if let bytes = text.utf8.withContiguousStorageIfAvailable({ put($0) }) { return bytes }
        var native = copy text
        return native.withUTF8 { put($0) }
    }

    private mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        let start = nextByte
        if let source = bytes.baseAddress { start.update(from: source, count: bytes.count) }
        nextByte += bytes.count
        return UnsafeBufferPointer(start: start, count: bytes.count)
    }
}
