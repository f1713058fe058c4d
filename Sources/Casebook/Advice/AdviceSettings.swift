/// The rules of advice that `casebook.yml` leaves on.
struct AdviceSettings: Sendable {
    let ofCases: Set<AdviceRule>
    /// Those for pages and terms: an office may well name its telephone there.
    let ofPages: Set<AdviceRule>

    init(isOn: (AdviceRule) -> Bool) {
        ofCases = Set(AdviceRule.allCases.filter(isOn))
        ofPages = ofCases.filter { !$0.isOnPrivacy }
    }
}
