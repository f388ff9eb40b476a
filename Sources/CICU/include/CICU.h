// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <stdint.h>

// What Languages asks of ICU. Its own headers stay out of this module: Swift's Foundation has a copy of them, of another version,
// and a program cannot see both; besides, ICU renames its functions by macros with the number of its version.

/// The locale of a BCP 47 tag with its extensions; 0 if ICU has no data of the language.
int pamphlet_icu_locale(const char *tag, char *locale, int32_t capacity);

/// The text of a day, or of a time of day; its length, or -1.
int32_t pamphlet_icu_date(const char *locale, int isTime, double milliseconds, uint16_t *text, int32_t capacity);

/// The text of a decimal number written with a full stop; its length, or -1.
int32_t pamphlet_icu_number(
    const char *locale, int isShare, const char *number, int32_t decimals, int32_t grouping, uint16_t *text,
    int32_t capacity);

/// A quotation mark of CLDR; 0 where it has none. `kind`: outer opening and closing, inner opening and closing.
uint16_t pamphlet_icu_quote(const char *locale, int kind);

/// The version of the library, and with it of its data: four numbers.
void pamphlet_icu_version(uint8_t numbers[4]);
