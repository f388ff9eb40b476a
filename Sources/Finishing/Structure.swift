// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Layout
internal import PDFSyntax

/// The structure tree as objects (ISO 32000-1:2008, 14.7): elements that hold something, in reading order.
struct Structure {
    /// The object number of an element by its id; 0 for one that is left out.
    private(set) var numbers: [Int]
    /// The element of a slot.
    private(set) var owners: [TagNode.ID]
    /// The element of a link.
    private(set) var linkOwners: [Int: TagNode.ID] = [:]
    private let tree: TagTree
    private let parents: [TagNode.ID]
    private let order: [TagNode.ID]

    /// The elements of `tree` that hold `marks` or one of the `links`, with numbers from `file`.
    init(of tree: TagTree, marks: Marks, links: Set<Int>, in file: inout FileWriter) {
        self.tree = tree
        (order, parents) = Self.walk(tree)
        owners = Array(repeating: 0, count: tree.slotCount)
        numbers = Array(repeating: 0, count: tree.nodes.count)
        var isKept = Array(repeating: false, count: tree.nodes.count)
        isKept[0] = true
        for id in order.reversed() {
            let node = tree.nodes[id]
            // A table without its empty cells is no grid.
            var keeps = isKept[id] || node.role == .td || node.role == .th
            for child in node.children {
                switch child {
                case .content(let slot):
                    if owners.indices.contains(slot) { owners[slot] = id }
                    keeps = keeps || !marks.marks(of: slot).isEmpty
                case .link(let link):
                    linkOwners[link] = id
                    keeps = keeps || links.contains(link)
                case .node: break
                }
            }
            isKept[id] = keeps
            if keeps, id != 0 { isKept[parents[id]] = true }
        }
        for id in order where isKept[id] { numbers[id] = file.allocate() }
    }

    /// The elements from the root, each before its children, and their parents. Without recursion: a tree may be as deep as it likes.
    private static func walk(_ tree: TagTree) -> (order: [TagNode.ID], parents: [TagNode.ID]) {
        var order: [TagNode.ID] = []
        order.reserveCapacity(tree.nodes.count)
        var parents = Array(repeating: -1, count: tree.nodes.count)
        var waiting = [0]
        parents[0] = 0
        while let id = waiting.popLast() {
            order.append(id)
            for case .node(let child) in tree.nodes[id].children.reversed()
            where parents.indices.contains(child) && parents[child] < 0 {
                parents[child] = id
                waiting.append(child)
            }
        }
        return (order, parents)
    }

    /// The role of each slot's element: the name of its marks.
    static func roles(of tree: TagTree, hasLinks: Bool) -> [TagNode.Role] {
        var roles = Array(repeating: TagNode.Role.span, count: tree.slotCount)
        for node in tree.nodes {
            for case .content(let slot) in node.children where roles.indices.contains(slot) {
                roles[slot] = role(node.role, hasLinks: hasLinks)
            }
        }
        return roles
    }

    /// A link that leads nowhere is a span.
    private static func role(_ role: TagNode.Role, hasLinks: Bool) -> TagNode.Role {
        !hasLinks && role == .link ? .span : role
    }

    /// Writes the elements below `root`.
    func write(
        to file: inout FileWriter, root: Int, marks: Marks, places: PagePlaces, links: [Int: LinkPlace], hasLinks: Bool
    ) {
        // An element's language where it is not its parent's: parents come first in the order.
        var languages: [LanguageTag?] = Array(repeating: nil, count: tree.nodes.count)
        for id in order where numbers[id] != 0 {
            var node = tree.nodes[id]
            let outer = id == 0 ? nil : languages[parents[id]]
            languages[id] = node.language ?? outer
            if node.language == outer { node.language = nil }
            file.object(numbers[id]) { text in
                text.put("<</S/")
                text.put(verbatim: Self.role(node.role, hasLinks: hasLinks).rawValue)
                text.put("/P")
                text.put(reference: id == 0 ? root : numbers[parents[id]])
                writeProperties(of: node, places, to: &text)
                writeChildren(of: node, marks, places, links, to: &text)
                text.put(">>")
            }
        }
    }

