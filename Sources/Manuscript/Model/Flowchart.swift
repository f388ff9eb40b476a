// SPDX-License-Identifier: GPL-3.0-or-later

/// A flowchart: questions whose answers lead to other questions, to something to do, or to an end.
public struct Flowchart: Hashable, Sendable {
    /// A box.
    public struct Node: Hashable, Sendable {
        /// What a box is.
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            /// A question with answers.
            case question
            /// Something to do.
            case action
            /// Where a way ends.
            case end
        }
        /// What it is.
        public var kind: Kind
        /// What it says.
        public var text: [Inline]
        /// Where it leads.
        public var answers: [Answer]
        /// A box.
        public init(kind: Kind, text: [Inline], answers: [Answer] = []) {
            self.kind = kind
            self.text = text
            self.answers = answers
        }
    }
    /// A way from one box to another.
    public struct Answer: Hashable, Sendable {
        /// What is answered; empty for what simply comes next.
        public var label: [Inline]
        /// The position of a box in `nodes`.
        public var target: Int
        /// A way.
        public init(label: [Inline], target: Int) {
            self.label = label
            self.target = target
        }
    }

    /// Its caption; may be empty.
    public var title: [Inline] = []
    /// Where it comes from; may be empty.
    public var source: [Inline] = []
    /// The boxes, the first one first, in the order in which they are read.
    public var nodes: [Node]
    /// Whether a box cannot be reached, or a way leads back: then it is set as a list.
    public var isTangled = false
    /// `Figure 1`, made by Assembly.
    public var label = ""

    /// A flowchart.
    public init(nodes: [Node]) { self.nodes = nodes }

    /// The kinds of its texts.
    public enum TextKind: String, Hashable, Sendable {
        /// The title.
        case title
        /// What a box says.
        case node
        /// What is answered.
        case answer
        /// The source.
        case source
    }

    /// Changes each of its texts, in the order of reading.
    public mutating func changeTexts(_ change: (inout [Inline], TextKind) -> Void) {
        change(&title, .title)
        for index in nodes.indices {
            change(&nodes[index].text, .node)
            for answer in nodes[index].answers.indices { change(&nodes[index].answers[answer].label, .answer) }
        }
        change(&source, .source)
    }

    /// Its texts in the order of reading.
    public var texts: [[Inline]] {
        var texts: [[Inline]] = []
        var copy = self
        copy.changeTexts { text, _ in texts.append(text) }
        return texts
    }
}
