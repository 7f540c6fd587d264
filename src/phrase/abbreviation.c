// Shortened words and their full stops: titles, states, streets, references.
#include "phrase/calendar.h"
#include "phrase/scripture.h"
#include "phrase/tables.h"

enum { DOTTED_MAX = 8 }; // letters of "a.k.a." and its like

// Tokens of a dotted form that begins at i ("W.Va.", "a.m", "Ph.D."), the last
// full stop included where there is one; its letters go to `key` in small ones.
static uint32_t read_dotted(const Spelling *s, uint32_t i, char key[32], size_t *len)
{
    uint32_t taken = 0;
    *len = 0;
    while (taken < 2 * DOTTED_MAX) {
        const Token *t = token_of(s, i + taken);
        size_t n = t->span.end - t->span.beg;
        if (!is_word(t) || (taken && !t->glued) || n > 4 || *len + n + 2 > 31 || !t->ascii)
            break;
        for (size_t k = 0; k < n; k++)
            key[(*len)++] = (char)to_lower(s->text.data[t->span.beg + k]);
        taken++;
        if (!is_mark(token_of(s, i + taken), '.') || !token_of(s, i + taken)->glued)
            break;
        key[(*len)++] = '.';
        taken++;
    }
    if (*len && key[*len - 1] == '.')
        --*len;
    return taken;
}

// "Springfield, Ill." and "(D-Ill.)"
static bool is_after_place(const Spelling *s, uint32_t i)
{
    const Token *before = token_before(s, i, 1);
    if (is_mark(before, ','))
        return is_capitalised(token_before(s, i, 2));
    return is_dash(before) && is_one_letter(token_before(s, i, 2));
}

// "Gen. (retd) Low"
static bool is_retired(const Spelling *s, uint32_t i)
{
    static const char *const RETIRED[] = {"dr", "ret", "retd", "retired"};
    return is_mark(token_of(s, i), '(') && TOKEN_IN(s, token_of(s, i + 1), RETIRED);
}

// A form without flags that forbid it here. `taken` tokens from i on are it.
static bool fits(const Spelling *s, uint32_t i, uint32_t taken, uint32_t flags)
{
    const Token *first = token_of(s, i), *next = token_of(s, i + taken);
    const Token *before = token_before(s, i, 1);
    if (flags & NEEDS_DOT && !is_mark(token_of(s, i + taken - 1), '.'))
        return false;
    if (flags & NEEDS_CAPITAL && !is_capitalised(first))
        return false;
    if (flags & SMALL_OR_DOT && is_capitalised(first) && !is_mark(token_of(s, i + taken - 1), '.'))
        return false;
    // "Gov.-elect Pell", "Sgt. 1st Class Poe", "Lt-Gen Low", "Col. (ret.) Low"
    bool dotted = is_mark(token_of(s, i + taken - 1), '.');
    bool title = (dotted && (is_number(next) || (is_dash(next) && next->glued))) ||
                 (is_joint(s, i + taken, '-') && is_capitalised(token_of(s, i + taken + 1)) &&
                  is_capitalised(token_of(s, i + taken + 2))) ||
                 is_retired(s, i + taken);
    if (flags & BEFORE_NAME && !is_capitalised(next) && !title)
        return false;
    if (flags & NEEDS_SMALL && is_capitalised(first))
        return false;
    bool roman = (dotted || next->stem > 1) && next->letter_case == CASE_UPPER &&
                 roman_value(token_stem(s, next));
    if (flags & BEFORE_NUMBER && !is_number(next) && !roman)
        return false;
    if (flags & BEFORE_ANY && i + taken >= s->count)
        return false;
    bool ordinal = before->glued && is_word(before) && is_number(token_before(s, i, 2));
    if (flags & AFTER_NAME && !is_capitalised(before) && !is_mark(before, ',') &&
        !is_mark(before, '.') && !is_mark(before, '&') && !is_number(before) && !ordinal)
        return false; // "5th Ave"
    if (flags & AFTER_NUMBER && !is_number(before))
        return false;
    bool based = is_dash(next) && next->glued && token_is(s, token_of(s, i + taken + 1), "based");
    return !(flags & AFTER_PLACE) || is_after_place(s, i) || based; // "Pa.-based"
}

// The written form's capital goes over to the words.
static void add_form(Spelling *s, const Token *first, const char *spoken)
{
    add_words(&s->words, str_from(spoken));
    size_t at = s->words.len - strlen(spoken);
    if (is_capitalised(first))
        s->words.data[at] = (char)to_upper(s->words.data[at]);
}

