# SPDX-License-Identifier: GPL-3.0-or-later
#
#   make documents   the publications as PDF, drafts until nothing is open, held to the theme's limits of typography
#   make proofs      a proof of each language, for native readers to sign off
#   make test        all tests
#   make release     the publications, refused while anything is open
#   make fonts       fonts, hyphenation lists and ICC profiles into Fonts/
#   make pictures    the README's pictures, from the pages of the publications
#   make benchmark   times of whole runs beside Typst and WeasyPrint
#   make clean       what was built
#
# On a fresh Debian 12 machine with Swift each of them sets up what it needs.

SWIFT ?= swift
# The program carries its Swift libraries with it: it starts faster, and it runs where no Swift is installed.
BUILD := $(SWIFT) build -c release --product pamphlet --static-swift-stdlib
PAMPHLET := .build/release/pamphlet

.PHONY: documents proofs release test fonts pictures benchmark program packages swift clean

documents: fonts
	$(PAMPHLET) build --draft
	$(PAMPHLET) check --draft --typography --brief

proofs: fonts
	$(PAMPHLET) proof

release: fonts
	$(PAMPHLET) build

fonts: program
	$(PAMPHLET) fonts

program: packages swift
	$(BUILD)

test: packages swift
	$(SWIFT) build --product pamphlet
	.build/debug/pamphlet fonts
	$(SWIFT) test

pictures: documents
	@.ci/install-packages imagemagick
	.ci/pictures

benchmark: fonts
	Benchmarks/run

packages:
	@.ci/install-packages

swift:
	@command -v $(SWIFT) >/dev/null || { \
	  echo "Swift is missing. Install Swift 6.3 or later for Debian 12 from https://www.swift.org/install/linux/" >&2; \
	  echo "and put its usr/bin folder on the PATH." >&2; exit 1; }

clean:
	rm -rf .build Benchmarks/.work
