import ArgumentParser
import Diagnostics
import Foundation
import Publishing

/// Standard output and standard error. Everything that the command prints goes through here, by `write(2)`.
///
/// Neither `print` nor `FileHandle` is used: `print` hides errors, and `FileHandle` ends the process with a signal.
enum Console {
    /// The exit code of a command whose output nobody reads any more: that of a process which SIGPIPE ended.
    private static let brokenPipe = 128 + SIGPIPE

    /// Opens the standard descriptors that are closed on `/dev/null`, so that no file gets their numbers, and ignores SIGPIPE, so that
    /// a broken pipe is an error of `write`.
    static func prepare() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            // The system gives the lowest number that is free, which is this one.
            _ = open("/dev/null", O_RDWR)
        }
        signal(SIGPIPE, SIG_IGN)
    }

    /// Prints a result to standard output. If that fails, the command ends.
    ///
    /// A broken pipe means that the reader has all that it wants, as in `knowhow check | head`, so nothing is said about it. Any other
    /// error is reported on standard error, and the exit code is 3.
    ///
    /// - Parameters:
    ///   - text: The text to print.
    ///   - terminator: What follows the text.
    static func show(_ text: String, terminator: String = "\n") {
        guard let code = write(text + terminator, to: STDOUT_FILENO) else { return }
        if code == EPIPE { exit(brokenPipe) }
        let message = unwritable(code).text(in: Language.ofArguments(Program.arguments.map(\.shown)))
        report("knowhow: \(message)")
        exit(ExitCode.system.rawValue)
    }

    /// Prints a line to standard error. If that fails, the command continues, because its result is the same.
    static func report(_ text: String) {
        reportPart(text.hasSuffix("\n") ? text : text + "\n")
    }

    /// Prints a text to standard error without ending the line.
    static func reportPart(_ text: String) {
        _ = write(text, to: STDERR_FILENO)
    }

    private static func unwritable(_ code: Int32) -> Message {
        let reason = String(cString: strerror(code))
        return Message(
            ja: "結果を標準出力に書けません（\(code == ENOSPC ? "空き容量がありません" : reason)）。出力先を確かめて、もう一度実行してください。",
            en: "Cannot write the result to standard output (\(reason)). Check where it goes, then run the command again.")
    }

    /// Writes a text.
    ///
    /// - Returns: The error of the system; nil if everything was written.
    private static func write(_ text: String, to descriptor: Int32) -> Int32? {
        var text = text
        return text.withUTF8 { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Foundation.write(descriptor, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count >= 0 {
                    rest = rest.dropFirst(count)
                } else if errno == EAGAIN {
                    // Another program has made the descriptor non-blocking.
                    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    poll(&request, 1, -1)
                } else if errno != EINTR {
                    return errno
                }
            }
            return nil
        }
    }
}
