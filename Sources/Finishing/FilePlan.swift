// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Layout
internal import PDFSyntax

/// The new file without its fonts and pictures: catalogue, pages with their content, structure, links, navigation, metadata.
struct FilePlan {
    /// Which marks the pages hold.
    var marks: Marks
    /// Where the pages are.
    let places: PagePlaces
    private let list: PageList
    private let isPrint: Bool
    private let isDiscreet: Bool
    /// A press follows no link, and a discreet edition must lead nobody's reader to an address.
    private var hasLinks: Bool { !isPrint && !isDiscreet }
    private var file: FileWriter
    private var copier = ObjectCopier()
    private let catalogue: Int
    private let pageTree: Int
    private let firstContent: Int
    /// By page: its resources, and whether it is transparent.
    private var resources: [(text: ObjectText, isTransparent: Bool)] = []

    /// The plan of a file of `list`'s pages.
    init(_ list: PageList, margin: Double, isPrint: Bool, isDiscreet: Bool) throws(StageFailure) {
        self.list = list
        file = try FileWriter(version: isPrint ? "1.6" : "1.7")
        self.isPrint = isPrint
        self.isDiscreet = isDiscreet
        marks = Marks(slotCount: list.tags.slotCount)
        catalogue = file.allocate()
        pageTree = file.allocate()
        places = PagePlaces(first: file.allocate(list.pages.count), pages: list.pages, margin: margin)
        firstContent = file.allocate(list.pages.count)
    }

    /// Adds the next page's content and resources.
    mutating func add(content: [UInt8], resources: PDFObject, isTransparent: Bool) throws(StageFailure) {
        file.stream(firstContent + self.resources.count, content)
        var text = ObjectText()
        try copier.copy(resources, to: &text, in: &file)
        self.resources.append((text, isTransparent))
    }

    /// Copies the fonts and pictures that the pages share: after it nothing more is read.
    mutating func copyShared() throws(StageFailure) {
        try copier.finish(to: &file)
    }

    /// Writes the rest and gives the file.
    mutating func finish(profile: ColourProfile, metadata: Metadata) throws(StageFailure) -> [UInt8] {
        marks.sort()
        let links = placeLinks()
        let structure = Structure(
            of: isDiscreet ? Self.neutral(list.tags) : list.tags, marks: marks, links: Set(links.keys), in: &file)
        let root = file.allocate()
        structure.write(to: &file, root: root, marks: marks, places: places, links: links, hasLinks: hasLinks)
        writeRoot(root, structure, links)
        writePages(links)
        for page in list.pages {
            for link in page.links {
                guard let place = links[link.id] else { continue }
                Annotations.write(link, at: place, isTagged: structure.linkOwners[link.id] != nil, places, to: &file)
            }
        }
        writeCatalogue(root, profile, metadata)
        let information = file.allocate()
        file.object(information) { metadata.writeInformation(to: &$0) }
        return file.finish(root: catalogue, information: information)
    }

    /// Numbers for the links that lead somewhere; none where there are to be no links.
    private mutating func placeLinks() -> [Int: LinkPlace] {
        var links: [Int: LinkPlace] = [:]
        guard hasLinks else { return links }
        for (index, page) in list.pages.enumerated() {
            for link in page.links where !link.frames.isEmpty && links[link.id] == nil {
                if case .destination(let name) = link.target, list.destinations[name] == nil { continue }
                let key = list.pages.count + links.count
                links[link.id] = LinkPlace(number: file.allocate(), page: index, key: key)
            }
        }
        return links
    }

    /// The tree with notes' identifiers that say nothing: names within a file can be read too.
    private static func neutral(_ tags: TagTree) -> TagTree {
        var tags = tags
        for id in tags.nodes.indices where tags[id].identifier != nil { tags[id].identifier = "n\(id)" }
        return tags
    }

    private mutating func writeRoot(_ root: Int, _ structure: Structure, _ links: [Int: LinkPlace]) {
        let parentTree = file.allocate()
        let identifiers = structure.identifiers
        let identifierTree = identifiers.isEmpty ? 0 : file.allocate()
        file.object(root) { text in
            text.put("<</Type/StructTreeRoot/K")
            text.put(reference: structure.numbers[0])
            text.put("/ParentTree")
            text.put(reference: parentTree)
            text.put("/ParentTreeNextKey ")
            text.put(list.pages.count + links.count)
            if identifierTree > 0 {
                text.put("/IDTree")
                text.put(reference: identifierTree)
            }
            text.put(">>")
        }
        if identifierTree > 0 {
            SortedTree.write("Names", as: identifierTree, count: identifiers.count, to: &file) { index, text in
                text.put(key: identifiers[index].key)
            } value: { index, text in
                text.put(reference: identifiers[index].number)
            }
        }
        let pages = marks.slots.indices.filter { !marks.slots[$0].isEmpty }
        let annotations = links.sorted { $0.value.key < $1.value.key }.compactMap { id, place in
            structure.linkOwners[id].map { (key: place.key, element: structure.numbers[$0]) }
        }
        SortedTree.write("Nums", as: parentTree, count: pages.count + annotations.count, to: &file) { index, text in
            text.put(index < pages.count ? pages[index] : annotations[index - pages.count].key)
        } value: { index, text in
            guard index < pages.count else {
                text.put(reference: annotations[index - pages.count].element)
                return
            }
            text.put("[")
            for slot in marks.slots[pages[index]] {
                text.put(reference: structure.numbers[structure.owners[Int(slot)]])
            }
            text.put("]")
        }
    }

