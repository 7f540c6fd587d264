#include "read/charset/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "base/library.h"
#include "base/utf8.h"

// ---- names

typedef struct {
    const char *name;   // as we tell it
    const char *icu;    // the converter that browsers' tables come nearest to
    const char *labels; // in small letters without "-", "_", a leading "cs" or "x"
} Charset;

static const Charset CHARSETS[] = {
    {"UTF-8", "UTF-8", "utf8 unicode11utf8 unicode20utf8"},
    {"Windows-1252", "ibm-5348_P100-1997",
     "windows1252 cp1252 iso88591 isolatin1 latin1 l1 isoir100 ascii usascii ansix3.41968 cp819 "
     "ibm819"},
    {"UTF-16LE", "UTF-16LE", "utf16le utf16 unicode iso10646ucs2 ucs2 unicodefeff"},
    {"UTF-16BE", "UTF-16BE", "utf16be unicodefffe"},
    {"UTF-32LE", "UTF-32LE", "utf32le utf32 ucs4"},
    {"UTF-32BE", "UTF-32BE", "utf32be"},
    {"Windows-1250", "ibm-5346_P100-1998", "windows1250 cp1250"},
    {"Windows-1251", "ibm-5347_P100-1998", "windows1251 cp1251"},
    {"Windows-1253", "ibm-5349_P100-1998", "windows1253 cp1253"},
    {"Windows-1254", "ibm-5350_P100-1998",
     "windows1254 cp1254 iso88599 isolatin5 latin5 l5 isoir148"},
    {"Windows-1255", "ibm-9447_P100-2002", "windows1255 cp1255"},
    {"Windows-1256", "ibm-9448_X100-2005", "windows1256 cp1256"},
    {"Windows-1257", "ibm-9449_P100-2002", "windows1257 cp1257"},
    {"Windows-1258", "ibm-5354_P100-1998", "windows1258 cp1258"},
    {"Windows-874", "windows-874-2000", "windows874 dos874 iso885911 tis620"},
    {"ISO-8859-2", "ISO-8859-2", "iso88592 isolatin2 latin2 l2 isoir101"},
    {"ISO-8859-3", "ISO-8859-3", "iso88593 isolatin3 latin3 l3 isoir109"},
    {"ISO-8859-4", "ISO-8859-4", "iso88594 isolatin4 latin4 l4 isoir110"},
    {"ISO-8859-5", "ISO-8859-5", "iso88595 isolatincyrillic cyrillic isoir144"},
    {"ISO-8859-6", "ISO-8859-6",
     "iso88596 iso88596e iso88596i isolatinarabic arabic asmo708 ecma114 isoir127"},
    {"ISO-8859-7", "ISO-8859-7",
     "iso88597 isolatingreek greek greek8 ecma118 elot928 isoir126 suneugreek"},
    {"ISO-8859-8", "ISO-8859-8",
     "iso88598 iso88598e iso88598i isolatinhebrew hebrew isoir138 visual logical"},
    {"ISO-8859-10", "iso-8859_10-1998", "iso885910 isolatin6 latin6 l6 isoir157"},
    {"ISO-8859-13", "ISO-8859-13", "iso885913"},
    {"ISO-8859-14", "iso-8859_14-1998", "iso885914"},
    {"ISO-8859-15", "ISO-8859-15", "iso885915 isolatin9 latin9 l9"},
    {"KOI8-R", "KOI8-R", "koi8r koi8 koi"},
    {"KOI8-U", "KOI8-U", "koi8u koi8ru"},
    {"IBM866", "ibm-866_P100-1995", "ibm866 cp866 866"},
    {"IBM437", "ibm-437_P100-1995", "ibm437 cp437 437 pc8codepage437"},
    {"IBM850", "ibm-850_P100-1995", "ibm850 cp850 850 pc850multilingual"},
    {"MacRoman", "macos-0_2-10.2", "macintosh mac macroman"},
    {"MacCyrillic", "macos-7_3-10.2", "maccyrillic macukrainian"},
    {"Shift_JIS", "ibm-943_P15A-2003", "shiftjis sjis windows31j ms932 mskanji cp932 windows932"},
    {"EUC-JP", "euc-jp-2007", "eucjp eucpkdfmtjapanese"},
    // With half-width katakana, which some senders use.
    {"ISO-2022-JP", "ISO_2022,locale=ja,version=3", "iso2022jp"},
    {"GB18030", "gb18030",
     "gb18030 gbk gb2312 gb231280 chinese iso58gb231280 isoir58 cp936 windows936"},
    {"HZ", "HZ", "hzgb2312 hz"},
    {"ISO-2022-CN", "ISO_2022,locale=zh,version=1", "iso2022cn iso2022cnext"},
    {"Big5", "ibm-1375_P100-2008", "big5 big5hkscs cnbig5 cp950 windows950"},
    {"Windows-949", "windows-949-2000",
     "windows949 cp949 ms949 euckr ksc5601 ksc56011987 ksc56011989 isoir149 korean uhc"},
    {"ISO-2022-KR", "ISO_2022,locale=ko,version=0", "iso2022kr"},
};