static uint32_t spell_dotted(Spelling *s, uint32_t i)
{
    char key[32];
    size_t len;
    uint32_t taken = read_dotted(s, i, key, &len);
    if (taken < 3 || !memchr(key, '.', len))
        return 0;
    // "N.Y.C." is not New York and a C: the whole or nothing.
    const Entry *entry = find_entry(ABBREVIATIONS.entries, ABBREVIATIONS.count, (Str){key, len});
    if (!entry || !fits(s, i, taken, entry->flags))
        return 0;
    // "S.C. Johnson" is a person's.
    if (len == 3 && is_capitalised(token_of(s, i + taken)) && !is_after_place(s, i) &&
        entry->spoken[1] >= 'a' && entry->flags & NEEDS_CAPITAL && key[0] != 'n')
        return 0;
    add_form(s, token_of(s, i), entry->spoken);
    return taken;
}

// Saints that give their names to towns, churches and hospitals.
static const char *const SAINTS[] = {
    "agnes",      "albans",      "andrew",    "andrews",    "ann",       "anne",       "anthony",
    "asaph",      "augustine",   "austell",   "barts",      "bede",      "bees",       "benedict",
    "bernard",    "bernardine",  "brigid",    "catharines", "catherine", "cecilia",    "charbel",
    "charles",    "christopher", "clair",     "clare",      "cloud",     "columba",    "croix",
    "cuthbert",   "cyril",       "davids",    "denis",      "denys",     "dominic",    "dunstan",
    "edmund",     "edmunds",     "elizabeth", "enda",       "etienne",   "francis",    "gabriel",
    "gallen",     "george",      "george's",  "germain",    "giles",     "helena",     "helens",
    "hilda",      "ignatius",    "ives",      "james",      "jean",      "jerome",     "joe",
    "john",       "john's",      "johns",     "johnstone",  "joseph",    "jude",       "kevin",
    "kilda",      "kitts",       "lawrence",  "leonard",    "leonards",  "louis",      "lucia",
    "lucie",      "luke",        "maarten",   "malo",       "mark",      "martin",     "mary",
    "mary's",     "marys",       "matthew",   "michael",    "mirren",    "monica",     "moritz",
    "neots",      "nicholas",    "olaf",      "olave",      "oswald",    "ouen",       "pancras",
    "patrick",    "patrick's",   "paul",      "paul's",     "pauls",     "peter",      "peter's",
    "petersburg", "pierre",      "raphael",   "sebastian",  "simon",     "stanislaus", "stephen",
    "teresa",     "therese",     "thomas",    "tropez",     "ursula",    "vincent",    "vitus",
    "xavier",
};

// "St. Louis", "the corner of St. James St.", "on Wall St. today"
static const char *saint_or_street(const Spelling *s, uint32_t i, uint32_t taken)
{
    const Token *before = token_before(s, i, 1), *next = token_of(s, i + taken);
    bool named = is_capitalised(before) && !token_is(s, before, "the");
    bool numbered =
        before->glued && is_word(before) && is_number(token_before(s, i, 2)); // 42nd St.
    if (TOKEN_IN(s, next, SAINTS) && !numbered)
        return "Saint";
    if (named || numbered)
        return "Street";
    bool joined = is_joint(s, i + taken, '-') && is_capitalised(token_of(s, i + taken + 1));
    return is_capitalised(next) || joined ? "Saint" : NULL; // "St-Denis"
}

// "Dr. Kate Smith", "Maple Dr."
static const char *doctor_or_drive(const Spelling *s, uint32_t i, uint32_t taken)
{
    if (is_capitalised(token_of(s, i + taken)))
        return "Doctor";
    return is_capitalised(token_before(s, i, 1)) ? "Drive" : "Doctor";
}

// "Ford Motor Co.", "Co. Durham"
static const char *company_or_county(const Spelling *s, uint32_t i, uint32_t taken)
{
    const Token *before = token_before(s, i, 1), *next = token_of(s, i + taken);
    if (is_capitalised(before) || is_mark(before, '&') || token_is(s, next, "ltd"))
        return "Company";
    if (token_is(s, before, "and") && is_capitalised(token_before(s, i, 2)))
        return "Company"; // "Roe and Co."
    return is_capitalised(next) ? "County" : NULL;
}

