extension Int {
    /// The number as readers are told it: from 1,000 up, a comma between each three digits. The overview, whose columns
    /// are narrow, has plain ones.
    var grouped: String {
        guard self >= 1000 else { return String(self) }
        let rest = String(self % 1000)
        return "\((self / 1000).grouped),\(String(repeating: "0", count: 3 - rest.count))\(rest)"
    }
}
