# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks of finished editions that share nothing with Pamphlet: the sources are read again here, the PDFs by qpdf and poppler."""
