# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks. Each yields faults as (kind, message); the proof on spoiled files asks for the kinds."""
import re
from collections import Counter

from . import pdf as tools
from .manuscript import NOTE, WILD, Floating, pieces


def pattern(block):
    """A block as a pattern over the row of letters and digits of an edition."""
    parts = []
    for piece in pieces(block):
        if piece is NOTE:
            parts.append(r"\d{0,4}")
        elif piece is WILD:
            parts.append(r".{0,400}?")
        else:
            parts.append(re.escape(tools.letters(piece)))
    return "".join(parts)


def plain(block):
    return " ".join(piece for piece in pieces(block) if isinstance(piece, str))


def text_order(source, row):
    """Every block of the source stands in the tag tree, in order; long ones no oftener than they are written."""
    cursor = 0
    patterns = []
    written = tools.letters(source.elsewhere)
    for block in source.blocks:
        moves = isinstance(block, Floating)
        block = source.translated(block)
        if not tools.letters(plain(block)):
            continue
        wanted = pattern(block)
        match = re.compile(wanted).search(row, 0 if moves else cursor)
        if not match:
            where = "out of its order" if re.search(wanted, row) else "not there"
            yield "words", f"{where}: {plain(block)[:80]!r}"
            continue
        if not moves:
            cursor = match.end()
        patterns.append(wanted)
        written += "/" + tools.letters(plain(block))
    for label in sorted(source.called):
        for block in source.notes[label]:
            wanted = pattern(source.translated(block))
            if not re.search(wanted, row):
                yield "words", f"note {label} is not there: {plain(block)[:80]!r}"
            patterns.append(wanted)
            written += ("/" + tools.letters(plain(source.translated(block)))) * source.called[label]
    titles = {pattern(source.translated(title)) for title in source.titles}
    for wanted in sorted(set(patterns) - titles):
        # Titles are printed wherever they are referred to, and what the program fills in may be of any length.
        if len(wanted) < 100 or "{0,400}" in wanted:
            continue
        printed, count = len(re.findall(wanted, row)), len(re.findall(wanted, written))
        if printed > count:
            yield "words", f"printed {printed} times, written {count} times: {wanted[:80]!r}"


def word_count(source, text):
    """No word is printed more seldom than it is written: words that run together or fall apart are found here."""
    written = Counter()
    for block in source.blocks:
        written.update(tools.words(plain(source.translated(block))))
    for label, times in source.called.items():
        for block in source.notes[label]:
            for _ in range(times):
                written.update(tools.words(plain(source.translated(block))))
    printed = Counter(tools.words(text))
    # Where a page ends in a divided word, a note or a head stands between its halves.
    heads = set(re.findall("([^\\W\\d_]+)\u00ad", text.casefold()))
    for word, count in sorted(written.items()):
        divided = any(word.startswith(head) and printed[word[len(head):]] for head in heads)
        if printed[word] < count and not divided and not re.search(r"https?|www", word):
            yield "words", f"“{word}” is written {count} times, printed {printed[word]} times"


def resource_links(edition, source, entries, links):
    """Every address of the text and of each resource in the appendix is linked, exactly as written."""
    addresses = {target for _, target in links if isinstance(target, str)}
    for address in sorted(set(source.addresses()) - addresses):
        yield "links", f"{address} is written, but linked nowhere"
    language = edition["language"].split("-")[0]
    for entry in entries if ":resources" in source.parts else []:
        if source.kinds and entry.get("kind") not in source.kinds:
            continue
        if not edition["draft"] and entry.get("grade") not in ("A", "B"):
            continue
        if re.search(rf"\b{language}\b[^,}}]*(text-only|omit)", entry["restrict"]):
            continue
        url = entry.get("url")
        if url and url != "null" and url not in addresses:
            yield "links", f"{entry['id']}: {url} is linked nowhere"