enum { LABEL_MAX = 40 };

// "X-SJIS" becomes "sjis", "csISOLatin1" "isolatin1", "ISO_8859-1:1987" "iso88591".
static Str plain_label(Str name, char room[LABEL_MAX])
{
    size_t len = 0;
    name = str_trim(name);
    name = str_slice(name, 0, str_find(name, STR(":")));
    for (size_t i = 0; i < name.len && len < LABEL_MAX; i++) {
        char c = (char)to_lower(name.data[i]);
        if (c == '-' && len == 1 && room[0] == 'x')
            len = 0;
        else if (c != '-' && c != '_' && c != ' ')
            room[len++] = c;
    }
    Str label = {room, len};
    return str_starts(label, STR("cs")) ? str_slice(label, 2, len) : label;
}

static bool lists(const char *labels, Str label)
{
    Str rest = str_from(labels);
    while (rest.len) {
        size_t len = str_find(rest, STR(" "));
        if (str_equal(str_slice(rest, 0, len), label))
            return true;
        rest = str_slice(rest, len + 1, rest.len);
    }
    return false;
}

static const Charset *find_charset(Str name)
{
    char room[LABEL_MAX];
    Str label = plain_label(name, room);
    for (size_t i = 0; label.len && i < COUNT(CHARSETS); i++)
        if (lists(CHARSETS[i].labels, label))
            return &CHARSETS[i];
    return NULL;
}

const char *charset_called(Str name)
{
    const Charset *charset = find_charset(name);
    return charset ? charset->name : NULL;
}

// ---- conversion

// ICU's names end in its version: ucnv_open_72.
#define ICU_FILE_OF(part, version) ICU_FILE_TEXT(part, version)
#define ICU_FILE_TEXT(part, version) "libicu" part ".so." #version
#define ICU_FILE(part) ICU_FILE_OF(part, U_ICU_VERSION_MAJOR_NUM)

typedef struct {
    __typeof__(ucnv_open) *open;
    __typeof__(ucnv_close) *close;
    __typeof__(ucnv_toUnicode) *to_unicode;
} Converters;

static bool load_converters(Converters *c)
{
    const Symbol SYMBOLS[] = {
        SYMBOL_ROW(c, open, ucnv_open),
        SYMBOL_ROW(c, close, ucnv_close),
        SYMBOL_ROW(c, to_unicode, ucnv_toUnicode),
    };
    return load_library(ICU_FILE("uc"), SYMBOLS, COUNT(SYMBOLS));
}

enum {
    CHUNK = 4096,      // units of 16 bits
    SUBSTITUTE = 0x1A, // what ICU puts for a byte that stands for nothing in sets of IBM
};

// A pair that a chunk parts waits in `high`.
static void add_units(Buf *out, const UChar *units, size_t count, uint32_t *high)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t c = units[i];
        bool low = c >= 0xDC00 && c < 0xE000;
        if (*high && low) {
            buf_code(out, 0x10000 + ((*high - 0xD800) << 10) + (c - 0xDC00));
            *high = 0;
            continue;
        }
        if (*high)
            buf_code(out, REPLACEMENT);
        *high = c >= 0xD800 && c < 0xDC00 ? c : 0;
        if (!*high)
            buf_code(out, low || c == SUBSTITUTE ? REPLACEMENT : c);
    }
}

