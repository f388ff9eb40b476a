# SPDX-License-Identifier: GPL-3.0-or-later
"""How evenly a PDF's text is set, from the places of its characters.

A line counts if it is set in the commonest size and reaches the commonest right edge: so the last lines of paragraphs are out. A gap between
two characters wider than 0.11 em is a word space: what hangs in the margin or is tracked by a hair does not count as one.
"""
import collections
import statistics

HYPHENS = "-\u2010\u00ad"
WORD_SPACE = 0.11
LOOSE, TIGHT = 0.45, 0.17
FEWEST = 20
# Type that is set narrower or wider reports a size between its height and its width.
NARROWED = 0.05


class Line:
    """Characters of one baseline as (left, right, character), without the spaces."""

    def __init__(self, page, baseline, characters):
        self.page, self.baseline = page, baseline
        self.characters = [each for each in sorted(characters) if each[2].strip()]

    @property
    def left(self):
        return self.characters[0][0]

    @property
    def right(self):
        return max(each[1] for each in self.characters)

    def gaps(self):
        """(what lies between a character and all before it, the character). The second letter of a ligature has no width and may stand
        a hair behind the next one.
        """
        edge = self.left
        for left, right, character in self.characters:
            yield left - edge, character
            edge = max(edge, right)

    def spaces(self, size):
        return [gap / size for gap, _ in self.gaps() if gap > WORD_SPACE * size]

    def text(self, size):
        return "".join((" " if gap > WORD_SPACE * size else "") + character for gap, character in self.gaps())

    @property
    def hyphenated(self):
        return self.characters[-1][2] in HYPHENS


def spans(page, flags):
    for block in page.get_text("rawdict", flags=flags)["blocks"]:
        for line in block.get("lines", []):
            if abs(line["dir"][0] - 1) < 1e-3:
                yield from line["spans"]


def lines(document, pymupdf):
    """(size of the text, its lines down each page)."""
    flags = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_PRESERVE_LIGATURES
    found = [(page.number, list(spans(page, flags))) for page in document]
    sizes = collections.Counter()
    for _, pieces in found:
        for piece in pieces:
            sizes[round(piece["size"], 1)] += len(piece["chars"])
    size = sizes.most_common(1)[0][0]
    result = []
    for number, pieces in found:
        baselines = collections.defaultdict(list)
        for piece in pieces:
            if abs(piece["size"] - size) < NARROWED * size:
                for each in piece["chars"]:
                    baselines[round(each["origin"][1] * 2) / 2].append((each["origin"][0], each["bbox"][2], each["c"]))
        last = None
        for baseline in sorted(baselines):
            # The same line can fall to both sides of a rounded half point.
            if last is not None and baseline - last < 1:
                result[-1] = Line(number, last, result[-1].characters + baselines[baseline])
            else:
                result.append(Line(number, baseline, baselines[baseline]))
                last = baseline
    return size, [line for line in result if line.characters]


def measure(path):
    """The figures of one PDF, and its justified lines as (mean space in em, line)."""
    import pymupdf
    with pymupdf.open(path) as document:
        pages = len(document)
        size, found = lines(document, pymupdf)
    edges = collections.Counter((round(line.left), round(line.right)) for line in found if len(line.characters) > FEWEST)
    left, right = edges.most_common(1)[0][0]
    means, spaces, hyphens, run, ladder, full = [], [], 0, 0, 0, 0
    for line in found:
        short = len(line.characters) < FEWEST or abs(line.right - right) > 0.35 * size
        if short or line.left > left + 0.35 * (right - left):
            run = 0
            continue
        full += 1
        gaps = line.spaces(size)
        if gaps:
            spaces += gaps
            means.append((statistics.fmean(gaps), line))
        run = run + 1 if line.hyphenated else 0
        hyphens += line.hyphenated
        ladder = max(ladder, run)
    values = [mean for mean, _ in means]
    mean = statistics.fmean(values)
    spread = statistics.pstdev(values)
    figures = {
        "pages": pages, "body_pt": size, "measure_pt": right - left, "lines": full, "space_mean_em": round(statistics.fmean(spaces), 4),
        "line_space_sd_em": round(spread, 4), "line_space_cv": round(spread / mean, 4), "max_em": round(max(values), 4),
        "loose_pct": round(100 * sum(value > LOOSE for value in values) / len(values), 2),
        "tight_pct": round(100 * sum(value < TIGHT for value in values) / len(values), 2),
        "hyphens_per_100": round(100 * hyphens / full, 2), "ladder": ladder,
    }
    return figures, means, size
