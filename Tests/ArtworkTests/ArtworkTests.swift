// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Testing

@testable import Artwork

/// Pictures of hostile and of damaged kinds: each is refused with its reason, none ends the program.
@Suite struct ArtworkTests {
    private func fault(_ bytes: [UInt8]) -> String {
        do throws(ArtworkFault) {
            _ = try Picture.inspect(bytes, path: "picture")
            return ""
        } catch {
            return error.description
        }
    }

    @Test func tellsKindsByContent() throws {
        let png = try Picture.inspect(SamplePicture.png(width: 300, height: 150), path: "photo.jpg")
        #expect(png.kind == .png && png.pixels == (300, 150))
        // 150 pixels an inch where nothing is declared.
        #expect(png.naturalSize == Size(width: 144, height: 72))
        let jpeg = try Picture.inspect(SamplePicture.jpeg, path: "drawing.svg")
        #expect(jpeg.kind == .jpeg && jpeg.pixels == (8, 8))
        let svg = try Picture.inspect(Array(SamplePicture.svg("").utf8), path: "x")
        #expect(svg.kind == .svg && svg.naturalSize == Size(width: 40, height: 20))
        #expect(fault([]) == "the picture is empty")
        #expect(fault(Array("plain text".utf8)) == "not an SVG, PNG or JPEG picture")
        #expect(fault([0x1F, 0x8B, 8, 0]).contains("compressed SVG"))
    }

    @Test func densityGivesTheSize() throws {
        let png = try Picture.inspect(SamplePicture.png(width: 300, height: 300, perMetre: 11811), path: "")
        #expect(abs(png.naturalSize.width - 72) < 0.01)
    }

    @Test func aHeaderThatClaimsTooMuchIsNotBelieved() {
        #expect(fault(SamplePicture.png(width: 1_000_000, height: 1_000_000, rows: 1)).contains("100 million"))
        #expect(fault(SamplePicture.png(width: 0, height: 5, rows: 1)).contains("no width"))
        var jpeg = SamplePicture.jpeg
        let frame = SamplePicture.position(of: 0xC0, in: jpeg)
        jpeg.replaceSubrange(frame + 5..<frame + 9, with: [0xFF, 0xFF, 0xFF, 0xFF])
        #expect(fault(jpeg).contains("100 million"))
    }

    @Test func everyCutIsRefused() {
        for picture in [SamplePicture.png(width: 20, height: 20), SamplePicture.jpeg] {
            for count in 8..<picture.count - 1 {
                #expect(!fault(Array(picture[..<count])).isEmpty, "\(count) of \(picture.count) bytes were accepted")
            }
        }
    }

    @Test func damageNeverEndsTheProgram() {
        for picture in [
            SamplePicture.png(width: 20, height: 20), SamplePicture.jpeg, Array(SamplePicture.svg("<g/>").utf8),
        ] {
            for index in picture.indices {
                for value in [0, 0x7F, 0xFF] as [UInt8] {
                    var damaged = picture
                    damaged[index] = value
                    _ = fault(damaged)
                }
            }
        }
    }

    @Test func whatACameraWroteStaysInTheHouse() throws {
        let secret = Array("Exif\0\0II*\0\u{8}\0\0\0\0\0 taken by Anna in Warsaw".utf8)
        var jpeg = SamplePicture.jpeg
        for marker in [0xE1, 0xED, 0xFE] as [UInt8] {
            jpeg.insert(contentsOf: [0xFF, marker, 0, UInt8(secret.count + 2)] + secret, at: 2)
        }
        let file = try JPEGFile(jpeg)
        #expect(file.stripped == SamplePicture.jpeg)
        #expect(!String(decoding: file.stripped, as: UTF8.self).contains("Warsaw"))
    }

    @Test func aPhotographThatIsTurnedOnlyByItsMetadataIsRefused() {
        // One entry, big-endian: tag 0x0112, type 3, count 1, value 6.
        let exif: [UInt8] =
            Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]
        var jpeg = SamplePicture.jpeg
        jpeg.insert(contentsOf: [0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif, at: 2)
        #expect(fault(jpeg).contains("upright"))
        jpeg[2 + 4 + 25] = 1
        #expect(fault(jpeg).isEmpty)
    }

    @Test func processColoursAndRareKindsAreRefused() {
        let frame = SamplePicture.position(of: 0xC0, in: SamplePicture.jpeg)
        var inks = SamplePicture.jpeg
        inks[frame + 9] = 4
        #expect(fault(inks).contains("CMYK"))
        var deep = SamplePicture.jpeg
        deep[frame + 4] = 12
        #expect(fault(deep).contains("8 bits"))
        var lossless = SamplePicture.jpeg
        lossless[frame + 1] = 0xC3
        #expect(fault(lossless).contains("rare kind"))
    }

    @Test(arguments: [
        "<image href=\"file:///etc/passwd\"/>", "<image xlink:href='https://example.org/a.png'/>",
        "<use href = \"other.svg#part\"/>", "<style>@import 'a.css';</style>", "<script>1</script>",
        "<rect fill=\"url(https://example.org/#a)\"/>", "<rect style=\"fill: url( 'other.svg#a' )\"/>",
    ])
    func aDrawingReachesNowhereOutsideItself(_ part: String) {
        #expect(!fault(Array(SamplePicture.svg(part).utf8)).isEmpty)
    }

    @Test func aDrawingMayReferToItself() {
        let part = """
            <defs><linearGradient id="a"/></defs><rect fill="url(#a)"/><use href="#b"/>
            """
        #expect(fault(Array(SamplePicture.svg(part).utf8)).isEmpty)
    }

    @Test func entitiesAndMissingSizesAreRefused() {
        let bomb = "<!DOCTYPE svg [<!ENTITY a \"aaaa\">]>" + SamplePicture.svg("&a;")
        #expect(fault(Array(bomb.utf8)).contains("document type"))
        #expect(
            fault(Array("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"1e9\"/>".utf8)).contains("size")
        )
        #expect(fault(Array("<svg".utf8)).contains("cannot be read"))
    }
}