// "No. 1", "No 10"; "No." alone is a word and its full stop.
static const char *number_or_no(const Spelling *s, uint32_t i, uint32_t taken)
{
    return is_number(token_of(s, i + taken)) || is_mark(token_of(s, i + taken), '#') ? "Number"
                                                                                     : NULL;
}

// "ranked no 3", "the no 5 bus", but "there is no 5 in it".
static const char *small_number_or_no(const Spelling *s, uint32_t i, uint32_t taken)
{
    static const char *const BEFORE[] = {"at",     "bus", "flat",  "lot",   "our",  "ranked",
                                         "seeded", "the", "their", "track", "world"};
    if (!is_number(token_of(s, i + taken)))
        return NULL;
    return taken == 2 || TOKEN_IN(s, token_before(s, i, 1), BEFORE) ? "number" : NULL;
}

// "Rev. Joan Roe": what stands before a name and behind none is a title.
static bool opens_name(const Spelling *s, uint32_t i, uint32_t taken)
{
    const Token *next = token_of(s, i + taken), *before = token_before(s, i, 1);
    return is_capitalised(next) && !is_capitalised(before) && !is_mark(before, ',');
}

// "Del. Ann Poe" sits in an assembly, "Dover, Del." is a town.
static const char *delegate_or_state(const Spelling *s, uint32_t i, uint32_t taken)
{
    return opens_name(s, i, taken) ? "Delegate" : NULL;
}

static const char *const SCHOOL[] = {"center",  "citizen", "citizens", "class", "college",
                                     "guard",   "high",    "living",   "night", "prom",
                                     "running", "season",  "varsity",  "year"};

// "Jr. High"
static const char *junior(const Spelling *s, uint32_t i, uint32_t taken)
{
    return TOKEN_IN(s, token_of(s, i + taken), SCHOOL) ? "Junior" : NULL;
}

// "Sr. Ann Poe" is a nun, "Sal Poe Sr." a father, "Sr. class" a school's.
static const char *sister_or_senior(const Spelling *s, uint32_t i, uint32_t taken)
{
    if (TOKEN_IN(s, token_of(s, i + taken), SCHOOL))
        return "Senior";
    return opens_name(s, i, taken) ? "Sister" : NULL;
}

// "Ste. 200", "Rt. 9"
static const char *suite(const Spelling *s, uint32_t i, uint32_t taken)
{
    return is_number(token_of(s, i + taken)) ? "Suite" : NULL;
}
static const char *route(const Spelling *s, uint32_t i, uint32_t taken)
{
    return is_number(token_of(s, i + taken)) ? "Route" : NULL;
}

// "Sec. Ann Poe", "Sec. of State", but "Sec. 8"
static const char *secretary_or_section(const Spelling *s, uint32_t i, uint32_t taken)
{
    bool office = taken == 2 && token_is(s, token_of(s, i + taken), "of");
    return office || (taken == 2 && opens_name(s, i, taken)) ? "Secretary" : NULL;
}

// "Assoc. Prof. Poe", but "the Press Assoc."
static const char *associate_or_association(const Spelling *s, uint32_t i, uint32_t taken)
{
    static const char *const RANKS[] = {"dean",    "dir",     "director", "editor",   "judge",
                                        "justice", "manager", "prof",     "professor"};
    return TOKEN_IN(s, token_of(s, i + taken), RANKS) ? "Associate" : NULL;
}

// "Gen Ray Low", but "Gen Z" and "Gen Xers"
static const char *general_or_generation(const Spelling *s, uint32_t i, uint32_t taken)
{
    static const char *const GENERATIONS[] = {"alpha", "beta", "x",   "xer", "xers",
                                              "y",     "z",    "zer", "zers"};
    const Token *next = token_of(s, i + taken);
    bool named = is_capitalised(next) && !TOKEN_IN(s, next, GENERATIONS);
    return named || is_retired(s, i + taken) ? "General" : NULL;
}

// "Det Con Low", "Det Ch Insp Low"
static const char *constable(const Spelling *s, uint32_t i, uint32_t taken)
{
    return token_is(s, token_before(s, i, 1), "det") && is_capitalised(token_of(s, i + taken))
               ? "Constable"
               : NULL;
}
static const char *chief(const Spelling *s, uint32_t i, uint32_t taken)
{
    bool rank =
        token_is(s, token_of(s, i + taken), "supt") || token_is(s, token_of(s, i + taken), "insp");
    return rank || (token_is(s, token_before(s, i, 1), "det") &&
                    is_capitalised(token_of(s, i + taken)))
               ? "Chief"
               : NULL;
}

