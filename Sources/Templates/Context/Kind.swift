/// What a name offers to a template.
public indirect enum Kind: Sendable {
    /// Text, always escaped: `{{name}}`.
    case text
    /// Text that names one of these partials: `{{name}}`, and `{{>*name}}`.
    case partial([String])
    /// Trusted markup: `{{{name}}}`.
    case html
    /// Yes or no: `{{#name}}` and `{{^name}}`.
    case flag
    /// Names below this one: `{{name.other}}`, or `{{other}}` inside `{{#name}}`.
    case object(Shape)
    /// Any number of items of one kind: `{{#name}}` for each, `{{^name}}` for none.
    case list(Kind)
    /// Something that may be missing: `{{#name}}` where it is there, `{{^name}}` where it is not.
    case optional(Kind)
}
