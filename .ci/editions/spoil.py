# SPDX-License-Identifier: GPL-3.0-or-later
"""Five ways to spoil a good edition, each with the kind of fault that the checks must then find."""
import json
import subprocess


def edited(source, target, change):
    """Writes `source` to `target` with its objects changed by `change(objects, trailer)`, by way of qpdf's JSON."""
    text = subprocess.run(
        ["qpdf", "--json-output", "--json-stream-data=inline", "--decode-level=none", source, "-"],
        check=True, capture_output=True).stdout
    document = json.loads(text)
    objects = document["qpdf"][1]
    change(objects)
    path = target.with_suffix(".json")
    path.write_text(json.dumps(document), encoding="utf-8")
    subprocess.run(["qpdf", "--json-input", str(path), str(target)], check=True)
    path.unlink()


def dictionaries(objects):
    """Every dictionary of the file, those inside others too."""
    waiting = [entry.get("value", entry.get("stream", {}).get("dict")) for entry in objects.values()]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value


def drop_page(source, target):
    subprocess.run(["qpdf", source, "--pages", ".", "1-6,8-z", "--", str(target)], check=True)


def change_address(source, target):
    def change(objects):
        addresses = [d for d in dictionaries(objects) if str(d.get("/URI", "")).startswith("u:http")]
        last = addresses[-1]["/URI"]
        for found in addresses:
            if found["/URI"] == last:
                found["/URI"] += "x"
    edited(source, target, change)


def cut_reference(source, target):
    def change(objects):
        for found in dictionaries(objects):
            for key in ("/Dest", "/D"):
                if str(found.get(key, "")).removeprefix("u:").removeprefix("/").startswith("note-ref-"):
                    del found[key]
                    return
    edited(source, target, change)


def drop_font(source, target):
    def change(objects):
        for found in dictionaries(objects):
            for key in ("/FontFile", "/FontFile2", "/FontFile3"):
                if key in found:
                    del found[key]
                    return
    edited(source, target, change)


def drop_tags(source, target):
    def change(objects):
        for found in dictionaries(objects):
            if found.get("/Type") == "/Catalog":
                found.pop("/StructTreeRoot", None)
                found.pop("/MarkInfo", None)
    edited(source, target, change)


SPOILERS = [
    ("a page is missing", drop_page, "words"),
    ("an address is wrong", change_address, "links"),
    ("a way back is cut", cut_reference, "references"),
    ("a font is not embedded", drop_font, "fonts"),
    ("the tags are gone", drop_tags, "tags"),
]