// "Pt. II", "Pt. Reyes"
static const char *part_or_point(const Spelling *s, uint32_t i, uint32_t taken)
{
    const Token *next = token_of(s, i + taken);
    bool roman = next->letter_case == CASE_UPPER && roman_value(token_stem(s, next));
    if (taken == 2 && (is_number(next) || roman))
        return "Part";
    return taken == 2 && is_capitalised(next) ? "Point" : NULL;
}

// "3rd Fl."
static const char *floor_of(const Spelling *s, uint32_t i, uint32_t taken)
{
    const Token *before = token_before(s, i, 1);
    bool ordinal = before->glued && is_word(before) && is_number(token_before(s, i, 2));
    return ordinal && taken == 2 ? "Floor" : NULL;
}

// "Fr Malloy", a priest of British news
static const char *father(const Spelling *s, uint32_t i, uint32_t taken)
{
    return taken == 1 && opens_name(s, i, taken) ? "Father" : NULL;
}

// "est. 1905", but "est. 5,000 people"
static const char *established(const Spelling *s, uint32_t i, uint32_t taken)
{
    const Token *next = token_of(s, i + taken);
    if (!is_number(next))
        return NULL;
    bool year = is_year(s, i + taken);
    return year ? "established" : taken == 2 ? "estimated" : NULL;
}
static const char *capital_established(const Spelling *s, uint32_t i, uint32_t taken)
{
    bool year = is_number(token_of(s, i + taken)) && is_year(s, i + taken);
    return year ? "Established" : NULL;
}

// "Tech. Sgt. Low", but "Georgia Tech. They"
static const char *technical(const Spelling *s, uint32_t i, uint32_t taken)
{
    return token_is(s, token_of(s, i + taken), "sgt") ? "Technical" : NULL;
}

// Forms of two meanings: their neighbours tell which.
static uint32_t spell_double(Spelling *s, uint32_t i)
{
    static const struct {
        const char *written;
        const char *(*choose)(const Spelling *s, uint32_t i, uint32_t taken);
    } DOUBLE[] = {
        {"Co", company_or_county},
        {"St", saint_or_street},
        {"Dr", doctor_or_drive},
        {"No", number_or_no},
        {"Sr", sister_or_senior},
        {"Rt", route},
        {"Ch", chief},
        {"Ste", suite},
        {"Del", delegate_or_state},
        {"Sec", secretary_or_section},
        {"Gen", general_or_generation},
        {"Con", constable},
        {"Tech", technical},
        {"Assoc", associate_or_association},
        {"Jr", junior},
        {"Pt", part_or_point},
        {"Fl", floor_of},
        {"Fr", father},
        {"no", small_number_or_no},
        {"est", established},
        {"Est", capital_established},
    };
    const Token *t = token_of(s, i);
    Str word = token_stem(s, t);
    bool may_be = word.len <= 5 && strchr("CSDNRTGAJPFneE", word.data[0]);
    for (size_t k = 0; may_be && k < COUNT(DOUBLE); k++) {
        if (str_compare_c(word, DOUBLE[k].written) != 0)
            continue;
        bool dot = is_mark(token_of(s, i + 1), '.') && token_of(s, i + 1)->glued;
        const char *spoken = DOUBLE[k].choose(s, i, dot ? 2 : 1);
        if (!spoken || (!dot && k == 0))
            return 0;
        add_words(&s->words, str_from(spoken));
        return dot ? 2 : 1;
    }
    return 0;
}

// "w/o", "w/", "h/t", "c/o"
static uint32_t spell_slashed(Spelling *s, uint32_t i)
{
    static const struct {
        const char *before, *after, *spoken;
    } SLASHED[] = {{"w", "o", "without"},
                   {"h", "t", "hat tip"},
                   {"c", "o", "care of"},
                   {"b", "c", "because"},
                   {"w", "e", "weekend"},
                   {"n", "a", "N A"},
                   {"b", "w", "black and white"},
                   {"a", "c", "A C"},
                   {"r", "c", "R C"},
                   {"l", "cpl", "Lance Corporal"},
                   {"s", "sgt", "Staff Sergeant"},
                   {"w", "", "with"}};
    if (!is_one_letter(token_of(s, i)) || !is_mark(token_of(s, i + 1), '/') ||
        !token_of(s, i + 1)->glued)
        return 0;
    const Token *next = token_of(s, i + 2);
    for (size_t k = 0; k < COUNT(SLASHED); k++) {
        bool open = !SLASHED[k].after[0];
        if (!token_is(s, token_of(s, i), SLASHED[k].before) ||
            !(open ? !next->glued || !is_one_letter(next) : token_is(s, next, SLASHED[k].after)))
            continue;
        add_words(&s->words, str_from(SLASHED[k].spoken));
        bool dot = !open && is_mark(token_of(s, i + 3), '.') && is_capitalised(token_of(s, i + 4));
        return open ? 2 : 3u + dot;
    }
    return 0;
}

