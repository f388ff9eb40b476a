// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <lcms2.h>

// Swift does not import macros that are made of other macros.
static const cmsUInt32Number PAMPHLET_RGB_8 = TYPE_RGB_8;
static const cmsUInt32Number PAMPHLET_CMYK_8 = TYPE_CMYK_8;
