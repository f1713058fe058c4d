import Synchronization

/// How far a build is, for someone who waits. Counted from several threads, read from another.
public final class BuildProgress: Sendable {
    /// What is being done.
    public enum Stage: Int, Sendable {
        /// Reading and checking the content and the templates; not counted.
        case reading
        /// Rendering pages and writing what changed.
        case writing
    }

    private let stageNumber = Atomic<Int>(0)
    private let doneCount = Atomic<Int>(0)
    private let totalCount = Atomic<Int>(0)

    public init() {}

    public var stage: Stage { Stage(rawValue: stageNumber.load(ordering: .relaxed)) ?? .reading }

    /// How many files of the stage are done.
    public var done: Int { doneCount.load(ordering: .relaxed) }

    /// How many files the stage has; 0 while that is not known.
    public var total: Int { totalCount.load(ordering: .relaxed) }

    func begin(_ stage: Stage, total: Int) {
        doneCount.store(0, ordering: .relaxed)
        totalCount.store(total, ordering: .relaxed)
        stageNumber.store(stage.rawValue, ordering: .relaxed)
    }

    func advance() {
        doneCount.wrappingAdd(1, ordering: .relaxed)
    }
}
