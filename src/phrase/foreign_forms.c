// Forms of languages other than English: numbers stay as they are written, for the engine
// reads them in its own language; signs that it does not know, or says in English, are words.
#include "base/language.h"
#include "phrase/spelling.h"

typedef enum {
    SIGN_PERCENT,
    SIGN_EURO,
    SIGN_DOLLAR,
    SIGN_POUND,
    SIGN_DEGREE,
    SIGN_AND,
    SIGNS
} Sign;

// The form that stands behind most numbers.
static const struct {
    const char *language;
    const char *words[SIGNS];
} SIGN_WORDS[] = {
    {"ar", {"بالمئة", "يورو", "دولار", "جنيه", "درجة", "و"}},
    {"bg", {"процента", "евро", "долара", "паунда", "градуса", "и"}},
    {"ca", {"per cent", "euros", "dòlars", "lliures", "graus", "i"}},
    {"cs", {"procent", "eur", "dolarů", "liber", "stupňů", "a"}},
    {"da", {"procent", "euro", "dollar", "pund", "grader", "og"}},
    {"de", {"Prozent", "Euro", "Dollar", "Pfund", "Grad", "und"}},
    {"el", {"τοις εκατό", "ευρώ", "δολάρια", "λίρες", "βαθμούς", "και"}},
    {"es", {"por ciento", "euros", "dólares", "libras", "grados", "y"}},
    {"fa", {"درصد", "یورو", "دلار", "پوند", "درجه", "و"}},
    {"fi", {"prosenttia", "euroa", "dollaria", "puntaa", "astetta", "ja"}},
    {"fr", {"pour cent", "euros", "dollars", "livres", "degrés", "et"}},
    {"hi", {"प्रतिशत", "यूरो", "डॉलर", "पाउंड", "डिग्री", "और"}},
    {"hr", {"posto", "eura", "dolara", "funti", "stupnjeva", "i"}},
    {"hu", {"százalék", "euró", "dollár", "font", "fok", "és"}},
    {"id", {"persen", "euro", "dolar", "pound", "derajat", "dan"}},
    {"it", {"per cento", "euro", "dollari", "sterline", "gradi", "e"}},
    {"ja", {"パーセント", "ユーロ", "ドル", "ポンド", "度", "と"}},
    {"ko", {"퍼센트", "유로", "달러", "파운드", "도", "와"}},
    {"nl", {"procent", "euro", "dollar", "pond", "graden", "en"}},
    {"no", {"prosent", "euro", "dollar", "pund", "grader", "og"}},
    {"pl", {"procent", "euro", "dolarów", "funtów", "stopni", "i"}},
    {"pt", {"por cento", "euros", "dólares", "libras", "graus", "e"}},
    {"ro", {"la sută", "euro", "dolari", "lire", "grade", "și"}},
    {"ru", {"процентов", "евро", "долларов", "фунтов", "градусов", "и"}},
    {"sk", {"percent", "eur", "dolárov", "libier", "stupňov", "a"}},
    {"sv", {"procent", "euro", "dollar", "pund", "grader", "och"}},
    {"tr", {"yüzde", "avro", "dolar", "sterlin", "derece", "ve"}},
    {"uk", {"відсотків", "євро", "доларів", "фунтів", "градусів", "і"}},
    {"vi", {"phần trăm", "euro", "đô la", "bảng", "độ", "và"}},
    {"zh", {"百分之", "欧元", "美元", "英镑", "度", "和"}},
};

static bool sign_of(uint32_t code, Sign *out)
{
    static const struct {
        uint32_t code;
        Sign sign;
    } CODES[] = {{'%', SIGN_PERCENT}, {0x66A, SIGN_PERCENT}, {0xFF05, SIGN_PERCENT},
                 {0x20AC, SIGN_EURO}, {'$', SIGN_DOLLAR},    {0xA3, SIGN_POUND},
                 {0xB0, SIGN_DEGREE}, {0xBA, SIGN_DEGREE},   {'&', SIGN_AND}};
    for (size_t i = 0; i < COUNT(CODES); i++)
        if (code == CODES[i].code) {
            *out = CODES[i].sign;
            return true;
        }
    return false;
}

// NULL where we have no words for it.
static const char *sign_word(Str language, Sign sign)
{
    for (size_t i = 0; i < COUNT(SIGN_WORDS); i++)
        if (same_language(language, str_from(SIGN_WORDS[i].language)))
            return SIGN_WORDS[i].words[sign];
    return NULL;
}

static uint32_t digits_in(const Spelling *s, const Token *t)
{
    uint32_t digits = 0;
    Str text = token_text(s, t);
    for (size_t i = 0; i < text.len; digits++)
        i += utf8_at(text, i).len;
    return digits;
}

// Which character parts two numbers that stand together; 0: none does.
static uint32_t separator(const Spelling *s, uint32_t i)
{
    const Token *mark = token_of(s, i + 1), *next = token_of(s, i + 2);
    if (mark->kind != TOKEN_MARK || !mark->glued || !is_number(next) || !next->glued)
        return 0;
    switch (mark->code) {
    case '.':
    case ',':
    case ':':
        return mark->code;
    case 0x66B:
        return ',';
    case 0x66C:
        return '.';
    default:
        return 0;
    }
}

