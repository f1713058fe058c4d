import Diagnostics
import Templates

extension DeskLayout {
    /// The names that a layout can use, besides those of ``DeskFrameView``.
    var shape: Shape {
        switch self {
        case .message: MessageView.shape
        case .overview: OverviewView.shape
        case .files: FilesView.shape
        case .caseForm: FormPageView.shape
        case .conflict: ConflictView.shape
        case .backups: BackupsView.shape
        case .images: ImagesView.shape
        case .tables: TablesView.shape
        case .review: ReviewView.shape
        case .publish: PublishView.shape
        case .changes: ChangesView.shape
        case .confirm: ConfirmView.shape
        case .text: TextPageView.shape
        }
    }
}

extension DeskTemplates {
    /// Everything that is wrong in the templates, words and scripts: nothing, as the tests make sure.
    package var problems: [Diagnostic] {
        diagnostics
            + library.check(DeskLayout.allCases.map { (layout: $0.rawValue, shapes: [DeskFrameView.shape, $0.shape]) })
    }
}
