# SPDX-License-Identifier: GPL-3.0-or-later
"""What the sources say: the words of each block of each chapter, read by a small Markdown reader of our own.

A block becomes a list of pieces: text that must be printed as it is, NOTE where a note's mark stands, WILD where the program prints
what the source does not say (the text and the page of a cross reference).
"""
import re
from collections import Counter

NOTE, WILD = object(), object()
FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
ITEM = re.compile(r"^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?")
ATTRIBUTES = re.compile(r"\s*\{[#.\w][^{}]*\}\s*$")


def front_matter(text):
    """The fields of the front matter (flat ones only) and the rest."""
    match = re.match(r"---\n(.*?)\n---\n", text, re.S)
    if not match:
        return {}, text
    return flat_yaml(match.group(1)), text[match.end():]


def flat_yaml(text):
    fields = {}
    for line in text.splitlines():
        match = re.match(r"([\w-]+):\s*(.*?)\s*$", line)
        if match:
            fields[match.group(1)] = unquoted(match.group(2))
    return fields


def unquoted(value):
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].replace('\\"', '"')
    return value


class Floating(str):
    """A block of a worksheet: it stands on a later page than its place in the text."""


def blocks(text):
    """(blocks in order, notes by label), each block as its raw Markdown on one line."""
    worksheets = [match.span() for match in re.finditer(r"^:::worksheet.*?^:::\s*$", text, re.M | re.S)]
    if worksheets:
        found, notes, end = [], {}, 0
        for first, last in worksheets + [(len(text), len(text))]:
            plain = _blocks(text[end:first])
            sheet = _blocks(text[first:last])
            found += plain[0] + [Floating(block) for block in sheet[0]]
            notes.update(plain[1])
            end = last
        return found, notes
    return _blocks(text)


def _blocks(text):
    text = re.sub(r"<!--.*?-->", "", text, flags=re.S)
    found, notes, paragraph = [], {}, []
    sink = found

    def flush():
        if paragraph:
            joined = ATTRIBUTES.sub("", " ".join(part.strip() for part in paragraph))
            if joined:
                sink.append(joined)
            paragraph.clear()

    fence = None
    for line in text.split("\n"):
        if fence:
            if line.strip().startswith(fence):
                fence = None
            elif line.strip():
                sink.append("`` " + line.strip() + " ``")
            continue
        opening = FENCE.match(line)
        if opening:
            flush()
            fence = opening.group(1)
            continue
        if sink is not found and line.strip() and not line.startswith((" ", "\t")) and not paragraph:
            sink = found
        line = re.sub(r"^\s*(?:>\s?)+", "", line)
        note = re.match(r"^\[\^([^\]]+)\]:\s*(.*)$", line)
        if note:
            flush()
            sink = notes.setdefault(note.group(1), [])
            paragraph.append(note.group(2))
            continue
        if not line.strip() or re.match(r"^\s*\[!\w+\]\s*$", line) or re.match(r"^\s*([-*_])(\s*\1){2,}\s*$", line):
            flush()
        elif line.lstrip().startswith(":::"):
            flush()
            title = re.sub(r"^\s*:::+\s*[\w-]*\s*", "", line)
            if ATTRIBUTES.sub("", " " + title).strip():
                sink.append(ATTRIBUTES.sub("", " " + title).strip())
        elif re.match(r"^#{1,6}\s", line):
            flush()
            sink.append(ATTRIBUTES.sub("", re.sub(r"^#+\s+", "", line)))
        elif line.lstrip().startswith("|"):
            flush()
            if not re.match(r"^[\s|:-]+$", line):
                cells = re.split(r"(?<!\\)\|", line.strip().strip("|"))
                sink.extend(cell.strip() for cell in cells if cell.strip())
        elif ITEM.match(line):
            flush()
            paragraph.append(ITEM.sub("", line))
        elif re.match(r"^:\s", line):
            flush()
            paragraph.append(line[1:])
        else:
            paragraph.append(line)
    flush()
    return found, notes


def pieces(markdown):
    """A block's text without its marks: strings, NOTE, WILD."""
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)(\{[^}]*\})?", "", markdown)
    text = re.sub(r"\[\]\([^)]*\)", "\0", text)
    text = re.sub(r"\[\^[^\]]+\]", "\1", text)
    text = re.sub(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\((?:[^()]|\([^()]*\))*\)", r"\1", text)
    text = re.sub(r"\[([^\[\]]*)\]\{[^}]*\}", r"\1", text)
    text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
    result = []
    for part in re.split("([\0\1])", text):
        if part == "\0":
            result.append(WILD)
        elif part == "\1":
            result.append(NOTE)
        elif part:
            result.append(part)
    return result


def note_labels(markdown):
    return re.findall(r"\[\^([^\]]+)\](?!:)", markdown)


def catalogue(text):
    """msgid → msgstr of a PO file: translated, not fuzzy, not obsolete."""
    entries = {}
    for chunk in re.split(r"\n\s*\n", text):
        if re.search(r"^#,.*\bfuzzy\b", chunk, re.M):
            continue
        fields, name = {}, None
        for line in chunk.splitlines():
            match = re.match(r"(msgctxt|msgid|msgstr)\s+(\".*\")\s*$", line)
            if match:
                name = match.group(1)
                fields[name] = po_string(match.group(2))
            elif line.startswith('"') and name:
                fields[name] += po_string(line.strip())
        if fields.get("msgid") and fields.get("msgstr"):
            entries[" ".join(fields["msgid"].split())] = fields["msgstr"]
    return entries


def po_string(quoted):
    escapes = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}
    return re.sub(r"\\(.)", lambda match: escapes.get(match.group(1), match.group(1)), quoted[1:-1])


