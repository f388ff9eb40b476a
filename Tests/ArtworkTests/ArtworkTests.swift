// SPDX-License-Identifier: GPL-3.0-or-later
internal import CCairo
internal import Groundwork
internal import Testing

@testable internal import Artwork

/// What `inspect` says against `bytes`.
private func fault(_ bytes: [UInt8]) -> String {
    do throws(ArtworkFault) {
        _ = try Picture.inspect(bytes, path: "x")
        return "nothing"
    } catch {
        return error.description
    }
}

@Suite struct RasterTests {
    @Test func readsSizeAndDensityOfAPNG() throws {
        let plain = try Picture.inspect(Sample.png(300, 150), path: "a.png")
        #expect(plain.kind == .png && plain.pixels == Picture.Pixels(width: 300, height: 150))
        #expect(plain.naturalSize == Size(width: 144, height: 72))
        let fine = try Picture.inspect(Sample.png(300, 150, perMetre: 11811), path: "a.png")
        #expect((71.9...72.1).contains(fine.naturalSize.width))
    }

    @Test func refusesWhatAHeaderOnlyClaims() {
        #expect(fault(Sample.png(2, 2, claims: (60_000, 60_000))).contains("100 million"))
        #expect(fault(Sample.png(2, 2, claims: (Int(Int32.max), 1))).contains("claims"))
        #expect(fault(Sample.png(2, 2, claims: (40_000, 4))).contains("32767"))
        #expect(fault(Sample.png(2, 2, claims: (0, 4))).contains("no width"))
        #expect(fault(Sample.jpeg(60_000, 60_000)).contains("100 million"))
    }

    @Test func refusesDamagedPNGs() {
        let whole = Sample.png(9, 9)
        #expect(fault(whole) == "nothing")
        for count in [9, 20, 40, whole.count - 13, whole.count - 1] {
            #expect(fault(Array(whole.prefix(count))) != "nothing", "cut to \(count)")
        }
        for offset in [17, 30, 60, 100] {
            var corrupt = whole
            corrupt[offset] ^= 0x55
            #expect(fault(corrupt) != "nothing", "spoilt at \(offset)")
        }
        #expect(fault(Sample.png(2, 2, claims: (2, 900))) == "the PNG is corrupt")
    }

    @Test func takesPrivateThingsOutOfJPEGs() throws {
        let file = try JPEGFile(Sample.jpeg(600, 300, orientation: 1))
        let text = String(decoding: file.stripped, as: UTF8.self)
        #expect(!text.contains("SECRET") && !text.contains("Exif") && text.contains("ICC_PROFILE"))
        #expect(file.stripped.suffix(2) == [0xFF, 0xD9])
        #expect(file.stripped[4..<6] == [0, 16] && file.stripped[18..<20] == [0, 0], "the thumbnail stays")
        #expect(file.picture.naturalSize == Size(width: 144, height: 72))
        #expect(fault(file.stripped) == "nothing")
    }

    @Test func turnsWhatTheCameraTurned() throws {
        let picture = try Picture.inspect(Sample.jpeg(600, 300, orientation: 6), path: "a.jpg")
        #expect(picture.naturalSize == Size(width: 72, height: 144))
        #expect(try Picture.inspect(Sample.jpeg(600, 300, orientation: 99), path: "a").naturalSize.width == 144)
        // The stored corners come to the shown rectangle's corners.
        for raw in UInt8(1)...8 {
            let turn = try #require(Orientation(rawValue: raw))
            let matrix = turn.matrix(600, 300)
            let shown = turn.isTurned ? (300.0, 600.0) : (600.0, 300.0)
            let corners = [(0.0, 0.0), (600, 0), (0, 300), (600, 300)].map { x, y in
                [matrix.xx * x + matrix.xy * y + matrix.x0, matrix.yx * x + matrix.yy * y + matrix.y0]
            }
            #expect(Set(corners) == [[0, 0], [shown.0, 0], [0, shown.1], [shown.0, shown.1]], "orientation \(raw)")
        }
        let right = Orientation.turnedRight.matrix(600, 300)
        #expect((right.x0, right.y0) == (300, 0), "the stored top left comes to the top right")
    }

    @Test func tellsInksAndRareKinds() throws {
        #expect(throws: ArtworkFault.self) { try Picture.inspect(Sample.jpeg(20, 20, components: 4), path: "a") }
        #expect(try Picture.inspect(Sample.jpeg(20, 20), path: "a").kind == .jpeg)
        #expect(fault(Sample.jpeg(20, 20, frame: 0xC9)).contains("rare kind"))
        #expect(fault(Sample.jpeg(20, 20, components: 2)) == "the JPEG is corrupt")
    }