// Tokens of the number that begins at i: "12.500", "1.234,56", "3,5", "10:30". Of "3.10.2024"
// each part is its own.
static uint32_t number_length(const Spelling *s, uint32_t i)
{
    uint32_t first = separator(s, i), at = i, groups = 0;
    bool inside = i >= s->first + 2 && is_number(token_before(s, i, 2)) && separator(s, i - 2);
    if (inside || digits_in(s, token_of(s, i + 2)) == 4)
        return 1;
    if (first == ':')
        return separator(s, i + 2) == ':' ? 1 : 3;
    while (first && separator(s, at) == first) {
        at += 2;
        groups += digits_in(s, token_of(s, at)) == 3;
    }
    uint32_t parts = (at - i) / 2, last = separator(s, at);
    if (parts > 1 && groups < parts)
        return 1;
    bool fraction = last && last != first && last != ':' && groups == parts;
    return at - i + 1 + (fraction ? 2 : 0);
}

// "12 500" with a blank that does not break: one number.
static bool goes_on_behind_blank(const Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i), *next = token_of(s, i + 1);
    if (!is_number(next) || digits_in(s, next) != 3)
        return false;
    Str gap = str_span(s->text, (Span){t->span.end, next->span.beg});
    return str_equal(gap, STR("\xC2\xA0")) || str_equal(gap, STR("\xE2\x80\xAF"));
}

// Hundredths that stand right behind a number or alone: "3½".
static const char *fraction_of(const Token *t)
{
    return is_mark(t, 0xBD) ? "5" : is_mark(t, 0xBC) ? "25" : is_mark(t, 0xBE) ? "75" : NULL;
}

static bool has_decimal_point(Str language)
{
    static const char *const CODES[] = {"bn", "he", "hi",  "ja", "ko", "ms",
                                        "ta", "th", "yue", "zh", "cmn"};
    Str code = primary_language(language);
    for (size_t i = 0; i < COUNT(CODES); i++)
        if (str_equal_nocase(code, str_from(CODES[i])))
            return true;
    return false;
}

static void add_fraction(const Spelling *s, const Token *t, Buf *number)
{
    if (number->len == 0)
        buf_char(number, '0');
    buf_char(number, has_decimal_point(s->options->language) ? '.' : ',');
    buf_add(number, str_from(fraction_of(t)));
}

static uint32_t read_number(const Spelling *s, uint32_t i, Buf *number)
{
    uint32_t at = i, length = number_length(s, i);
    for (; at < i + length; at++) {
        const Token *t = token_of(s, at);
        if (is_number(t))
            buf_add(number, token_digits(s->text, t, s->arena));
        else
            buf_char(number, (char)separator(s, at - 1));
    }
    for (; length == 1 && goes_on_behind_blank(s, at - 1); at++)
        buf_add(number, token_digits(s->text, token_of(s, at), s->arena));
    if (length == 1 && token_of(s, at)->glued && fraction_of(token_of(s, at)))
        add_fraction(s, token_of(s, at++), number);
    return at - i;
}

static uint32_t add_sign(Spelling *s, const Token *t)
{
    Sign sign;
    const char *word = sign_of(t->code, &sign) ? sign_word(s->options->language, sign) : NULL;
    if (word)
        add_words(&s->words, str_from(word));
    return word != NULL;
}

static bool is_percent(const Token *t)
{
    Sign sign;
    return t->kind == TOKEN_MARK && sign_of(t->code, &sign) && sign == SIGN_PERCENT;
}

// "25%" is "of hundred 25" in Chinese and Turkish.
static bool says_percent_first(const Spelling *s)
{
    return same_language(s->options->language, STR("zh")) ||
           same_language(s->options->language, STR("tr"));
}

static uint32_t add_number(Spelling *s, uint32_t i)
{
    Buf number = new_buf(s->arena);
    uint32_t taken = read_number(s, i, &number);
    if (is_percent(token_of(s, i + taken)) && says_percent_first(s))
        taken += add_sign(s, token_of(s, i + taken));
    add_words(&s->words, buf_str(&number));
    return taken;
}

static bool is_currency(const Token *t)
{
    return is_mark(t, 0x20AC) || is_mark(t, '$') || is_mark(t, 0xA3);
}

uint32_t spell_foreign_form(Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i);
    if (is_number(t))
        return add_number(s, i);
    if (is_currency(t) && is_number(token_of(s, i + 1))) {
        uint32_t taken = add_number(s, i + 1);
        (void)add_sign(s, t);
        return taken + 1;
    }
    if (fraction_of(t)) {
        Buf number = new_buf(s->arena);
        add_fraction(s, t, &number);
        add_words(&s->words, buf_str(&number));
        return 1;
    }
    return t->kind == TOKEN_MARK ? add_sign(s, t) : 0;
}
