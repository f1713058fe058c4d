import Synchronization

/// The progress of a build, to show to the user. The threads of the build update it, and any thread may read it.
public final class BuildProgress: Sendable {
    /// A stage of a build.
    public enum Stage: Int, Sendable {
        /// Reading and checking the content and the templates. Files are not counted.
        case reading
        /// Rendering pages and writing those that changed.
        case writing
    }

    private let stageNumber = Atomic<Int>(0)
    private let doneCount = Atomic<Int>(0)
    private let totalCount = Atomic<Int>(0)

    /// Progress of a build that has not started.
    public init() {}

    /// The current stage.
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
