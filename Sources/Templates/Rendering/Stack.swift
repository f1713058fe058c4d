/// A growing stack of plain values, freed with its owner.
struct Stack<Element: BitwiseCopyable>: ~Copyable {
    private var elements: UnsafeMutablePointer<Element>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = max(capacity, 1)
        elements = .allocate(capacity: self.capacity)
    }

    deinit { elements.deallocate() }

    /// The element at an index from the bottom, which must be below `count`.
    subscript(index: Int) -> Element {
        get { elements[index] }
        set { elements[index] = newValue }
    }

    /// The last element. The stack must not be empty.
    var top: Element {
        get { elements[count - 1] }
        set { elements[count - 1] = newValue }
    }

    /// Returns the elements from an index, which must not be above `count`. Valid until the stack changes.
    func elements(from start: Int) -> UnsafeBufferPointer<Element> {
        UnsafeBufferPointer(start: elements + start, count: count - start)
    }

    mutating func push(_ element: Element) {
        if count == capacity { grow() }
        elements[count] = element
        count += 1
    }

    mutating func pop() { count -= 1 }

    mutating func truncate(to count: Int) { self.count = count }

    @inline(never)
    private mutating func grow() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        larger.update(from: elements, count: count)
        elements.deallocate()
        elements = larger
        capacity *= 2
    }
}
