import Diagnostics

/// What goes beyond a line a value is valid YAML.
enum YAMLChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        for case .invalid(let place, let detail) in file.frontMatter.strays {
            report.tell(.invalidYAML(detail: detail), in: file.text, place)
        }
    }
}
