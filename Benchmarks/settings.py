# SPDX-License-Identifier: GPL-3.0-or-later
"""The same prose, page, font and measure for Pamphlet, Typst and LuaLaTeX, each as good as its users set it."""
import shutil

SIZE, LEADING, INDENT = 10.5, 14, 10.5
WIDTH, HEIGHT, HEAD, FOOT = 210, 297, 26, 28
TAGS = {"en": "en-GB", "ru": "ru", "de": "de"}

# How each peer is asked to justify: as its manual shows it, and as evenly as one can ask without seeing the letters change.
TYPST_LIMITS = {
    "typst": ("spacing: (min: 66.7%, max: 150%), tracking: (min: -0.01em, max: 0.02em)", "100%"),
    "typst-even": ("spacing: (min: 85%, max: 120%), tracking: (min: -0.015em, max: 0.02em)", "50%"),
}
EXPANSION = {"lualatex": 20, "lualatex-even": 30}

GERMAN = """
  - name: de
    kind: hyphenation
    path: /usr/share/hyphen/hyph_de_DE.dic
    package: hyphen-de
    version: "{version}"
    licence: LGPL-2.1+
    sha256: {sha256}
"""


def write_pamphlet(folder, root, language, measure, paragraphs, german):
    """A project of one chapter; `german` is (version, hash) of Debian's hyphenation list, which the house does not have."""
    book = folder / "Documents/prose"
    if folder.exists():
        shutil.rmtree(folder)
    book.mkdir(parents=True)
    (folder / "Documents/theme.yaml").write_text(
        f"page: {{width: {WIDTH}mm, height: {HEIGHT}mm, inner: 20mm, outer: 20mm, head: {HEAD}mm, foot: {FOOT}mm, column: {measure}mm,"
        f" gutter: 0mm, margin-column: 0mm, facing: false}}\n"
        f"styles:\n  body: {{size: {SIZE}pt, leading: {LEADING}pt, align: justified, indent: {INDENT}pt, hyphenate: true}}\n",
        encoding="utf-8")
    (book / "publication.yaml").write_text(f"title: Prose\nlanguage: {TAGS[language]}\ncontents:\n  - prose.md\n", encoding="utf-8")
    (book / "prose.md").write_text("---\ntitle: Prose\nid: prose\nrole: chapter\n---\n\n" + "\n\n".join(paragraphs) + "\n", encoding="utf-8")
    shutil.copytree(root / "Fonts", folder / "Fonts")
    if language == "de" and "name: de\n" not in (folder / "Fonts/fonts.yaml").read_text(encoding="utf-8"):
        with open(folder / "Fonts/fonts.yaml", "a", encoding="utf-8") as fonts:
            fonts.write(GERMAN.format(version=german[0], sha256=german[1]))


def typst(program, language, measure, paragraphs):
    limits, hyphenation = TYPST_LIMITS[program]
    region = ', region: "GB"' if language == "en" else ""
    return (
        f"#set page(width: {WIDTH}mm, height: {HEIGHT}mm, margin: (left: 20mm, right: {WIDTH - 20 - measure}mm, top: {HEAD}mm,"
        f" bottom: {FOOT}mm))\n"
        f'#set text(font: "Vollkorn", size: {SIZE}pt, lang: "{language}"{region}, hyphenate: true, number-type: "old-style",'
        f' number-width: "proportional", top-edge: {LEADING * 0.75}pt, bottom-edge: -{LEADING * 0.25}pt,'
        f" costs: (hyphenation: {hyphenation}))\n"
        f'#set par(justify: true, linebreaks: "optimized", leading: 0pt, spacing: 0pt, first-line-indent: (amount: {INDENT}pt, all: true),\n'
        f"  justification-limits: ({limits}))\n"
        + "\n\n".join(paragraphs) + "\n")


LATEX = r"""\documentclass{article}
\usepackage[paperwidth=%(WIDTH)smm, paperheight=%(HEIGHT)smm, left=20mm, textwidth=%(measure)smm, top=%(HEAD)smm, bottom=%(FOOT)smm]{geometry}
\usepackage{fontspec}
\usepackage{babel}
\babelprovide[import, main]{%(babel)s}
\setmainfont{Vollkorn}[Path=%(fonts)s/, Extension=.ttf, UprightFont=*-Regular, ItalicFont=*-Italic, BoldFont=*-Bold,
  BoldItalicFont=*-BoldItalic, Numbers={OldStyle, Proportional}]
\usepackage[protrusion=true, expansion=true, stretch=%(expansion)s, shrink=%(expansion)s]{microtype}
\pagestyle{empty}
\frenchspacing
\setlength{\emergencystretch}{1em}
\begin{document}
\fontsize{%(SIZE)spt}{%(LEADING)spt}\selectfont
\setlength{\parindent}{%(INDENT)spt}
\setlength{\parskip}{0pt}
\raggedbottom
%(text)s
\end{document}
"""


def latex(program, root, language, measure, paragraphs):
    names = {"en": "british", "ru": "russian", "de": "ngerman"}
    return LATEX % dict(globals(), measure=measure, babel=names[language], fonts=root / "Fonts",
                        expansion=EXPANSION[program], text="\n\n".join(paragraphs))
