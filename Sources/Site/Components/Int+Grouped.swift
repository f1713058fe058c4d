extension Int {
    /// The number with a comma between each three digits, as readers see it. The overview shows plain numbers, because its columns
    /// are narrow.
    package var grouped: String {
        guard self >= 1000 else { return String(self) }
        let rest = String(self % 1000)
        return "\((self / 1000).grouped),\(String(repeating: "0", count: 3 - rest.count))\(rest)"
    }
}
