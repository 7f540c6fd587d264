#include "phrase/pattern.h"

#include "base/utf8.h"

// A part of a pattern: where it may begin and end.
typedef struct {
    uint64_t first, last;
    bool nullable;
} Part;

typedef struct {
    Str source;
    size_t at;
    Pattern *out;
    uint32_t depth;
    const char *why; // NULL: no error so far
} Parser;

static Part parse_choice(Parser *p);

static Part give_up(Parser *p, const char *why)
{
    if (!p->why)
        p->why = why;
    return (Part){0};
}

static bool more(const Parser *p)
{
    return !p->why && p->at < p->source.len;
}

static char peek(const Parser *p)
{
    return p->at < p->source.len ? p->source.data[p->at] : '\0';
}

static Char take(Parser *p)
{
    Char c = utf8_at(p->source, p->at);
    p->at += c.len;
    return c;
}

static Part place(Parser *p, const CodeSet *set)
{
    if (p->out->count == PATTERN_PLACES_MAX)
        return give_up(p, "a pattern has 64 characters and sets at most");
    uint64_t bit = (uint64_t)1 << p->out->count;
    p->out->sets[p->out->count++] = *set;
    return (Part){bit, bit, false};
}

static Part one_code(Parser *p, uint32_t code)
{
    code = p->out->any_case ? code_lower(code) : code;
    CodeSet set = {.ranges = {{code, code}}, .count = 1};
    return place(p, &set);
}

static void add_range(Parser *p, CodeSet *set, uint32_t from, uint32_t to)
{
    if (from > to)
        give_up(p, "a range runs backwards");
    else if (set->count == PATTERN_RANGES_MAX)
        give_up(p, "a set has 16 ranges at most");
    else
        set->ranges[set->count++] = (CodeRange){from, to};
}

// Behind "[". A "]" that comes first stands for itself.
static Part parse_set(Parser *p)
{
    CodeSet set = {.negated = peek(p) == '^'};
    p->at += set.negated;
    for (bool first = true; more(p) && (first || peek(p) != ']'); first = false) {
        if (peek(p) == '[' && p->at + 1 < p->source.len && strchr(":.=", p->source.data[p->at + 1]))
            return give_up(p, "classes like [:alpha:] are not taken");
        uint32_t from = take(p).code, to = from;
        if (peek(p) == '-' && p->at + 1 < p->source.len && p->source.data[p->at + 1] != ']') {
            p->at++;
            to = take(p).code;
        }
        add_range(p, &set, from, to);
    }
    if (!more(p))
        return give_up(p, "a set without its ]");
    p->at++;
    return place(p, &set);
}

static Part parse_group(Parser *p)
{
    if (++p->depth > PATTERN_DEPTH_MAX)
        return give_up(p, "too many brackets in brackets");
    Part part = parse_choice(p);
    if (peek(p) != ')')
        return give_up(p, "a ( without its )");
    p->at++;
    p->depth--;
    return part;
}

static Part parse_atom(Parser *p)
{
    size_t at = p->at;
    Char c = take(p);
    static const CodeSet ANY = {.negated = true};
    switch (c.code) {
    case '(':
        return parse_group(p);
    case '[':
        return parse_set(p);
    case '.':
        return place(p, &ANY);
    case '\\':
        if (p->at < p->source.len && !is_alnum(p->source.data[p->at]))
            return one_code(p, take(p).code);
        return give_up(p, "a \\ stands before a sign only");
    case '*':
    case '+':
    case '?':
        p->at = at;
        return give_up(p, "nothing to repeat");
    case '{':
    case '}':
        p->at = at;
        return give_up(p, "counts like {2} are not taken");
    case '^':
    case '$':
        p->at = at;
        return give_up(p, "a pattern is for the whole word: no ^ or $");
    default:
        return one_code(p, c.code);
    }
}

static void join(Pattern *out, uint64_t ends, uint64_t starts)
{
    for (uint32_t i = 0; i < out->count; i++)
        if (ends >> i & 1)
            out->follow[i] |= starts;
}

static Part parse_repeated(Parser *p)
{
    Part part = parse_atom(p);
    while (more(p) && strchr("*+?", peek(p))) {
        char sign = peek(p);
        p->at++;
        part.nullable |= sign != '+';
        if (sign != '?')
            join(p->out, part.last, part.first);
    }
    return part;
}

static Part parse_row(Parser *p)
{
    Part whole = {0, 0, true};
    while (more(p) && peek(p) != '|' && peek(p) != ')') {
        Part next = parse_repeated(p);
        join(p->out, whole.last, next.first);
        whole.first |= whole.nullable ? next.first : 0;
        whole.last = next.last | (next.nullable ? whole.last : 0);
        whole.nullable = whole.nullable && next.nullable;
    }
    return whole;
}

static Part parse_choice(Parser *p)
{
    Part whole = parse_row(p);
    while (more(p) && peek(p) == '|') {
        p->at++;
        Part next = parse_row(p);
        whole = (Part){whole.first | next.first, whole.last | next.last,
                       whole.nullable || next.nullable};
    }
    return whole;
}

bool compile_pattern(Str source, bool any_case, Pattern *out, size_t *wrong, const char **why)
{
    *out = (Pattern){.any_case = any_case};
    Parser p = {.source = source, .out = out};
    Part whole = parse_choice(&p);
    if (!p.why && p.at < source.len)
        give_up(&p, "a ) without its (");
    if (!p.why && whole.nullable)
        give_up(&p, "it would stand for no word at all");
    out->first = whole.first;
    out->last = whole.last;
    *wrong = p.at;
    *why = p.why;
    return !p.why;
}

static bool set_has(const CodeSet *set, uint32_t code)
{
    for (uint32_t i = 0; i < set->count; i++)
        if (code >= set->ranges[i].from && code <= set->ranges[i].to)
            return !set->negated;
    return set->negated;
}

static bool is_of(const Pattern *pattern, uint32_t place, uint32_t code)
{
    const CodeSet *set = &pattern->sets[place];
    if (!pattern->any_case)
        return set_has(set, code);
    bool lower = set_has(set, code_lower(code)), upper = set_has(set, code_upper(code));
    return set->negated ? lower && upper : lower || upper;
}

bool pattern_matches(const Pattern *pattern, Str word)
{
    uint64_t now = 0, may = pattern->first;
    for (size_t i = 0; i < word.len && may;) {
        Char c = utf8_at(word, i);
        i += c.len;
        now = 0;
        uint64_t next = 0;
        for (uint32_t k = 0; k < pattern->count; k++)
            if ((may >> k & 1) && is_of(pattern, k, c.code)) {
                now |= (uint64_t)1 << k;
                next |= pattern->follow[k];
            }
        may = next;
        if (i < word.len && !may)
            return false;
    }
    return word.len > 0 && (now & pattern->last) != 0;
}
