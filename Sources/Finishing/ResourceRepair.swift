// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import PDFSyntax

/// Mends what cairo leaves undone in the resources of pages: fonts get their maps, pictures are not smoothed, and for a press colours become
/// inks. Each object is visited once, however many pages share it.
struct ResourceRepair {
    private let file: PDFFile
    private let glyphTexts: [String: [String]]
    private let colours: PressColours?
    /// By object number: whether the object needs a transparency group round it.
    private var visited: [Int: Bool] = [:]

    /// A repair of the resources in `file`; `colours` for a press.
    init(_ file: PDFFile, glyphTexts: [String: [String]], colours: PressColours?) {
        self.file = file
        self.glyphTexts = glyphTexts
        self.colours = colours
    }

    /// Mends a resource dictionary; says whether it makes things transparent. `depth` bounds forms in forms.
    mutating func repair(_ resources: PDFObject, depth: Int = 0) throws(StageFailure) -> Bool {
        guard depth < 32 else { throw StageFailure("forms are nested more than 32 deep") }
        var isTransparent = false
        let states = resources["ExtGState"]
        for key in states.keys where try repairState(states[key], depth) { isTransparent = true }
        let fonts = resources["Font"]
        for key in fonts.keys {
            let font = fonts[key]
            if !isKnown(font) { repairFont(font) }
        }
        let shadings = resources["Shading"]
        if colours != nil { for key in shadings.keys { repairShading(shadings[key]) } }
        for category in ["XObject", "Pattern"] {
            let objects = resources[category]
            for key in objects.keys where try repairPainted(objects[key], depth) { isTransparent = true }
        }
        return isTransparent
    }

    /// Whether the object was visited; it is from now on.
    private mutating func isKnown(_ object: PDFObject) -> Bool {
        let number = object.number
        guard number > 0 else { return false }
        return visited.updateValue(visited[number] ?? false, forKey: number) != nil
    }

    private mutating func repairState(_ state: PDFObject, _ depth: Int) throws(StageFailure) -> Bool {
        var isTransparent = (state["ca"].real ?? 1) < 1 || (state["CA"].real ?? 1) < 1
        if let mode = state["BM"].name, mode != "Normal", mode != "Compatible" { isTransparent = true }
        let mask = state["SMask"]
        if mask.isDictionary {
            isTransparent = true
            _ = try repairPainted(mask["G"], depth)
        }
        return isTransparent
    }

    /// Mends a picture, a form or a pattern.
    private mutating func repairPainted(_ object: PDFObject, _ depth: Int) throws(StageFailure) -> Bool {
        let number = object.number
        if number > 0, let known = visited[number] { return known }
        // A form that paints itself is met again here.
        if number > 0 { visited[number] = false }
        var isTransparent = false
        if object["Subtype"].name == "Image" {
            isTransparent = try repairImage(object)
        } else if object["PatternType"].integer == 2 {
            if colours != nil { repairShading(object["Shading"]) }
        } else if object.isStream {
            isTransparent = try repairForm(object, depth)
        }
        if number > 0 { visited[number] = isTransparent }
        return isTransparent
    }

    private func repairImage(_ image: PDFObject) throws(StageFailure) -> Bool {
        let mask = image["SMask"]
        image.remove("Interpolate")
        if mask.isStream { mask.remove("Interpolate") }
        if let colours, image["ColorSpace"].name == "DeviceRGB" {
            guard image["BitsPerComponent"].integer == 8, let pixels = image.decodedData() else {
                throw StageFailure("a picture cannot be decoded, and a press takes no RGB")
            }
            image.replaceData(colours.convert(pixels))
            image.set("ColorSpace", parsing: "/DeviceCMYK")
        } else if image["Filter"].name == "DCTDecode", let data = try? image.encodedData(),
            let stripped = JPEGMetadata.stripped(data)
        {
            image.replaceData(stripped, filter: "DCTDecode")
        }
        return mask.isStream
    }

    private mutating func repairForm(_ form: PDFObject, _ depth: Int) throws(StageFailure) -> Bool {
        let group = form["Group"]
        let isTransparent = try repair(form["Resources"], depth: depth + 1) || group["S"].name == "Transparency"
        guard let colours else { return isTransparent }
        if group["CS"].name == "DeviceRGB" { group.set("CS", parsing: "/DeviceCMYK") }
        if let content = form.decodedData() {
            var rewriter = ContentRewriter(form: content, colours: colours)
            form.replaceData(try rewriter.rewrite())
        }
        return isTransparent
    }

    private mutating func repairShading(_ shading: PDFObject) {
        guard let colours, !isKnown(shading), shading["ColorSpace"].name == "DeviceRGB" else { return }
        // Meshes carry their colours in a stream: they stay, and Preflight reports them.
        guard let type = shading["ShadingType"].integer, (1...3).contains(type) else { return }
        shading.set("ColorSpace", parsing: "/DeviceCMYK")
        repairFunction(shading["Function"], colours, depth: 0)
    }

    private mutating func repairFunction(_ function: PDFObject, _ colours: PressColours, depth: Int) {
        guard depth < 8, !isKnown(function) else { return }
        let parts = function["Functions"]
        for index in 0..<parts.count { repairFunction(parts[index], colours, depth: depth + 1) }
        guard function["FunctionType"].integer == 2 else { return }
        for key in ["C0", "C1"] {
            let colour = function[key]
            let values = (0..<colour.count).compactMap { colour[$0].real }
            guard values.count == 3 else { continue }
            var text = ObjectText()
            text.put("[")
            colours.write(values[0], values[1], values[2], to: &text)
            text.put("]")
            function.set(key, parsing: String(decoding: text.bytes, as: UTF8.self))
        }
    }

    private func repairFont(_ font: PDFObject) {
        let descendants = font["DescendantFonts"]
        for index in 0..<descendants.count where descendants[index]["Subtype"].name == "CIDFontType2" {
            let descendant = descendants[index]
            if descendant["CIDToGIDMap"].isNull { descendant.set("CIDToGIDMap", parsing: "/Identity") }
        }
        guard font["Subtype"].name == "Type0", let name = font["BaseFont"].name else { return }
        // The name begins with a tag of six letters and a plus sign.
        let plus = name.utf8.firstIndex(of: 0x2B).map { name.index(after: $0) } ?? name.startIndex
        guard let texts = glyphTexts[String(name[plus...])] else { return }
        let old = font["ToUnicode"]
        if let guess = old.decodedData(), !GlyphGuess(guess).agrees(with: texts) { return }
        // A new object would make libqpdf read all that cairo wrote, its structure tree too.
        if old.isStream {
            old.replaceData(GlyphMap.cmap(of: texts))
        } else {
            font.set("ToUnicode", file.stream(GlyphMap.cmap(of: texts)))
        }
    }
}