// "Santa Clara, CA 95051", "Springfield, IL", "(R-TX)"
static uint32_t spell_postal(Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i);
    if (t->letter_case != CASE_UPPER || t->stem != 2 || !is_after_place(s, i))
        return 0;
    const Entry *entry = find_entry(POSTAL_STATES.entries, POSTAL_STATES.count, token_stem(s, t));
    if (!entry)
        return 0;
    if ((token_is(s, t, "md") || token_is(s, t, "qc")) && !is_number(token_of(s, i + 1)) &&
        is_first_name(s, token_before(s, i, 3)) && !token_is(s, token_before(s, i, 3), "glen"))
        return 0; // "Ann Roe, MD"
    add_words(&s->words, str_from(entry->spoken));
    add_possessive(s, t);
    return 1;
}

// "57th St.", "Clark Street" behind a direction.
static bool is_corner(const Spelling *s, uint32_t i)
{
    bool ordinal = is_number(token_of(s, i)) && token_of(s, i + 1)->glued;
    const Token *street = token_of(s, i + 1 + ordinal);
    return (ordinal || is_capitalised(token_of(s, i))) && is_capitalised(street) &&
           is_street_word(s, street);
}

// "1211 E Arques Ave", "200 N. Main St.", "350 W 42nd St"; "5th St. NW"
static uint32_t spell_direction(Spelling *s, uint32_t i)
{
    static const struct {
        const char *written, *spoken;
    } DIRECTIONS[] = {{"N", "North"},      {"S", "South"},      {"E", "East"},
                      {"W", "West"},       {"NE", "Northeast"}, {"NW", "Northwest"},
                      {"SE", "Southeast"}, {"SW", "Southwest"}};
    const Token *t = token_of(s, i), *before = token_before(s, i, 1);
    if (t->letter_case != CASE_UPPER || t->stem > 2 || t->glued)
        return 0;
    bool dot = is_mark(token_of(s, i + 1), '.') && token_of(s, i + 1)->glued;
    const Token *next = token_of(s, i + 1 + dot);
    bool street =
        (is_capitalised(next) && next->stem > 1) ||
        (is_number(next) && is_word(token_of(s, i + 2 + dot)) && token_of(s, i + 2 + dot)->glued);
    bool house = is_number(before) && street;
    house |= dot && t->stem == 1 && !is_capitalised(before) && is_corner(s, i + 2); // "W. 57th St."
    bool quarter =
        t->stem == 2 && is_street_word(s, is_mark(before, '.') ? token_before(s, i, 2) : before);
    for (size_t k = 0; (house || quarter) && k < COUNT(DIRECTIONS); k++)
        if (str_equal(token_stem(s, t), str_from(DIRECTIONS[k].written))) {
            add_words(&s->words, str_from(DIRECTIONS[k].spoken));
            return house ? 1 + dot : 1;
        }
    return 0;
}

// "gov't", "Int'l", with either apostrophe
static uint32_t spell_elided(Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i);
    Str word = token_stem(s, t);
    if (t->ascii && !memchr(word.data, '\'', word.len))
        return 0;
    char key[16];
    size_t n = 0;
    bool apostrophe = false;
    for (size_t k = 0; k < word.len && n < sizeof key;) {
        Char c = utf8_at(word, k);
        apostrophe |= is_apostrophe(c.code);
        key[n++] = is_apostrophe(c.code) ? '\'' : (char)(c.code & 127);
        k += c.len;
    }
    if (!apostrophe || n == sizeof key)
        return 0;
    const Entry *entry =
        find_entry_nocase(ABBREVIATIONS.entries, ABBREVIATIONS.count, (Str){key, n});
    if (!entry)
        return 0;
    add_form(s, t, entry->spoken);
    add_possessive(s, t);
    return 1;
}

