# SPDX-License-Identifier: GPL-3.0-or-later
"""Running prose of a real book in English, Russian and German: the Debian Administrator's Handbook as Debian's package `debian-handbook`
brings it. Paragraphs with code, addresses or signs of their own are left out, and so are those that nobody has translated yet.
"""
import html
import pathlib
import re

BOOK = pathlib.Path("/usr/share/doc/debian-handbook/html")
FOLDERS = {"en": "en-US", "ru": "ru-RU", "de": "de-DE"}
SHORTEST = 200
# Words that tell a language: the translations hold English paragraphs that were changed since.
ENGLISH = re.compile(r"\b(the|of|and|to|is|which|with)\b", re.IGNORECASE)
MOST_ENGLISH = 0.03


def paragraphs(language):
    """Every paragraph of running prose, in the order of the files' names and of the text."""
    for path in sorted((BOOK / FOLDERS[language]).glob("*.html")):
        text = path.read_text(encoding="utf-8")
        # A paragraph that holds another is skipped for its inner one.
        for found in re.findall(r'<div class="para">((?:(?!<div class="para">).)*?)</div>\s*<', text, re.S):
            if re.search(r"<(code|pre|img|div|table)\b", found):
                continue
            plain = " ".join(html.unescape(re.sub(r"<[^>]+>", "", found)).split()).replace("'", "’")
            # Only letters, figures and points: nothing that one of the markup languages reads as its own.
            if len(plain) > SHORTEST and re.fullmatch(r"[A-ZА-ЯЁÄÖÜ«„“][\w ,.;:?!’–—()“”„«»-]*", plain) and "_" not in plain \
                    and not re.search(r"--|\.\.", plain):
                yield plain


def prose(language, characters):
    """The first paragraphs that hold so many characters together, each once."""
    seen, taken, count = set(), [], 0
    for paragraph in paragraphs(language):
        if count >= characters:
            return taken
        english = len(ENGLISH.findall(paragraph)) > MOST_ENGLISH * len(paragraph.split())
        if paragraph not in seen and english == (language == "en"):
            seen.add(paragraph)
            taken.append(paragraph)
            count += len(paragraph)
    return taken
