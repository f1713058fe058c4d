import Testing

import Basics

@Suite struct FileSizeTests {
    @Test(
        "Kilobytes, and megabytes with one decimal place",
        arguments: [
            (0, "1kB"), (1, "1kB"), (1_499, "1kB"), (1_500, "2kB"), (999_499, "999kB"), (999_500, "1.0MB"),
            (1_049_999, "1.0MB"),
            (1_050_000, "1.1MB"), (12_345_678, "12.3MB"),
        ])
    func label(count: Int, label: String) {
        #expect(FileSize.label(byteCount: count) == label)
    }
}
