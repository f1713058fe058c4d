/// Something wrong that was found while a layout was followed. Two are alike when problem and place are.
struct TemplateFinding: Hashable {
    let problem: TemplateProblem
    let place: Program.Place
    /// The tag of the layout that brought the template in; none where the place is in the layout itself.
    let origin: Program.Place?

    static func == (left: Self, right: Self) -> Bool {
        left.problem == right.problem && left.place == right.place
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(problem)
        hasher.combine(place)
    }
}
