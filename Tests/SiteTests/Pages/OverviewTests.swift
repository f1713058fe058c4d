import Site
import Testing

/// The shades of the overview figure.
@Suite struct OverviewTests {
    @Test func aShadeIsNeverAHigherNumberThanTheCount() {
        #expect((0...3).map { Overview.level($0, of: 3) } == [0, 1, 2, 3])
        #expect((0...8).map { Overview.level($0, of: 8) } == [0, 1, 1, 2, 2, 3, 3, 4, 4])
        #expect(Overview.level(0, of: 0) == 0)
    }

    @Test(arguments: 1...60)
    func theLegendContainsEveryCountOnce(most: Int) {
        let legend = Overview.legend(most: most)
        #expect(legend.flatMap { Array($0.first...$0.last) } == Array(1...most))
        for shade in legend {
            for count in shade.first...shade.last { #expect(Overview.level(count, of: most) == shade.level) }
        }
    }

    @Test func theLegendIsEmptyWithoutCases() {
        #expect(Overview.legend(most: 0).isEmpty)
    }
}
