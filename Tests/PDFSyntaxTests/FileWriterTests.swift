// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import PDFSyntax
import Testing

@Suite struct FileWriterTests {
    private func file(objects: Int) throws -> [UInt8] {
        var writer = try FileWriter(version: "1.7")
        let catalogue = writer.allocate(2)
        let list = writer.allocate(objects)
        for index in 0..<objects { writer.object(list + index) { $0.put(index) } }
        let stream = writer.allocate()
        writer.stream(stream, Array("q Q".utf8))
        writer.object(catalogue) { text in
            text.put("<</Type/Catalog/Pages<</Type/Pages/Kids[]/Count 0>>/Last")
            text.put(reference: list + objects - 1)
            text.put("/Stream")
            text.put(reference: stream)
            text.put("/Text")
            text.put(text: "Ж (1)")
            text.put("/Key")
            text.put(key: "a\\(b")
            text.put(name: "A b#")
            text.put(" ")
            text.put(-0.0625)
            text.put(">>")
        }
        writer.object(catalogue + 1) { $0.put("<<>>") }
        return writer.finish(root: catalogue, information: catalogue + 1)
    }

    @Test func whatIsWrittenIsRead() throws {
        let read = try PDFFile(reading: file(objects: 450))
        #expect(read.catalogue["Last"].integer == 449)
        #expect(read.catalogue["Stream"].decodedData() == Array("q Q".utf8))
        #expect(read.catalogue["Text"].text == "Ж (1)")
        #expect(read.catalogue["Key"].text == "a\\(b")
        #expect(read.catalogue["A b#"].real == -0.063)
        #expect(read.trailer["ID"].count == 2)
        try read.check()
    }

    @Test func theSameObjectsAreTheSameBytes() throws {
        #expect(try file(objects: 3) == file(objects: 3))
        #expect(try file(objects: 3) != file(objects: 4))
    }

    @Test func whatIsNoFileIsRefused() {
        #expect(throws: StageFailure.self) { try PDFFile(reading: Array("no PDF".utf8)) }
        #expect(throws: StageFailure.self) { try PDFFile(reading: []) }
    }

    @Test(arguments: [
        (0.1, "0.1"), (-12.0, "-12"), (595.2756, "595.276"), (0.0004, "0"), (.infinity, "0"), (1.05, "1.05"),
    ])
    func numbersAreShort(value: Double, text: String) {
        var written = ObjectText()
        written.put(value)
        #expect(String(decoding: written.bytes, as: UTF8.self) == text)
    }
}
