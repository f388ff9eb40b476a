# SPDX-License-Identifier: GPL-3.0-or-later
"""A book of a given length in English or Russian, the same for each program: chapters of sections with paragraphs, footnotes, lists,
tables, links inside and outside. The sentences are those of the briefing paper, drawn by a generator with a fixed seed.
"""
import html
import random
import re

WORDS_PER_PAGE = 430


def sentences(root, language):
    """Sentences of the briefing paper without their marks."""
    if language == "ru":
        text = (root / "Documents/briefing-paper/po/ru.po").read_text(encoding="utf-8")
        texts = ["".join(re.findall(r'"(.*)"', found)) for found in re.findall(r'^msgstr (".*"(?:\n".*")*)', text, re.M)]
        texts = [text.replace('\\"', '"').replace("\\n", " ") for text in texts]
    else:
        texts = []
        for path in sorted((root / "Documents/briefing-paper").glob("*.md")):
            texts += path.read_text(encoding="utf-8").split("\n\n")
    found = []
    for text in texts:
        if re.search(r"^\s*(---|:::|\||<!--|#|\[\^|- |\d+\.)", text):
            continue
        text = re.sub(r"\[\^[^\]]*\]|<[^>]*>|\[[^\]]*\]\([^)]*\)|\{[^}]*\}", "", text)
        for sentence in re.split(r"(?<=[.?!])\s+", text.replace("\n", " ")):
            # Only letters and plain points: nothing that one of the three markup languages reads as its own.
            if re.fullmatch(r"[\w ,.;:?!’–—()“”«»-]{40,260}", sentence.strip()):
                found.append(sentence.strip())
    return sorted(set(found))


