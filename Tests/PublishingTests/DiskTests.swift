// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Publishing

@Suite struct DiskTests {
    @Test func replacesWhole() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a/b.txt"
        try Disk.makeFolder(folder.path + "/a")
        try Disk.replace(path, with: Array("first".utf8))
        try Disk.replace(path, with: Array("second".utf8))
        #expect(try Disk.read(path) == Array("second".utf8))
        #expect(Disk.files(below: folder.path) == ["a/b.txt"])
        #expect(!Disk.exists(Disk.sibling(of: path)))
    }

    @Test func refusesWhatIsNoFile() throws {
        let folder = try TemporaryFolder()
        #expect(throws: (any Error).self) { try Disk.read(folder.path) }
        #expect(throws: (any Error).self) { try Disk.read(folder.path + "/absent") }
        #expect(throws: (any Error).self) { try Disk.replace(folder.path + "/absent/x", with: [1]) }
    }
}
