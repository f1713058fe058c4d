/// A stack of plain values that grows as it must and is freed with its owner.
struct Stack<Element: BitwiseCopyable>: ~Copyable {
    private var elements: UnsafeMutablePointer<Element>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = max(capacity, 1)
        elements = .allocate(capacity: self.capacity)
    }

    deinit { elements.deallocate() }

    /// An element, counted from the bottom. The caller keeps below `count`.
    subscript(index: Int) -> Element {
        get { elements[index] }
        set { elements[index] = newValue }
    }

    /// The last element. The caller knows that there is one.
    var top: Element {
        get { elements[count - 1] }
        set { elements[count - 1] = newValue }
    }

    /// The elements from an index on, which is at most `count`; good until the stack changes.
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