class Book:
    """The content as data: chapters of (title, sections); a section is (title, id, blocks)."""

    def __init__(self, root, language, pages):
        self.language = language
        self.pages = pages
        self.source = sentences(root, language)
        self.random = random.Random(f"{language} {pages}")
        words = 0
        self.chapters = []
        while words < pages * WORDS_PER_PAGE:
            chapter, count = self._chapter(len(self.chapters) + 1, pages * WORDS_PER_PAGE - words)
            self.chapters.append(chapter)
            words += count

    def _sentence(self):
        return self.random.choice(self.source)

    def _title(self):
        return " ".join(self._sentence().rstrip(".?!").split()[:6]).strip(" ,;:–—-()“”«»")

    def _chapter(self, number, left):
        sections, words = [], 0
        while words < min(left, 10 * WORDS_PER_PAGE):
            blocks = []
            for _ in range(6):
                text = [self._sentence() for _ in range(self.random.randint(3, 6))]
                note = self._sentence() if self.random.random() < 0.4 else None
                link = f"https://www.example.org/{self.random.randint(1, 9999)}" if self.random.random() < 0.3 else None
                blocks.append(("paragraph", text, note, link))
                words += sum(len(sentence.split()) for sentence in text) + (len(note.split()) if note else 0)
            items = [self._sentence() for _ in range(3)]
            blocks.append(("list", items))
            words += sum(len(item.split()) for item in items)
            if self.random.random() < 0.5:
                rows = [[" ".join(self._sentence().split()[:5]), str(self.random.randint(1, 99)),
                         " ".join(self._sentence().split()[:7])] for _ in range(5)]
                blocks.append(("table", rows))
                words += sum(len(cell.split()) for row in rows for cell in row)
            sections.append((self._title(), f"s-{number}-{len(sections) + 1}", blocks))
        return (self._title(), sections), words

    def previous(self, number, index):
        """The id of another section, for a reference."""
        return f"s-{number}-{max(1, index)}"

    # Pamphlet

    def write_pamphlet(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        names = []
        for number, (title, sections) in enumerate(self.chapters, 1):
            out, notes = [f"---\ntitle: \"{title}\"\nid: ch-{number}\nrole: chapter\n---\n"], []
            for index, (heading, anchor, blocks) in enumerate(sections):
                out.append(f"## {heading} {{#{anchor}}}\n")
                for block in blocks:
                    out.append(self._markdown(block, notes, number) + "\n")
                out.append(f"[](#{self.previous(number, index)})\n")
            names.append(f"{number:03}.md")
            (folder / names[-1]).write_text("\n".join(out + notes), encoding="utf-8")
        contents = "".join(f"  - {name}\n" for name in [":contents"] + names)
        language = "ru" if self.language == "ru" else "en-GB"
        (folder / "publication.yaml").write_text(
            f"title: Benchmark\nlanguage: {language}\ncontents:\n{contents}", encoding="utf-8")

    @staticmethod
    def _markdown(block, notes, number):
        if block[0] == "paragraph":
            _, text, note, link = block
            line = " ".join(text)
            if note:
                label = f"n{number}-{len(notes) + 1}"
                notes.append(f"[^{label}]: {note}\n")
                line += f"[^{label}]"
            return line + (f" [{link}]({link})" if link else "")
        if block[0] == "list":
            return "\n".join(f"- {item}" for item in block[1])
        rows = "\n".join("| " + " | ".join(row) + " |" for row in block[1])
        return f"| A | B | C |\n|---|---:|---|\n{rows}"

    # Typst

    def write_typst(self, path):
        out = [
            '#set page(paper: "a4", margin: 25mm, numbering: "1")\n'
            f'#set text(font: "Vollkorn", size: 10.5pt, lang: "{self.language}", hyphenate: true)\n'
            '#set par(justify: true)\n#set document(title: "Benchmark")\n#set heading(numbering: "1.1")\n#outline()\n']
        for number, (title, sections) in enumerate(self.chapters, 1):
            out.append(f"#pagebreak()\n= {title}\n")
            for index, (heading, anchor, blocks) in enumerate(sections):
                out.append(f"== {heading} <{anchor}>\n")
                for block in blocks:
                    out.append(self._typst(block) + "\n")
                target = self.previous(number, index)
                out.append(f"@{target}, #context counter(page).at(<{target}>).first()\n")
        path.write_text("\n".join(out), encoding="utf-8")

    @staticmethod
    def _typst(block):
        if block[0] == "paragraph":
            _, text, note, link = block
            line = " ".join(text)
            if note:
                line += f"#footnote[{note}]"
            return line + (f' #link("{link}")' if link else "")
        if block[0] == "list":
            return "\n".join(f"- {item}" for item in block[1])
        cells = ", ".join(f"[{cell}]" for row in [["A", "B", "C"]] + block[1] for cell in row)
        return f"#table(columns: (2fr, 1fr, 3fr), {cells})"

    # WeasyPrint

    def write_html(self, path, fonts):
        style = f"""
            @font-face {{ font-family: Book; src: url("{(fonts).as_uri()}") }}
            @page {{ size: A4; margin: 25mm; @bottom-center {{ content: counter(page) }} }}
            html {{ font: 10.5pt/1.35 Book, Vollkorn, serif; hyphens: auto; text-align: justify }}
            h1 {{ break-before: page }}
            .note {{ float: footnote; font-size: 8.5pt }}
            .page::after {{ content: target-counter(attr(href), page) }}
            nav a::after {{ content: leader(".") target-counter(attr(href), page) }}
            table {{ width: 100%; border-collapse: collapse }} td, th {{ border-bottom: 0.5pt solid; text-align: left }}"""
        out = [f'<!doctype html><html lang="{self.language}"><title>Benchmark</title><style>{style}</style><nav>']
        for number, (title, sections) in enumerate(self.chapters, 1):
            out.append(f'<p><a href="#ch-{number}">{html.escape(title)}</a></p>')
            out += [f'<p><a href="#{anchor}">{html.escape(heading)}</a></p>' for heading, anchor, _ in sections]
        out.append("</nav>")
        for number, (title, sections) in enumerate(self.chapters, 1):
            out.append(f'<h1 id="ch-{number}">{html.escape(title)}</h1>')
            for index, (heading, anchor, blocks) in enumerate(sections):
                out.append(f'<h2 id="{anchor}">{html.escape(heading)}</h2>')
                out += [self._html(block) for block in blocks]
                target = self.previous(number, index)
                out.append(f'<p><a class="page" href="#{target}">{html.escape(sections[max(1, index) - 1][0])}, </a></p>')
        path.write_text("\n".join(out), encoding="utf-8")

    @staticmethod
    def _html(block):
        if block[0] == "paragraph":
            _, text, note, link = block
            line = html.escape(" ".join(text))
            if note:
                line += f'<span class="note">{html.escape(note)}</span>'
            return f"<p>{line}" + (f' <a href="{link}">{link}</a>' if link else "") + "</p>"
        if block[0] == "list":
            return "<ul>" + "".join(f"<li>{html.escape(item)}" for item in block[1]) + "</ul>"
        rows = "".join("<tr>" + "".join(f"<td>{html.escape(cell)}" for cell in row) for row in block[1])
        return f"<table><tr><th>A<th>B<th>C{rows}</table>"
