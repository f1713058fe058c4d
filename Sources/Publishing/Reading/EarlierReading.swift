import CasebookLoading

/// The reading of the last build of a site, for the next one.
public struct EarlierReading: Sendable {
    /// Nil if there is none that can be used.
    let kept: KeptReading?
}
