import Basics
import Testing

@Suite struct RecordTests {
    @Test func valuesAreReadInOrder() {
        var writer = RecordWriter()
        let numbers = [0, 1, 127, 128, 300, 16_384, .max]
        for number in numbers { writer.number(number) }
        writer.words([0, 7, .max])
        writer.flag(true)
        writer.text("取組と\n工夫")
        writer.texts(["", "a"])
        writer.word(9)
        var reader = RecordReader(writer.bytes)
        for number in numbers { #expect(reader.number() == number) }
        #expect(reader.words() == [0, 7, .max])
        #expect(reader.flag() == true)
        #expect(reader.text() == "取組と\n工夫")
        #expect(reader.texts() == ["", "a"])
        #expect(!reader.isAtEnd)
        #expect(reader.word() == 9)
        #expect(reader.isAtEnd)
        #expect(reader.number() == nil)
        #expect(reader.flag() == nil)
        #expect(reader.word() == nil)
    }

    @Test(arguments: [[0xFF], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F], [9, 1, 2], [0x80]])
    func otherBytesAreNothing(bytes: [UInt8]) {
        var reader = RecordReader(bytes)
        #expect(reader.text() == nil)
        reader = RecordReader(bytes)
        #expect(reader.words() == nil)
        reader = RecordReader(bytes)
        #expect(reader.texts() == nil)
    }
}