    private func writeProperties(of node: TagNode, _ places: PagePlaces, to text: inout ObjectText) {
        if let language = node.language {
            text.put("/Lang")
            text.put(text: language.description)
        }
        if let alternative = node.alternative {
            text.put("/Alt")
            text.put(text: alternative)
        }
        if let identifier = node.identifier {
            text.put("/ID")
            text.put(key: identifier)
        }
        if let numbering = node.numbering {
            text.put("/A<</O/List/ListNumbering/")
            text.put(verbatim: numbering.rawValue)
            text.put(">>")
        } else if let frame = node.frame {
            text.put("/A<</O/Layout/BBox")
            places.write(frame.rect, on: frame.page, to: &text)
            text.put(">>")
        } else if node.scope != nil || node.columns > 1 || node.rows > 1 {
            text.put("/A<</O/Table")
            if let scope = node.scope {
                text.put("/Scope/")
                text.put(verbatim: scope.rawValue)
            }
            if node.columns > 1 {
                text.put("/ColSpan ")
                text.put(node.columns)
            }
            if node.rows > 1 {
                text.put("/RowSpan ")
                text.put(node.rows)
            }
            text.put(">>")
        }
    }

    private func writeChildren(
        of node: TagNode, _ marks: Marks, _ places: PagePlaces, _ links: [Int: LinkPlace], to text: inout ObjectText
    ) {
        var ownPage: Int32 = -1
        var kids = ObjectText()
        for child in node.children {
            switch child {
            case .node(let id):
                if numbers.indices.contains(id), numbers[id] != 0, parents[id] == node.id {
                    kids.put(reference: numbers[id])
                }
            case .link(let id):
                guard let link = links[id] else { continue }
                kids.put("<</Type/OBJR/Obj")
                kids.put(reference: link.number)
                kids.put("/Pg")
                kids.put(reference: places.number(of: link.page))
                kids.put(">>")
            case .content(let slot):
                for mark in marks.marks(of: slot) {
                    if ownPage < 0 { ownPage = mark.page }
                    if mark.page == ownPage {
                        kids.put(" ")
                        kids.put(Int(mark.number))
                    } else {
                        kids.put("<</Type/MCR/Pg")
                        kids.put(reference: places.number(of: Int(mark.page)))
                        kids.put("/MCID ")
                        kids.put(Int(mark.number))
                        kids.put(">>")
                    }
                }
            }
        }
        if ownPage >= 0 {
            text.put("/Pg")
            text.put(reference: places.number(of: Int(ownPage)))
        }
        guard !kids.bytes.isEmpty else { return }
        text.put("/K[")
        text.bytes.append(contentsOf: kids.bytes)
        text.put("]")
    }

    /// The identifiers with their elements, sorted by bytes.
    var identifiers: [(key: String, number: Int)] {
        var found: [(key: String, number: Int)] = []
        for id in order where numbers[id] != 0 {
            if let identifier = tree.nodes[id].identifier { found.append((identifier, numbers[id])) }
        }
        return found.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }
}

/// Where a link's annotation is.
struct LinkPlace {
    /// Its object number.
    var number: Int
    /// Its page, from 0.
    var page: Int
    /// Its key in the parent tree.
    var key: Int
}

/// Where the pages are: their object numbers, and how page space lies in them.
struct PagePlaces {
    let first: Int
    let pages: [Page]
    let margin: Double

    /// The object number of a page; of the nearest, if there is no such page.
    func number(of page: Int) -> Int { first + min(max(page, 0), max(pages.count - 1, 0)) }

    /// The trimmed page in the file, which grows upwards.
    func trim(of page: Int) -> Rect {
        let width = pages.indices.contains(page) ? pages[page].size.width : 0
        return Rect(x: margin, y: margin, width: width, height: height(page))
    }

    private func height(_ page: Int) -> Double { pages.indices.contains(page) ? pages[page].size.height : 0 }

    /// The abscissa in the file.
    func x(_ x: Double) -> Double { x + margin }
    /// The ordinate in the file, which grows upwards.
    func y(_ y: Double, on page: Int) -> Double { height(page) - y + margin }

    /// Writes `rect` as left, bottom, right, top.
    func write(_ rect: Rect, on page: Int, to text: inout ObjectText) {
        text.put("[")
        text.put(x(rect.x))
        text.put(" ")
        text.put(y(rect.maxY, on: page))
        text.put(" ")
        text.put(x(rect.maxX))
        text.put(" ")
        text.put(y(rect.y, on: page))
        text.put("]")
    }
}
