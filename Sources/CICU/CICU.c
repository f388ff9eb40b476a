// SPDX-License-Identifier: GPL-3.0-or-later
#include "CICU.h"

#include <string.h>

#include <unicode/ucal.h>
#include <unicode/ucol.h>
#include <unicode/udat.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>
#include <unicode/unum.h>
#include <unicode/uset.h>
#include <unicode/utf16.h>

int pamphlet_icu_locale(const char *tag, char *locale, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t parsed = 0;
    int32_t length = uloc_forLanguageTag(tag, locale, capacity, &parsed, &status);
    if (U_FAILURE(status) || length <= 0 || length >= capacity) return 0;
    // For a language that it does not know ICU takes the machine's own: no two machines would agree.
    char language[ULOC_LANG_CAPACITY];
    char other[ULOC_LANG_CAPACITY];
    uloc_getLanguage(locale, language, ULOC_LANG_CAPACITY, &status);
    for (int32_t index = 0; index < uloc_countAvailable(); index++) {
        uloc_getLanguage(uloc_getAvailable(index), other, ULOC_LANG_CAPACITY, &status);
        if (U_SUCCESS(status) && strcmp(language, other) == 0) return 1;
    }
    return 0;
}

int32_t pamphlet_icu_date(
    const char *locale, int isTime, double milliseconds, uint16_t *text, int32_t capacity) {
    static const UChar zone[] = {'G', 'M', 'T', 0};
    UErrorCode status = U_ZERO_ERROR;
    UDateFormat *format = udat_open(
        isTime ? UDAT_SHORT : UDAT_NONE, isTime ? UDAT_NONE : UDAT_LONG, locale, zone, -1, NULL, 0, &status);
    if (U_FAILURE(status)) return -1;
    status = U_ZERO_ERROR;
    // Otherwise ICU would count the days before 15 October 1582 by the Julian calendar. The least moment that it knows comes before all.
    UCalendar *calendar = ucal_clone(udat_getCalendar(format), &status);
    ucal_setGregorianChange(calendar, -184303902528000000.0, &status);
    udat_setCalendar(format, calendar);
    ucal_close(calendar);
    if (U_FAILURE(status)) {
        udat_close(format);
        return -1;
    }
    int32_t length = udat_format(format, milliseconds, text, capacity, NULL, &status);
    udat_close(format);
    return U_SUCCESS(status) && length < capacity ? length : -1;
}

int32_t pamphlet_icu_number(
    const char *locale, int isShare, const char *number, int32_t decimals, int32_t grouping, uint16_t *text,
    int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    UNumberFormat *format = unum_open(isShare ? UNUM_PERCENT : UNUM_DECIMAL, NULL, 0, locale, NULL, &status);
    if (U_FAILURE(status)) return -1;
    unum_setAttribute(format, UNUM_MAX_FRACTION_DIGITS, decimals);
    unum_setAttribute(format, UNUM_MIN_FRACTION_DIGITS, decimals);
    if (grouping > 0) unum_setAttribute(format, UNUM_MINIMUM_GROUPING_DIGITS, grouping);
    status = U_ZERO_ERROR;
    int32_t length = unum_formatDecimal(format, number, -1, text, capacity, NULL, &status);
    unum_close(format);
    return U_SUCCESS(status) && length < capacity ? length : -1;
}

uint16_t pamphlet_icu_quote(const char *locale, int kind) {
    static const ULocaleDataDelimiterType kinds[] = {
        ULOCDATA_QUOTATION_START, ULOCDATA_QUOTATION_END, ULOCDATA_ALT_QUOTATION_START, ULOCDATA_ALT_QUOTATION_END};
    UErrorCode status = U_ZERO_ERROR;
    ULocaleData *data = ulocdata_open(locale, &status);
    if (U_FAILURE(status)) return 0;
    UChar text[8];
    int32_t length = ulocdata_getDelimiter(data, kinds[kind & 3], text, 8, &status);
    ulocdata_close(data);
    return U_SUCCESS(status) && length == 1 ? text[0] : 0;
}

void *pamphlet_icu_open_collation(const char *locale, int isCoarse) {
    UErrorCode status = U_ZERO_ERROR;
    UCollator *collator = ucol_open(locale, &status);
    if (U_FAILURE(status)) return NULL;
    ucol_setStrength(collator, isCoarse ? UCOL_PRIMARY : UCOL_TERTIARY);
    ucol_setAttribute(collator, UCOL_NORMALIZATION_MODE, UCOL_ON, &status);
    // Figures count: 2 comes before 10.
    if (!isCoarse) ucol_setAttribute(collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
    return collator;
}

void pamphlet_icu_close_collation(void *collation) { ucol_close(collation); }

int32_t pamphlet_icu_sort_key(
    void *collation, const uint16_t *text, int32_t length, uint8_t *key, int32_t capacity) {
    int32_t needed = ucol_getSortKey(collation, text, length, key, capacity);
    return needed > 0 ? needed : -1;
}

int32_t pamphlet_icu_index_label(const char *locale, int32_t number, uint16_t *text, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    ULocaleData *data = ulocdata_open(locale, &status);
    if (U_FAILURE(status)) return 0;
    USet *labels = ulocdata_getExemplarSet(data, NULL, 0, ULOCDATA_ES_INDEX, &status);
    ulocdata_close(data);
    if (U_FAILURE(status)) return 0;
    int32_t length = 0;
    // Ranges of single characters, then labels of several, as Ch.
    for (int32_t item = 0; item < uset_getItemCount(labels) && length == 0; item++) {
        UChar32 first = 0, last = 0;
        int32_t found = uset_getItem(labels, item, &first, &last, text, capacity, &status);
        if (U_FAILURE(status)) break;
        if (found >= 2) {
            if (number-- == 0) length = found < capacity ? found : 0;
        } else if (number <= last - first) {
            UBool isError = 0;
            U16_APPEND(text, length, capacity, first + number, isError);
            if (isError) length = 0;
            break;
        } else {
            number -= last - first + 1;
        }
    }
    uset_close(labels);
    return length;
}

void pamphlet_icu_version(uint8_t numbers[4]) { u_getVersion(numbers); }