static bool convert(const Converters *icu, UConverter *converter, Str bytes, Buf *out)
{
    const char *from = bytes.data, *end = bytes.data + bytes.len;
    uint32_t high = 0;
    UErrorCode status;
    do {
        UChar chunk[CHUNK], *to = chunk;
        status = U_ZERO_ERROR;
        icu->to_unicode(converter, &to, chunk + CHUNK, &from, end, NULL, true, &status);
        add_units(out, chunk, (size_t)(to - chunk), &high);
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    if (high || status == U_TRUNCATED_CHAR_FOUND)
        buf_code(out, REPLACEMENT);
    return U_SUCCESS(status) || status == U_TRUNCATED_CHAR_FOUND;
}

bool charset_to_utf8(Str name, Str bytes, Arena *arena, Str *out)
{
    const Charset *charset = find_charset(name);
    Converters icu;
    if (!charset || !load_converters(&icu))
        return false;
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = icu.open(charset->icu, &status);
    if (!converter)
        return false;
    Buf text = new_buf(arena);
    buf_reserve(&text, bytes.len + bytes.len / 4);
    bool ok = bytes.len == 0 || convert(&icu, converter, bytes, &text);
    icu.close(converter);
    *out = buf_str(&text);
    return ok;
}

// ---- detection

typedef struct {
    __typeof__(ucsdet_open) *open;
    __typeof__(ucsdet_close) *close;
    __typeof__(ucsdet_setText) *set_text;
    __typeof__(ucsdet_detectAll) *detect_all;
    __typeof__(ucsdet_getName) *get_name;
    __typeof__(ucsdet_getConfidence) *get_confidence;
} Detector;

static bool load_detector(Detector *d)
{
    const Symbol SYMBOLS[] = {
        SYMBOL_ROW(d, open, ucsdet_open),
        SYMBOL_ROW(d, close, ucsdet_close),
        SYMBOL_ROW(d, set_text, ucsdet_setText),
        SYMBOL_ROW(d, detect_all, ucsdet_detectAll),
        SYMBOL_ROW(d, get_name, ucsdet_getName),
        SYMBOL_ROW(d, get_confidence, ucsdet_getConfidence),
    };
    return load_library(ICU_FILE("i18n"), SYMBOLS, COUNT(SYMBOLS));
}

enum {
    SAMPLE_MAX = 8000, // what ICU looks at in a text of single bytes
    PIECE_MAX = 600,
};

static bool ends_piece(char c)
{
    return c == '\n' || c == '\r' || c == '<' || c == '>';
}

// Lines, and words between tags, that hold what is no ASCII: of a page in Russian the first
// thousands of bytes may be scripts.
static Str sample_of(Str bytes, Arena *arena)
{
    Buf sample = new_buf(arena);
    for (size_t i = 0; i < bytes.len && sample.len < SAMPLE_MAX;) {
        size_t end = i;
        while (end < bytes.len && end - i < PIECE_MAX && !ends_piece(bytes.data[end]))
            end++;
        Str piece = str_slice(bytes, i, end);
        if (!str_is_ascii(piece)) {
            buf_add(&sample, piece);
            buf_char(&sample, '\n');
        }
        i = end + (end < bytes.len && ends_piece(bytes.data[end]));
    }
    return buf_str(&sample);
}

// ICU also proposes EBCDIC and UTF-16 for what is neither. Texts of some words in their
// right set reached 26 at least, of a hundred, wrong ones at the head of the list 15.
enum { LEAST_SURE = 20 };

static const char *surest(const Detector *d, UCharsetDetector *detector)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t count = 0;
    const UCharsetMatch **matches = d->detect_all(detector, &count, &status);
    for (int32_t i = 0; U_SUCCESS(status) && i < count; i++) {
        const char *name = d->get_name(matches[i], &status);
        const char *called = name ? charset_called(str_from(name)) : NULL;
        if (d->get_confidence(matches[i], &status) < LEAST_SURE)
            return NULL;
        if (called && strncmp(called, "UTF-", 4) != 0)
            return called;
    }
    return NULL;
}

static bool is_letter_or_sign(uint32_t c)
{
    return code_is_letter(c) || (c >= 0x80 && code_is_symbol(c));
}

// "l’été", "war—and", "col·lecció", "wait…what"
static bool joins_letters(uint32_t c)
{
    return (c >= 0x2010 && c <= 0x2019) || c == 0x2026 || c == 0xB7 || c == 0xAD ||
           code_is_letter(c) || code_is_mark(c);
}

// Characters that no word has where they stand: capitals behind small letters, signs in
// the middle of letters. "r\x8Esum\x8E" has two as Windows-1252, "rŽsumŽ".
static size_t count_misfits(Str sample, const char *charset, Arena scratch)
{
    Str text;
    size_t count = 0;
    uint32_t before = ' ';
    if (!charset_to_utf8(str_from(charset), sample, &scratch, &text))
        return SIZE_MAX;
    for (size_t i = 0; i < text.len;) {
        Char c = utf8_at(text, i);
        i += c.len;
        if (c.code >= 0x80) {
            bool within = is_letter_or_sign(before) && is_letter_or_sign(utf8_at(text, i).code);
            count += c.code < 0xA0 || c.code == REPLACEMENT || (within && !joins_letters(c.code)) ||
                     (code_is_upper(c.code) && code_is_lower(before));
        }
        before = c.code;
    }
    return count;
}

// Sets of which ICU knows nothing: it takes them for Windows-1252.
static const char *or_unknown_to_icu(const char *found, Str sample, Arena scratch)
{
    static const char *const OTHERS[] = {"MacRoman", "IBM850", "IBM866"};
    if (found && strcmp(found, "Windows-1252") != 0)
        return found;
    size_t most = count_misfits(sample, "Windows-1252", scratch), least = most;
    for (size_t i = 0; most > 1 && i < COUNT(OTHERS); i++) {
        size_t misfits = count_misfits(sample, OTHERS[i], scratch);
        if (misfits < most / 4 + 1 && misfits < least) {
            found = OTHERS[i];
            least = misfits;
        }
    }
    return found;
}

const char *detect_charset(Str bytes, Arena scratch)
{
    Detector d;
    if (!load_detector(&d))
        return NULL;
    UErrorCode status = U_ZERO_ERROR;
    UCharsetDetector *detector = d.open(&status);
    if (!detector)
        return NULL;
    Str sample = sample_of(bytes, &scratch);
    d.set_text(detector, sample.data, (int32_t)sample.len, &status);
    const char *found = U_SUCCESS(status) ? surest(&d, detector) : NULL;
    d.close(detector);
    return or_unknown_to_icu(found, sample, scratch);
}
