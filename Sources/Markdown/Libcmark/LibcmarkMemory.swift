import CCMark

/// The memory of libcmark's documents: an arena per thread, filled from front to back and emptied as a whole.
///
/// A document is some eighty allocations that are needed and freed together. Taken from the system one by one, they cost about as
/// much as the parsing itself, and more where several threads parse.
enum LibcmarkMemory {
    /// Parses a text. The document is valid until ``empty()`` on the same thread, and must not be freed.
    static func parse(_ text: UnsafeBufferPointer<CChar>) -> OpaquePointer? {
        let parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, functions)
        cmark_parser_feed(parser, text.baseAddress, text.count)
        let document = cmark_parser_finish(parser)
        cmark_parser_free(parser)
        return document
    }

    /// Frees all documents that were parsed on this thread.
    static func empty() {
        state.pointee.empty()
    }

    /// The allocator functions that libcmark calls. `free` does nothing.
    nonisolated(unsafe) private static let functions: UnsafeMutablePointer<cmark_mem> = {
        let functions = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
        functions.initialize(
            to: cmark_mem(
                calloc: { LibcmarkMemory.state.pointee.take($0 * $1) },
                realloc: { LibcmarkMemory.state.pointee.resize($0, to: $1) },
                free: { _ in }))
        return functions
    }()

    /// The arena of this thread.
    private static var state: UnsafeMutablePointer<State> {
        if let known = pthread_getspecific(key) { return known.assumingMemoryBound(to: State.self) }
        let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
        state.initialize(to: State())
        pthread_setspecific(key, state)
        return state
    }

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        // The closure's argument is optional on Linux and not on macOS.
        pthread_key_create(&key) { LibcmarkMemory.remove($0) }
        return key
    }()

    /// Frees the arena of a thread that ends.
    private static func remove(_ pointer: UnsafeMutableRawPointer?) {
        guard let state = pointer?.assumingMemoryBound(to: State.self) else { return }
        state.pointee.removeAll()
        state.deallocate()
    }
}

extension LibcmarkMemory {
    /// The blocks of memory of one thread. Each block starts with the address of the block before it, each allocation with its
    /// length.
    private struct State {
        private static let blockSize = 1 << 18
        private static let headSize = 16

        private var block = UnsafeMutableRawPointer.allocate(byteCount: blockSize, alignment: headSize)
        private var size = blockSize
        /// The offset in the block of the last allocation.
        private var last = headSize
        /// The offset in the block of the next allocation.
        private var next = headSize

        init() {
            block.storeBytes(of: nil, as: UnsafeMutableRawPointer?.self)
        }

        /// Allocates bytes, all zero.
        mutating func take(_ count: Int) -> UnsafeMutableRawPointer {
            let whole = Self.whole(count)
            if next + whole > size { addBlock(for: whole) }
            let allocation = block + next
            allocation.storeBytes(of: count, as: Int.self)
            last = next
            next += whole
            memset(allocation + Self.headSize, 0, count)
            return allocation + Self.headSize
        }

        /// Changes the length of an allocation: in place if it is the last one and there is room, otherwise by a copy.
        mutating func resize(_ bytes: UnsafeMutableRawPointer?, to count: Int) -> UnsafeMutableRawPointer {
            guard let bytes else { return take(count) }
            let allocation = bytes - Self.headSize
            if allocation == block + last, last + Self.whole(count) <= size {
                allocation.storeBytes(of: count, as: Int.self)
                next = last + Self.whole(count)
                return bytes
            }
            let old = allocation.load(as: Int.self)
            guard count > old else { return bytes }
            let new = take(count)
            memcpy(new, bytes, old)
            return new
        }

        /// Frees all blocks but the first one.
        mutating func empty() {
            while let before = block.load(as: UnsafeMutableRawPointer?.self) {
                block.deallocate()
                block = before
            }
            size = Self.blockSize
            (last, next) = (Self.headSize, Self.headSize)
        }

        /// Frees all blocks.
        mutating func removeAll() {
            empty()
            block.deallocate()
        }

        private mutating func addBlock(for whole: Int) {
            size = max(Self.blockSize, Self.headSize + whole)
            let new = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: Self.headSize)
            new.storeBytes(of: block, as: UnsafeMutableRawPointer?.self)
            block = new
            next = Self.headSize
        }

        /// The length of an allocation with its header, a multiple of 16.
        private static func whole(_ count: Int) -> Int { headSize + (count + 15) & ~15 }
    }
}
