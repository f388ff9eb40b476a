# SPDX-License-Identifier: GPL-3.0-or-later
"""What a PDF says, as qpdf and poppler tell it."""
import json
import re
import subprocess
import unicodedata


def run(*command):
    """(exit status, output) of a program; its complaints are part of the output."""
    done = subprocess.run(command, capture_output=True)
    return done.returncode, (done.stdout + done.stderr).decode("utf-8", "replace")


def letters(text):
    """The letters and digits of a text in one row: blanks, hyphens and line ends, which setting changes, are gone."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def words(text):
    text = re.sub("\u00ad\\s*", "", unicodedata.normalize("NFKC", text)).casefold()
    return re.findall(r"[^\W\d_]{2,}", text)


class PDF:
    """One file. `objects` are qpdf's JSON objects by reference, `"12 0 R"`."""

    def __init__(self, path):
        self.path = str(path)
        _, text = run("qpdf", "--json=2", "--json-key=qpdf", "--decode-level=none", self.path)
        document = json.loads(text[text.index("{"):text.rindex("}") + 1])["qpdf"]
        self.objects = {key[4:]: value for key, value in document[1].items() if key.startswith("obj:")}
        self.trailer = document[1]["trailer"]["value"]
        self.catalogue = self.get(self.trailer["/Root"])
        self.pages = []
        self._collect_pages(self.catalogue["/Pages"])

    def get(self, value):
        """`value`, or what it refers to; a stream gives its dictionary."""
        while isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            found = self.objects.get(value, {})
            value = found.get("value", found.get("stream", {}).get("dict"))
        return value

    def _collect_pages(self, reference):
        node = self.get(reference)
        if "/Kids" in node:
            for kid in self.get(node["/Kids"]):
                self._collect_pages(kid)
        else:
            self.pages.append(reference)

    def links(self):
        """(page from 0, target): an address, or the name of a destination."""
        for number, page in enumerate(self.pages):
            for annotation in self.get(self.get(page).get("/Annots", [])) or []:
                annotation = self.get(annotation)
                if annotation.get("/Subtype") != "/Link":
                    continue
                action = self.get(annotation.get("/A")) or {}
                target = action.get("/URI") or annotation.get("/Dest") or action.get("/D")
                yield number, self.text(self.get(target))

    @staticmethod
    def text(value):
        """A string or a name of qpdf's JSON as it is in the file."""
        if not isinstance(value, str):
            return value
        if value.startswith("b:"):
            return bytes.fromhex(value[2:]).decode("utf-8", "replace")
        return value[2:] if value.startswith(("u:", "n:")) else value.removeprefix("/")

    def destinations(self):
        """The page (from 0) of each named destination."""
        order = {page: number for number, page in enumerate(self.pages)}
        found = {}

        def add(name, value):
            value = self.get(value)
            if isinstance(value, dict):
                value = self.get(value.get("/D"))
            if isinstance(value, list) and value and value[0] in order:
                found[self.text(name)] = order[value[0]]

        for name, value in (self.get(self.catalogue.get("/Dests")) or {}).items():
            add(name, value)
        waiting = [(self.get(self.catalogue.get("/Names")) or {}).get("/Dests")]
        while waiting:
            node = self.get(waiting.pop()) or {}
            waiting += self.get(node.get("/Kids", []))
            names = self.get(node.get("/Names", []))
            for name, value in zip(names[::2], names[1::2]):
                add(self.get(name), value)
        return found

    def structure_text(self):
        """(roles, text in reading order) by pdfinfo, which follows the tag tree."""
        _, output = run("pdfinfo", "-struct-text", self.path)
        roles, text = [], []
        for line in output.splitlines():
            role = re.match(r"\s*([A-Za-z][A-Za-z0-9]*)(?:[\s:]|$)", line)
            quoted = re.match(r'\s*"(.*)"\s*$', line)
            if quoted:
                text.append(quoted.group(1))
            elif role:
                roles.append(role.group(1))
        return roles, "\n".join(text)

    def plain_text(self):
        return run("pdftotext", "-raw", "-enc", "UTF-8", self.path, "-")[1]

    def information(self):
        fields = {}
        for line in run("pdfinfo", self.path)[1].splitlines():
            name, _, value = line.partition(":")
            fields[name.strip()] = value.strip()
        return fields

    def fonts(self):
        """(name, embedded, has a Unicode map)."""
        for line in run("pdffonts", self.path)[1].splitlines()[2:]:
            match = re.match(r"(\S+)\s+.*\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$", line)
            if match:
                yield match.group(1), match.group(2) == "yes", match.group(4) == "yes"