uint32_t spell_abbreviation(Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i);
    if (t->span.end - t->span.beg <= 12 && spell_elided(s, i))
        return 1;
    if (t->stem > 8 || !str_is_ascii(token_stem(s, t)))
        return 0;
    const Token *next = token_of(s, i + 1);
    uint32_t taken = is_mark(next, '.') && token_of(s, i + 2)->glued ? spell_dotted(s, i) : 0;
    if (!taken)
        taken = spell_book_name(s, i);
    if (!taken)
        taken = spell_double(s, i);
    if (!taken)
        taken = spell_slashed(s, i);
    if (!taken)
        taken = spell_postal(s, i);
    if (!taken)
        taken = spell_direction(s, i);
    if (taken)
        return taken;
    const Entry *entry =
        find_entry_nocase(ABBREVIATIONS.entries, ABBREVIATIONS.count, token_stem(s, t));
    if (!entry)
        return 0;
    bool dot = is_mark(token_of(s, i + 1), '.') && token_of(s, i + 1)->glued;
    if (!fits(s, i, dot ? 2 : 1, entry->flags))
        return 0;
    if (!dot && t->stem == 2 && t->letter_case == CASE_UPPER && entry->flags == NEEDS_CAPITAL &&
        (!is_capitalised(next) ||
         (next->letter_case == CASE_TITLE && t->stem == 2 && token_is(s, t, "ms"))))
        return 0; // "Soyuz MS-10" is no lady, nor is "MS Pillai"
    add_form(s, t, entry->spoken);
    add_possessive(s, t);
    return dot ? 2 : 1;
}

// "Ann Low (Lab)", "Sam Poe (Con, Leeds North)": parties of Britain.
static uint32_t spell_british_party(Spelling *s, uint32_t i)
{
    const Token *t = token_of(s, i), *next = token_of(s, i + 1);
    if (!is_mark(token_before(s, i, 1), '(') || !is_capitalised(token_before(s, i, 2)) ||
        !(is_mark(next, ')') || is_mark(next, ',')))
        return 0;
    const char *spoken = token_is(s, t, "lab")   ? "Labour"
                         : token_is(s, t, "con") ? "Conservative"
                                                 : NULL;
    if (spoken)
        add_words(&s->words, str_from(spoken));
    return spoken != NULL;
}

// What joins a party's letter and a state: tokens of "-" in "R-Ohio" and of
// ".," in "(D., Ga.)"; 0 where there is no state.
static uint32_t read_state_joint(const Spelling *s, uint32_t i)
{
    if (is_joint(s, i, '-') && is_capitalised(token_of(s, i + 1)))
        return 1;
    bool dotted = is_mark(token_of(s, i), '.') && is_mark(token_of(s, i + 1), ',') &&
                  is_capitalised(token_of(s, i + 2));
    return dotted ? 2 : 0;
}

// "(R-Ohio)", "Jane Roe, D-Vt., said", "Jane Roe (D)", "D-N.Y."
uint32_t spell_party(Spelling *s, uint32_t i)
{
    static const struct {
        const char *letter, *spoken;
    } PARTIES[] = {{"R", "Republican"},
                   {"D", "Democrat"},
                   {"I", "Independent"},
                   {"L", "Libertarian"},
                   {"G", "Green"}};
    const Token *t = token_of(s, i), *before = token_before(s, i, 1);
    if (!is_one_letter(t))
        return spell_british_party(s, i);
    uint32_t joint = read_state_joint(s, i + 1);
    bool bracket = is_mark(before, '(') || is_mark(before, '['),
         dotted = is_mark(token_of(s, i + 3), '.');
    bool inside = bracket || is_mark(before, ',') || (joint == 1 && dotted && !t->glued);
    bool state = joint && (joint == 1 ? inside : bracket);
    bool alone =
        bracket && is_mark(token_of(s, i + 1), ')') && is_capitalised(token_before(s, i, 2));
    for (size_t k = 0; (state || alone) && k < COUNT(PARTIES); k++) {
        if (!token_is(s, t, PARTIES[k].letter) || t->letter_case != CASE_UPPER)
            continue;
        add_words(&s->words, str_from(PARTIES[k].spoken));
        if (state)
            ADD_WORDS(&s->words, "of");
        return 1 + (state ? joint : 0);
    }
    return 0;
}
