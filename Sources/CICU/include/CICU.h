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

/// A collation of `locale`, to be given back with `pamphlet_icu_close_collation`; NULL if there is none. With `isCoarse` it tells base
/// letters apart and nothing else.
void *pamphlet_icu_open_collation(const char *locale, int isCoarse);

/// Gives a collation back.
void pamphlet_icu_close_collation(void *collation);

/// What to compare, byte by byte, instead of `text`; its length, or -1. What does not fit into `capacity` is not written.
int32_t pamphlet_icu_sort_key(
    void *collation, const uint16_t *text, int32_t length, uint8_t *key, int32_t capacity);

/// The heading `number` of an index in `locale`, from 0; its length, 0 after the last.
int32_t pamphlet_icu_index_label(const char *locale, int32_t number, uint16_t *text, int32_t capacity);

/// The version of the library, and with it of its data: four numbers.
void pamphlet_icu_version(uint8_t numbers[4]);