class Publication:
    """The sources of one publication in one language."""

    def __init__(self, root, name, language):
        self.folder = root / "Documents" / name
        text = (self.folder / "publication.yaml").read_text(encoding="utf-8")
        self.settings = flat_yaml(text)
        self.kinds = self._kinds(text)
        po = self.folder / "po" / f"{language}.po"
        self.translations = catalogue(po.read_text(encoding="utf-8")) if po.exists() else {}
        self.title = self.translated(self.settings["title"])
        shared = self.settings.get("notes")
        self.notes = blocks((self.folder / shared).read_text(encoding="utf-8"))[1] if shared else {}
        # Text that the program prints in other places, where a block may stand once more.
        glossary = root / "Documents" / "glossary.yaml"
        self.elsewhere = text + (glossary.read_text(encoding="utf-8") if glossary.exists() else "")
        whole = " ".join(self.elsewhere.split())
        self.elsewhere += "".join("\n" + new for old, new in self.translations.items() if old in whole)
        # Alternative texts may say what the text says, for those who cannot see the picture.
        for path in sorted(self.folder.glob("*.md")):
            for words in re.findall(r"!\[([^\]]*)\]", path.read_text(encoding="utf-8")):
                alike = [new for old, new in self.translations.items() if old[:60] == words[:60]]
                self.elsewhere += "\n".join(["", words, *alike])
        for path in sorted(self.folder.glob("figures/*.svg")):
            self.elsewhere += "\n" + re.sub(r"<[^>]*>", " ", path.read_text(encoding="utf-8"))
        self.titles = []
        self.blocks = []
        self.cited = set()
        # How often each note is printed: once in each chapter that calls it.
        self.called = Counter()
        self._read_chapters(text)

    def _count_notes(self, blocks):
        called, waiting = set(), [label for block in blocks for label in note_labels(block)]
        while waiting:
            label = waiting.pop()
            if label not in called and label in self.notes:
                called.add(label)
                waiting += [inner for block in self.notes[label] for inner in note_labels(block)]
        self.called.update(called)

    @staticmethod
    def _kinds(text):
        match = re.search(r"^resources:\s*\n(?:\s+.*\n)*?\s+kinds:\s*\[(.*?)\]", text, re.M)
        return [kind.strip() for kind in match.group(1).split(",")] if match else None

    def _read_chapters(self, settings):
        contents = re.search(r"^contents:\s*\n((?:[ ]*-.*\n)+)", settings, re.M).group(1)
        self.parts = [line.strip()[1:].strip() for line in contents.splitlines()]
        for path in self.parts:
            if path.startswith(":"):
                continue
            fields, text = front_matter((self.folder / path).read_text(encoding="utf-8"))
            found, notes = blocks(text)
            title = [fields["title"]] if fields.get("title") else []
            self.blocks += title + found
            self.titles += title + re.findall(r"^#+\s+(.*?)\s*(?:\{.*\})?$", text, re.M)
            self.notes = {**self.notes, **notes}
            self._count_notes(found)
            self.cited |= set(re.findall(r"\(resource:([\w-]+)\)", text))

    def addresses(self):
        """Every address that is written in a chapter or a note that is called."""
        texts = self.blocks + [block for label in self.called for block in self.notes[label]]
        for text in texts:
            yield from re.findall(r"<(https?://[^\s>]+)>", text)
            yield from re.findall(r"\]\((https?://[^\s)]+)\)", text)

    def translated(self, block):
        """`block` as the edition prints it."""
        return self.translations.get(" ".join(block.split()), block)


def resources(root):
    """The entries of resources.yaml as flat dictionaries."""
    path = root / "Documents" / "resources.yaml"
    if not path.exists():
        return []
    entries = []
    indent = None
    for line in path.read_text(encoding="utf-8").splitlines():
        match = re.match(r"(\s*)-\s+id:\s*(\S+)", line)
        if match:
            entries.append({"id": unquoted(match.group(2)), "restrict": ""})
            indent = len(match.group(1)) + 2
            continue
        field = re.match(r"(\s*)([\w-]+):\s*(.*?)\s*$", line)
        if entries and field and indent is not None and len(field.group(1)) == indent:
            entries[-1][field.group(2)] = unquoted(re.sub(r"\s+#.*$", "", field.group(3)))
            key = field.group(2)
        elif entries and field and indent is not None and len(field.group(1)) > indent and key == "restrict":
            entries[-1]["restrict"] += f" {field.group(2)}: {field.group(3)}"
    return entries
