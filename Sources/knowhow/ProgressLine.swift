import Diagnostics
import Dispatch
import Foundation
import Publishing
import Synchronization

/// A line that shows the progress of a build on a terminal. It appears after a second and is removed at the end.
final class ProgressLine: Sendable {
    private static let wait = DispatchTimeInterval.seconds(1)
    private static let pace = DispatchTimeInterval.milliseconds(100)

    let progress = BuildProgress()
    private let language: Language
    // Dispatch sources may be used from any thread, though their type does not say so.
    nonisolated(unsafe) private let timer: DispatchSourceTimer?
    private let isShown = Mutex(false)

    /// Starts to show progress, unless standard error is not a terminal or the user wants no output.
    init(in language: Language, quiet: Bool) {
        self.language = language
        guard !quiet, isatty(STDERR_FILENO) == 1 else {
            timer = nil
            return
        }
        let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "progress"))
        self.timer = timer
        timer.schedule(deadline: .now() + Self.wait, repeating: Self.pace)
        timer.setEventHandler { [weak self] in self?.show() }
        timer.resume()
    }

    /// Removes the line, so that something else can be printed. It appears again with the next update.
    func pause() {
        isShown.withLock { isShown in
            if isShown { write("\r\u{1B}[K") }
            isShown = false
        }
    }

    /// Removes the line for good.
    func end() {
        timer?.cancel()
        pause()
    }

    private func show() {
        isShown.withLock { isShown in
            guard timer?.isCancelled == false else { return }
            isShown = true
            write("\r\u{1B}[K\(Self.text(progress, in: language))")
        }
    }

    /// The text of the line, such as “Writing … 1200 of 10106 files”.
    private static func text(_ progress: BuildProgress, in language: Language) -> String {
        switch (progress.stage, language) {
        case (.reading, .ja): "読み込んで調べています…"
        case (.reading, .en): "Reading and checking …"
        case (.writing, .ja): "書き出しています… \(progress.total)ファイルのうち\(progress.done)"
        case (.writing, .en): "Writing … \(progress.done) of \(progress.total) files"
        }
    }

    private func write(_ text: String) {
        Console.reportPart(text)
    }
}
