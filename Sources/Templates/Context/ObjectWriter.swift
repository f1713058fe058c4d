/// How much memory values take.
struct ObjectSize {
    private(set) var slots = 0
    private(set) var bytes = 0

    mutating func add(_ values: UnsafeBufferPointer<Value>) {
        slots += values.count
        for index in values.indices { addContent(of: values[index]) }
    }

    private mutating func addContent(of value: borrowing Value) {
        switch value {
        case .text(let text): bytes += text.utf8.count
        case .html(let fragment): bytes += fragment.bytes.count
        case .list(let items): items.withUnsafeBufferPointer { add($0) }
        case .nothing, .flag, .object: break
        }
    }
}

/// Writes values into the memory of an object: slots from its start on, bytes after all slots.
struct ObjectWriter {
    private var nextSlot: UnsafeMutablePointer<Slot>
    private var nextByte: UnsafeMutablePointer<UInt8>

    /// - Parameter count: How many slots all values together take.
    init(slots: UnsafeMutablePointer<Slot>, count: Int) {
        nextSlot = slots
        nextByte = UnsafeMutableRawPointer(slots + count).assumingMemoryBound(to: UInt8.self)
    }

    /// Writes values next to each other, then the items of those that are lists. Keeps alive the objects among them.
    mutating func write(_ values: UnsafeBufferPointer<Value>) {
        var slot = nextSlot
        nextSlot += values.count
        for index in values.indices {
            slot.initialize(to: makeSlot(of: values[index]))
            slot += 1
        }
    }

    private mutating func makeSlot(of value: borrowing Value) -> Slot {
        switch value {
        case .nothing: return .nothing
        case .flag(let isSet): return .flag(isSet)
        case .text(let text): return .bytes(put(text), kind: .text)
        case .html(let fragment): return .bytes(fragment.bytes.withUnsafeBufferPointer { put($0) }, kind: .html)
        case .object(let object): return .object(Unmanaged.passRetained(object.storage))
        case .list(let items):
            let start = UnsafePointer(nextSlot)
            items.withUnsafeBufferPointer { write($0) }
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
