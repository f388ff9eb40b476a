// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <pango/pango.h>
#include <pango/pangocairo.h>
#include <pango/pangoft2.h>
#include <pango/pangofc-fontmap.h>
#include <fontconfig/fontconfig.h>
#include <fribidi.h>
#include <hb.h>
#include <hb-ot.h>
#include <hb-ft.h>