    /// Each beginning and each spoilt byte: an answer or a refusal, and no trap.
    @Test func survivesDamagedJPEGs() {
        let whole = Sample.jpeg(600, 300, orientation: 6)
        let end = whole.count - 15
        for count in 0..<end { #expect(fault(Array(whole.prefix(count))) != "nothing", "cut to \(count)") }
        for offset in whole.indices {
            for value: UInt8 in [0, 0xFF, 0x7F] {
                var corrupt = whole
                corrupt[offset] = value
                _ = fault(corrupt)
            }
        }
    }
}

@Suite struct SVGTests {
    @Test func keepsMillimetresHonest() throws {
        let picture = try Picture.inspect(Sample.svg("<rect width='4' height='4'/>"), path: "a.svg")
        #expect(picture.kind == .svg)
        #expect(abs(picture.naturalSize.width - 40 * 72 / 25.4) < 0.001)
        let box = try Picture.inspect(Sample.svg("", size: "viewBox='0 0 90 30'"), path: "a.svg")
        #expect(box.naturalSize == Size(width: 90, height: 30))
        #expect(fault(Sample.svg("", size: "width='100%'")).contains("usable size"))
        #expect(fault(Sample.svg("", size: "width='9e9' height='9e9'")).contains("usable size"))
    }

    @Test(arguments: [
        "<image href='http://example.org/a.png'/>", "<image xlink:href = \"../secret.png\"/>",
        "<image href='file:///etc/passwd'/>", "<image href='&#104;ttp://x'/>", "<use href='other.svg#a'/>",
        "<rect fill='url(http://x/y.svg#p)'/>", "<rect style='fill:URL( \"b.svg#p\")'/>",
        "<style>@import 'x.css';</style>", "<style>@font-face{src:url(a.woff)}</style>", "<script>1</script>",
        "<a href='#x'><rect/></a>", "<image href='data:image/svg+xml;base64,AAAA'/>",
        "<image href='data:image/png;base64,AAAA'/>", "<image href='data:image/png;base64,&#105;VBORw0KGgo='/>",
        "<image href='data:text/html,hello'/>", "<xi:include href='#x'/>",
    ])
    func refusesWhatIsOutside(body: String) {
        #expect(fault(Sample.svg(body)) != "nothing")
    }

    @Test func takesWhatIsInside() {
        let picture = Sample.base64(Sample.png(3, 3))
        let body = """
            <defs><linearGradient id='g'/></defs><rect fill='url(#g)' style="fill:url('#g')"/><use xlink:href="#g"/>
            <text>an href and a = 'mark'</text><image width='3' height='3' href='data:image/png;base64,\(picture)'/>
            """
        #expect(fault(Sample.svg(body)) == "nothing")
    }

    @Test func looksIntoEmbeddedPictures() {
        let bomb = Sample.base64(Sample.png(2, 2, claims: (60_000, 60_000)))
        #expect(fault(Sample.svg("<image href='data:image/png;base64,\(bomb)'/>")).contains("100 million"))
    }

    @Test func refusesEntitiesEncodingsAndBrokenXML() {
        #expect(fault(Array("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>".utf8)).contains("DOCTYPE"))
        #expect(fault(Array("<?xml version='1.0' encoding='UTF-7'?>".utf8) + Sample.svg("")).contains("UTF-8"))
        #expect(fault(Array("<?xml version='1.0' encoding='utf-8'?>".utf8) + Sample.svg("")) == "nothing")
        #expect(fault(Sample.svg("").flatMap { [$0, 0] }).contains("UTF-8"))
        #expect(fault(Array("<svg><g></svg>".utf8)).contains("cannot be read"))
        #expect(fault(Array("<html><p>no picture</p></html>".utf8)) != "nothing")
        #expect(fault([]) == "the picture is empty")
        #expect(fault(Array("text".utf8)).contains("not an SVG"))
        #expect(fault([0x1F, 0x8B, 8]).contains("compressed"))
    }

    /// What would exhaust a stack or a day.
    @Test func readsOnceWhatNeverEnds() {
        // The square of this would take minutes.
        let style = String(repeating: "url(#a ", count: 100_000)
        let text = "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><style>\(style)</style></svg>"
        #expect(fault(Array(text.utf8)) == "nothing")
    }

    @Test func survivesDepth() {
        let depth = 50_000
        let nest = String(repeating: "<g>", count: depth) + String(repeating: "</g>", count: depth)
        #expect(fault(Sample.svg(nest)) != "nothing")
    }
}
