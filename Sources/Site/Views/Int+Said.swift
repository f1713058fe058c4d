extension Int {
    /// The number as readers see it: digits in groups of three, `12,345`. For numbers not below 0.
    var said: String {
        self < 1_000 ? String(self) : "\((self / 1_000).said),\(String(1_000 + self % 1_000).dropFirst())"
    }
}
