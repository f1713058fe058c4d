/// The rules of advice that `casebook.yml` leaves on.
struct AdviceSettings: Sendable {
    let ofCases: AdviceRules
    /// Those for pages and terms: an office may well name its telephone there.
    let ofPages: AdviceRules

    init(isOn: (AdviceRule) -> Bool) {
        let rules = AdviceRule.allCases.filter(isOn)
        ofCases = AdviceRules(rules)
        ofPages = AdviceRules(rules.filter { !$0.isOnPrivacy })
    }
}
