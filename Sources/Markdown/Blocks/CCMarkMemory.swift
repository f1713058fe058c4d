import CCMark

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Where libcmark keeps documents while they are read: on each thread, blocks that are filled from front to back and emptied at
/// once.
///
/// A document is some eighty pieces that are needed and given up together. Taken from the system one by one, they cost about as
/// much as the parsing, most of all where several threads do so.
enum CCMarkMemory {
    /// Parses a text. The document lives until ``empty()``, and need not be freed.
    static func parse(_ text: UnsafeBufferPointer<CChar>) -> OpaquePointer? {
        let parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, functions)
        cmark_parser_feed(parser, text.baseAddress, text.count)
        let document = cmark_parser_finish(parser)
        cmark_parser_free(parser)
        return document
    }

    /// Gives up all that was parsed on this thread.
    static func empty() {
        state.pointee.empty()
    }

    /// What libcmark calls. It asks for what it needs and gives nothing back.
    nonisolated(unsafe) private static let functions: UnsafeMutablePointer<cmark_mem> = {
        let functions = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
        functions.initialize(
            to: cmark_mem(
                calloc: { CCMarkMemory.state.pointee.take($0 * $1) },
                realloc: { CCMarkMemory.state.pointee.resize($0, to: $1) },
                free: { _ in }))
        return functions
    }()

    /// The thread's own.
    private static var state: UnsafeMutablePointer<State> {
        if let known = pthread_getspecific(key) { return known.assumingMemoryBound(to: State.self) }
        let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
        state.initialize(to: State())
        pthread_setspecific(key, state)
        return state
    }

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        #if canImport(Glibc)
        pthread_key_create(&key) { state in state.map(CCMarkMemory.remove) }
        #else
        pthread_key_create(&key) { state in CCMarkMemory.remove(state) }
        #endif
        return key
    }()

    /// Frees what a thread had when it ends.
    private static func remove(_ pointer: UnsafeMutableRawPointer) {
        let state = pointer.assumingMemoryBound(to: State.self)
        state.pointee.removeAll()
        state.deallocate()
    }
}

extension CCMarkMemory {
    /// A thread's blocks. In front of each stands where the one before is, in front of each piece its length.
    private struct State {
        private static let blockSize = 1 << 18
        private static let headSize = 16

        private var block = UnsafeMutableRawPointer.allocate(byteCount: blockSize, alignment: headSize)
        private var size = blockSize
        /// Where the last piece starts and the next one will.
        private var last = headSize
        private var next = headSize

        init() {
            block.storeBytes(of: nil, as: UnsafeMutableRawPointer?.self)
        }

        /// New bytes, all zero.
        mutating func take(_ count: Int) -> UnsafeMutableRawPointer {
            let whole = Self.whole(count)
            if next + whole > size { addBlock(for: whole) }
            let piece = block + next
            piece.storeBytes(of: count, as: Int.self)
            last = next
            next += whole
            memset(piece + Self.headSize, 0, count)
            return piece + Self.headSize
        }

        /// The same bytes with more after them: where they are, if nothing was taken since and there is room.
        mutating func resize(_ bytes: UnsafeMutableRawPointer?, to count: Int) -> UnsafeMutableRawPointer {
            guard let bytes else { return take(count) }
            let piece = bytes - Self.headSize
            if piece == block + last, last + Self.whole(count) <= size {
                piece.storeBytes(of: count, as: Int.self)
                next = last + Self.whole(count)
                return bytes
            }
            let old = piece.load(as: Int.self)
            guard count > old else { return bytes }
            let new = take(count)
            memcpy(new, bytes, old)
            return new
        }

        /// Keeps the first block alone.
        mutating func empty() {
            while let before = block.load(as: UnsafeMutableRawPointer?.self) {
                block.deallocate()
                block = before
            }
            size = Self.blockSize
            (last, next) = (Self.headSize, Self.headSize)
        }

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

        /// The length of a piece with what stands in front of it, a multiple of 16.
        private static func whole(_ count: Int) -> Int { headSize + (count + 15) & ~15 }
    }
}
