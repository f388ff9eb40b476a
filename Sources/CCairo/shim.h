// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cairo.h>
#include <cairo-pdf.h>
#include <cairo-ft.h>