def references(source, links, destinations):
    """Each internal link arrives, and what is called leads back to where it is called."""
    by_page = {}
    for page, target in links:
        if not isinstance(target, str):
            yield "references", f"a link on page {page + 1} leads to no named place and no address"
            continue
        by_page.setdefault(page, set()).add(target)
        if ":" not in target and target not in destinations:
            yield "references", f"page {page + 1} links to {target}, which is nowhere"
    linked = {target for targets in by_page.values() for target in targets}
    for name, page in sorted(destinations.items()):
        if name.startswith("note-ref-"):
            if not any(t.startswith("note-") and not t.startswith("note-ref-") for t in by_page.get(page, ())):
                yield "references", f"the mark {name} on page {page + 1} leads to no note"
        elif name.startswith("note-"):
            if name not in linked:
                yield "references", f"no mark leads to {name}"
            # `note-x-7` is called from `note-ref-x-7`, and again from `note-ref-x-7-2`: it leads back to one of them.
            mark = "note-ref-" + name.removeprefix("note-")
            if not any(target == mark or target.startswith(mark + "-") for target in by_page.get(page, ())):
                yield "references", f"{name} on page {page + 1} does not lead back to its mark"
        elif name.startswith("cite-") and name not in linked:
            yield "references", f"the appendix does not lead back to {name} on page {page + 1}"
    for resource in sorted(source.cited):
        if ":resources" in source.parts and f"resource-{resource}" in destinations:
            if f"resource-{resource}" not in linked:
                yield "references", f"no citation leads to resource-{resource}"


def fonts(file):
    found = list(file.fonts())
    if not found:
        yield "fonts", "there is no font at all"
    for name, embedded, mapped in found:
        if not embedded:
            yield "fonts", f"{name} is not embedded"
        if not mapped:
            yield "fonts", f"{name} has no map to Unicode"
        if not re.match(r"[A-Z]{6}\+", name):
            yield "fonts", f"{name} is not a subset"


def tags(edition, source, file, roles):
    information = file.information()
    if information.get("Tagged") != "yes":
        yield "tags", "the file says that it is not tagged"
    for role in ("Document", "H1", "H2", "P", "L", "LI", "Link", "Table", "TH", "Figure", "Note", "TOC"):
        if role not in roles and not (role == "H1" and "Title" in roles):
            yield "tags", f"there is no {role} in the tag tree"
    if tools.PDF.text(file.get(file.catalogue.get("/Lang"))) != edition["language"]:
        yield "tags", "the document's language is not the edition's"
    if not edition["discreet"] and information.get("Title") != source.title:
        yield "tags", f"the title is {information.get('Title')!r}"
    if "/PageLabels" not in file.catalogue or "/Outlines" not in file.catalogue:
        yield "tags", "page labels or bookmarks are missing"


def press(file):
    """What a print edition has and has not."""
    if list(file.links()):
        yield "links", "a print edition has links"
    for number, reference in enumerate(file.pages):
        page = file.get(reference)
        trim, bleed = file.get(page.get("/TrimBox")), file.get(page.get("/BleedBox"))
        if not trim or not bleed or not bleed[0] + 8.4 < trim[0] < bleed[0] + 8.6:
            yield "boxes", f"page {number + 1} has no TrimBox with 3 mm of bleed round it"
            break
    if "/OutputIntents" not in file.catalogue:
        yield "boxes", "there is no output intent"


def check(path, edition, source, entries, only=None):
    """All faults of one file, or those of one kind: pdfinfo takes its time over the text of a tag tree."""
    file = tools.PDF(path)
    if only is None:
        status, output = tools.run("qpdf", "--check", str(path))
        if status != 0 or "WARNING" in output:
            yield "syntax", "qpdf --check: " + output.strip().splitlines()[-1]
    if only in (None, "fonts"):
        yield from fonts(file)
    if only in (None, "words"):
        yield from word_count(source, file.plain_text())
    if edition["format"] == "print":
        yield from press(file)
        return
    if only in (None, "words", "tags"):
        roles, text = file.structure_text()
        yield from tags(edition, source, file, roles)
        yield from text_order(source, tools.letters(text))
    if only in (None, "links", "references") and not edition["discreet"]:
        links = list(file.links())
        yield from resource_links(edition, source, entries, links)
        yield from references(source, links, file.destinations())
