import HTML

/// What a template is given under a name.
public enum Value: Sendable {
    /// Nothing is there.
    case nothing
    case text(String)
    case html(HTMLFragment)
    case flag(Bool)
    case object(Object)
    case list([Value])
}