    private mutating func writePages(_ links: [Int: LinkPlace]) {
        let perNode = 64
        let count = list.pages.count
        let nodeCount = (count + perNode - 1) / perNode
        let firstNode = file.allocate(nodeCount)
        file.object(pageTree) { text in
            text.put("<</Type/Pages/Count ")
            text.put(count)
            text.put("/Kids[")
            for node in 0..<nodeCount { text.put(reference: firstNode + node) }
            text.put("]>>")
        }
        for node in 0..<nodeCount {
            let range = node * perNode..<min((node + 1) * perNode, count)
            file.object(firstNode + node) { text in
                text.put("<</Type/Pages/Parent")
                text.put(reference: pageTree)
                text.put("/Count ")
                text.put(range.count)
                text.put("/Kids[")
                for page in range { text.put(reference: places.number(of: page)) }
                text.put("]>>")
            }
            for page in range {
                let text = pageText(page, below: firstNode + node, links)
                file.object(places.number(of: page)) { $0.bytes.append(contentsOf: text.bytes) }
            }
        }
    }

    private func pageText(_ index: Int, below parent: Int, _ links: [Int: LinkPlace]) -> ObjectText {
        var text = ObjectText()
        let page = list.pages[index]
        let trim = Rect(x: 0, y: 0, width: page.size.width, height: page.size.height)
        text.put("<</Type/Page/Parent")
        text.put(reference: parent)
        text.put("/MediaBox")
        places.write(trim.outset(by: places.margin), on: index, to: &text)
        if isPrint {
            text.put("/BleedBox")
            places.write(trim.outset(by: min(list.bleed, places.margin)), on: index, to: &text)
            text.put("/TrimBox")
            places.write(trim, on: index, to: &text)
        } else if places.margin > 0 {
            text.put("/CropBox")
            places.write(trim, on: index, to: &text)
        }
        if resources[index].isTransparent {
            text.put("/Group<</Type/Group/S/Transparency/I true/CS/")
            if isPrint { text.put("DeviceCMYK>>") } else { text.put("DeviceRGB>>") }
        }
        text.put("/Resources")
        text.bytes.append(contentsOf: resources[index].text.bytes)
        text.put("/Contents")
        text.put(reference: firstContent + index)
        if !marks.slots[index].isEmpty {
            text.put("/StructParents ")
            text.put(index)
        }
        let annotations = page.links.compactMap { link in links[link.id].flatMap { $0.page == index ? $0.number : nil }
        }
        if !annotations.isEmpty {
            text.put("/Tabs/S/Annots[")
            for number in annotations { text.put(reference: number) }
            text.put("]")
        }
        text.put(">>")
        return text
    }

    private mutating func writeCatalogue(_ root: Int, _ profile: ColourProfile, _ metadata: Metadata) {
        let packet = file.allocate()
        // The packet is left as it is, so that programs find it without reading PDF.
        file.stream(packet, metadata.packet(identity: file.digest), isPlain: true) {
            $0.put("/Type/Metadata/Subtype/XML")
        }
        let colours = file.allocate()
        file.stream(colours, profile.bytes) { text in
            text.put("/N ")
            text.put(isPrint ? 4 : 3)
        }
        let intent = file.allocate()
        file.object(intent) { profile.writeIntent(profile: colours, isPrint: isPrint, to: &$0) }
        let outline = list.outline.isEmpty ? 0 : file.allocate()
        if outline > 0 {
            Navigation.writeOutline(list.outline, of: list, isDiscreet ? places : nil, as: outline, to: &file)
        }
        let names = list.destinations.isEmpty || isDiscreet ? 0 : file.allocate()
        if names > 0 { Navigation.writeDestinations(list.destinations, places, as: names, to: &file) }
        file.object(catalogue) { text in
            text.put("<</Type/Catalog/Pages")
            text.put(reference: pageTree)
            text.put("/Lang")
            text.put(text: list.information.language.description)
            text.put("/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot")
            text.put(reference: root)
            text.put("/Metadata")
            text.put(reference: packet)
            text.put("/OutputIntents[")
            text.put(reference: intent)
            text.put("]/PageLabels")
            Navigation.writeLabels(list.pages.map(\.label), to: &text)
            if outline > 0 {
                // Whoever looks over a shoulder need not read the chapters' names beside the page.
                if !isDiscreet { text.put("/PageMode/UseOutlines") }
                text.put("/Outlines")
                text.put(reference: outline)
            }
            if names > 0 {
                text.put("/Names<</Dests")
                text.put(reference: names)
                text.put(">>")
            }
            text.put(">>")
        }
    }
}
