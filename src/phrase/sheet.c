#include "phrase/sheet.h"

#include "base/language.h"
#include "base/utf8.h"
#include "phrase/name_index.h"

UtteranceKind usual_kind(SpeakerKind speaker)
{
    return speaker == SPEAKER_NARRATOR ? UTTERANCE_NARRATION : UTTERANCE_QUOTE;
}

const char LEFT_OUT[] = "left out in the script";

// --- Text on one line ---

static bool is_gap(uint32_t code)
{
    return code_is_space(code) || code < 0x20 || code == 0x7F || code_is_invisible(code);
}

Str flat_text(Str text, Arena *arena)
{
    Buf b = new_buf(arena);
    bool gap = false;
    for (size_t i = 0; i < text.len;) {
        Char c = utf8_at(text, i);
        if (is_gap(c.code)) {
            gap = b.len > 0;
        } else {
            if (gap)
                buf_char(&b, ' ');
            buf_add(&b, str_slice(text, i, i + c.len));
            gap = false;
        }
        i += c.len;
    }
    return buf_str(&b);
}

static bool is_control(uint32_t code)
{
    return (code < 0x20 && code != '\n' && code != '\t') || (code >= 0x7F && code < 0xA0);
}

Str escape_article(Str text, Arena *arena)
{
    Buf b = new_buf(arena);
    for (size_t i = 0; i < text.len;) {
        Char c = utf8_at(text, i);
        if (c.code == '\\')
            buf_add(&b, STR("\\\\"));
        else if (is_control(c.code))
            buf_format(&b, "\\x%02x", (unsigned)c.code);
        else
            buf_add(&b, str_slice(text, i, i + c.len));
        i += c.len;
    }
    return buf_str(&b);
}

static int hex_digit(char c)
{
    return is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static Str unescape_article(Str text, Arena *arena)
{
    Buf b = new_buf(arena);
    for (size_t i = 0; i < text.len; i++) {
        Str rest = str_slice(text, i, text.len);
        bool hex = rest.len >= 4 && str_starts(rest, STR("\\x")) && hex_digit(rest.data[2]) >= 0 &&
                   hex_digit(rest.data[3]) >= 0;
        if (hex) {
            buf_code(&b, (uint32_t)(hex_digit(rest.data[2]) * 16 + hex_digit(rest.data[3])));
            i += 3;
        } else {
            buf_char(&b, text.data[i]);
            i += str_starts(rest, STR("\\\\"));
        }
    }
    return buf_str(&b);
}

// --- Names ---

Str *list_names(const Script *script, Arena *arena)
{
    Str *names = ALLOC(arena, Str, script->speakers.count + 1);
    NameIndex taken = {0};
    for (uint32_t i = 0; i < script->speakers.count; i++) {
        Str flat = flat_text(script->speakers.items[i].name, arena);
        names[i] = flat;
        for (int n = 2; find_name(&taken, names[i]) != NO_NAME; n++)
            names[i] = str_format(arena, "%.*s (%d)", STR_ARG(flat), n);
        add_name(&taken, names[i], arena);
    }
    return names;
}

// --- Entries ---

static Str shown_text(const Reading *reading, const Line *line)
{
    return line->sentence == NO_SENTENCE ? line->shown
                                         : str_span(reading_article(reading)->text, line->span);
}

static uint32_t block_of_entry(const Reading *reading, const Line *line)
{
    const Sentences *sentences = reading->cast->script->sentences;
    return line->sentence == NO_SENTENCE ? UINT32_MAX
                                         : sentences->items.items[line->sentence].block;
}

// What is listed so far.
typedef struct {
    const Reading *reading;
    SheetEntries entries;
    uint32_t line, drop, left_out, block;
    Arena *arena;
} Listing;

// Whether it lies in the title or byline, which are said before the first generated line.
static bool is_of_opening(const Article *article, const Drop *drop)
{
    enum { FIRST_BLOCKS = 8 };
    for (uint32_t i = 0; i < article->blocks.count && i < FIRST_BLOCKS; i++) {
        const Block *block = &article->blocks.items[i];
        if (drop->span.beg >= block->span.beg && drop->span.beg < block->span.end)
            return block->kind == BLOCK_TITLE || block->kind == BLOCK_BYLINE;
    }
    return false;
}

// Whether the drop stands before the line. A generated one stands nowhere, but what a script
// leaves out of the opening stood before it.
static bool stands_before(const Article *article, const Drop *drop, const Line *line)
{
    if (line && line->sentence == NO_SENTENCE)
        return strcmp(drop->reason, LEFT_OUT) == 0 && is_of_opening(article, drop);
    return !line || drop->span.beg <= line->span.beg;
}

// The next entry that is not spoken before `line` (NULL: all are listed); false: there is none.
static bool list_unspoken(Listing *l, const Line *line)
{
    const Reading *r = l->reading;
    if (l->left_out < r->left_out.count) {
        const LeftOut *out = &r->left_out.items[l->left_out];
        if (out->drops <= l->drop && (!line || out->lines <= l->line)) {
            l->left_out++;
            *PUSH(&l->entries.items, l->arena) =
                (SheetEntry){.text = flat_text(out->line.shown, l->arena), .reason = LEFT_OUT};
            return true;
        }
    }
    const Drop *drop = l->drop < r->skipped.count ? &r->skipped.items[l->drop] : NULL;
    if (!drop || !stands_before(reading_article(r), drop, line))
        return false;
    l->drop++;
    Str text = str_span(reading_article(r)->text, drop->span);
    *PUSH(&l->entries.items, l->arena) =
        (SheetEntry){.text = flat_text(text, l->arena), .reason = drop->reason, .at = drop->span};
    return true;
}

static void list_line(Listing *l, const Line *line)
{
    uint32_t here = block_of_entry(l->reading, line);
    *PUSH(&l->entries.items, l->arena) = (SheetEntry){
        .text = flat_text(shown_text(l->reading, line), l->arena),
        .line = line,
        .paragraph = here != l->block,
    };
    l->block = here;
    l->line++;
}

SheetEntries list_entries(const Reading *reading, Arena *arena)
{
    Listing l = {.reading = reading, .block = UINT32_MAX - 1, .arena = arena};
    while (l.line < reading->lines.count) {
        const Line *line = &reading->lines.items[l.line];
        while (list_unspoken(&l, line))
            continue;
        list_line(&l, line);
    }
    while (list_unspoken(&l, NULL))
        continue;
    return l.entries;
}

// --- Parsing ---

typedef enum { PART_HEAD, PART_CAST, PART_SCRIPT } Part;

typedef struct {
    Str bytes;
    Arena *arena;
    Sheet *out;
    Part part;
    NameIndex names; // of the cast
    size_t next;     // byte where the next line begins
    uint32_t line;   // number of the one at hand, from 1
    Span at;         // its bytes
    bool narrated;   // the cast has its narrator
    bool done;       // the article was reached
} Parser;

static bool refuse(const Parser *p, Error *err, const char *what)
{
    Span at = {p->at.beg, p->at.end > p->at.beg ? p->at.end : p->at.beg + 1};
    return fail(err, ERR_ARTICLE, at, "%s", what);
}

static Str next_line(Parser *p)
{
    size_t beg = p->next, end = beg;
    while (end < p->bytes.len && p->bytes.data[end] != '\n')
        end++;
    p->next = end + 1;
    p->line++;
    p->at = (Span){(uint32_t)beg, (uint32_t)end};
    Str line = str_slice(p->bytes, beg, end);
    while (line.len && is_space(line.data[line.len - 1]))
        line.len--;
    return line;
}

static bool take_prefix(Str *s, Str prefix)
{
    if (!str_starts(*s, prefix))
        return false;
    *s = str_slice(*s, prefix.len, s->len);
    return true;
}

static int find_word(Str word, const char *const *names, int count)
{
    for (int i = 0; i < count; i++)
        if (str_equal(word, str_from(names[i])))
            return i;
    return -1;
}

// The part of *s before a comma, without blanks around it; *s goes on behind it.
static Str take_field(Str *s)
{
    size_t comma = str_find(*s, STR(","));
    Str field = str_trim(str_slice(*s, 0, comma));
    *s = comma < s->len ? str_slice(*s, comma + 1, s->len) : (Str){0};
    return field;
}

static bool parse_speaker(Parser *p, Str line, Error *err)
{
    size_t equals = line.len;
    for (size_t i = 0; i + 3 <= line.len; i++)
        if (memcmp(line.data + i, " = ", 3) == 0)
            equals = i;
    if (equals == line.len)
        return refuse(p, err, "a line of the cast reads: NAME = VOICE, KIND, GENDER");
    SheetSpeaker speaker = {.name = flat_text(str_slice(line, 0, equals), p->arena), .at = p->at};
    Str rest = str_slice(line, equals + 3, line.len);
    speaker.voice = take_field(&rest);
    Str kind = take_field(&rest), gender = take_field(&rest);
    int k = kind.len ? find_word(kind, SPEAKER_KIND_NAMES, SPEAKER_KINDS) : SPEAKER_PERSON;
    int g = gender.len ? find_word(gender, GENDER_NAMES, GENDERS) : GENDER_UNKNOWN;
    if (speaker.name.len == 0 || speaker.voice.len == 0)
        return refuse(p, err, "a line of the cast reads: NAME = VOICE, KIND, GENDER");
    if (k < 0)
        return refuse(p, err, "no such kind of speaker (person, organisation, document, group)");
    if (g < 0)
        return refuse(p, err, "no such gender (male, female, unknown)");
    if (find_name(&p->names, speaker.name) != NO_NAME)
        return refuse(p, err, "this speaker stands in the cast twice");
    if (k == SPEAKER_NARRATOR && p->narrated)
        return refuse(p, err,
                      "there can be one narrator only (person, organisation, document, "
                      "group)");
    p->narrated |= k == SPEAKER_NARRATOR;
    speaker.kind = (SpeakerKind)k;
    speaker.gender = (Gender)g;
    add_name(&p->names, speaker.name, p->arena);
    *PUSH(&p->out->cast, p->arena) = speaker;
    return true;
}

// The number of the speaker whom `head`, all before a colon, names.
static int64_t read_head(const Parser *p, Str head, UtteranceKind *kind)
{
    static const struct {
        Str suffix;
        UtteranceKind kind;
    } KINDS[] = {{{" (narration)", 12}, UTTERANCE_NARRATION}, {{" (quote)", 8}, UTTERANCE_QUOTE}};
    for (size_t k = 0; k < COUNT(KINDS); k++) {
        if (!str_ends(head, KINDS[k].suffix))
            continue;
        *kind = KINDS[k].kind;
        int64_t found = find_name(&p->names, str_slice(head, 0, head.len - KINDS[k].suffix.len));
        if (found != NO_NAME)
            return found;
    }
    int64_t found = find_name(&p->names, head);
    if (found != NO_NAME)
        *kind = usual_kind(p->out->cast.items[found].kind);
    return found;
}

// "NAME: text", the longest name of the cast that fits; " (quote)" or " (narration)"
// may stand behind the name. Gives false where no name fits.
static bool match_speaker(const Parser *p, Str line, SheetItem *out)
{
    enum { SUFFIX_MAX = 13, HEAD_MAX = 600 }; // a line of colons is not tried at all of them
    size_t text = 0, last = p->names.longest + SUFFIX_MAX;
    last = last < HEAD_MAX ? last : HEAD_MAX;
    for (size_t i = 0; i < line.len && i <= last; i++) {
        bool colon = line.data[i] == ':' && (i + 1 == line.len || line.data[i + 1] == ' ');
        UtteranceKind kind = UTTERANCE_NARRATION;
        int64_t found = colon ? read_head(p, str_slice(line, 0, i), &kind) : NO_NAME;
        if (found == NO_NAME)
            continue;
        out->speaker = (uint32_t)found;
        out->kind = kind;
        text = i + 1;
    }
    if (text)
        out->text = flat_text(str_slice(line, text, line.len), p->arena);
    return text > 0;
}

static bool parse_drop(Parser *p, Str line, Error *err)
{
    SheetItem item = {.drop = true, .pause_ms = NO_PAUSE, .line = p->line};
    size_t close = str_find(line, STR(")"));
    bool reason = take_prefix(&line, STR("- ("));
    // An editor puts "- " before a line to leave it out: "- Narrator: The text".
    if (!reason && take_prefix(&line, STR("- ")) && match_speaker(p, line, &item)) {
        *PUSH(&p->out->items, p->arena) = item;
        return true;
    }
    if (!reason || close < 3 || close - 2 > line.len)
        return refuse(p, err, "a line that is not spoken reads: - (REASON) text, or: - NAME: text");
    item.text = flat_text(str_slice(line, close - 2, line.len), p->arena);
    item.given = true;
    *PUSH(&p->out->items, p->arena) = item;
    return true;
}

static bool parse_pause(Parser *p, Str word, SheetItem *item, Error *err)
{
    int ms = 0;
    size_t i = 0;
    word = str_trim(word);
    for (; i < word.len && is_digit(word.data[i]) && ms <= SHEET_PAUSE_MAX_MS; i++)
        ms = ms * 10 + word.data[i] - '0';
    if (i == 0 || !str_equal(str_trim(str_slice(word, i, word.len)), STR("ms")) ||
        ms > SHEET_PAUSE_MAX_MS)
        return refuse(p, err, "a pause reads: pause 800 ms (0 to 10000)");
    item->pause_ms = ms;
    return true;
}

static bool parse_language(Parser *p, Str word, SheetItem *item, Error *err)
{
    item->language = tidy_language(word, p->arena);
    return item->language.len || refuse(p, err, "a language reads: language fr (or pt-BR)");
}

// An indented line tells more of the one before.
static bool parse_more(Parser *p, Str line, Error *err)
{
    Str s = str_trim(line);
    SheetItem *item = p->out->items.count ? &p->out->items.items[p->out->items.count - 1] : NULL;
    if (!item)
        return refuse(p, err, "there is no line before this that it could belong to");
    if (item->given)
        return refuse(p, err,
                      "the line before is not spoken (to have it spoken, write NAME: in "
                      "place of - (reason))");
    if (take_prefix(&s, STR("pause ")))
        return parse_pause(p, s, item, err);
    if (take_prefix(&s, STR("language ")))
        return parse_language(p, s, item, err);
    if (!take_prefix(&s, STR("= ")))
        return refuse(p, err,
                      "an indented line reads: = SPOKEN WORDS, or: pause 800 ms, or: language fr");
    if (str_find(s, STR("[[")) < s.len)
        return refuse(p, err, "phonemes stand in a lexicon (--lexicon FILE), words here");
    item->spoken = flat_text(s, p->arena);
    return true;
}

static bool parse_item(Parser *p, Str line, Error *err)
{
    SheetItem item = {.pause_ms = NO_PAUSE, .line = p->line};
    if (line.data[0] == ' ' || line.data[0] == '\t')
        return parse_more(p, line, err);
    if (match_speaker(p, line, &item)) {
        *PUSH(&p->out->items, p->arena) = item;
        return true;
    }
    if (str_starts(line, STR("- ")))
        return parse_drop(p, line, err);
    if (line.data[0] == '#')
        return true;
    return refuse(p, err, "this line begins with no name of the cast (NAME: text)");
}

static bool parse_section(Parser *p, Str line, Error *err)
{
    if (str_equal(line, STR("[cast]"))) {
        p->part = PART_CAST;
    } else if (str_equal(line, STR("[script]"))) {
        p->part = PART_SCRIPT;
    } else if (take_prefix(&line, STR("[article ")) && str_ends(line, STR("]"))) {
        p->out->name = str_slice(line, 0, line.len - 1);
        p->out->article = unescape_article(str_slice(p->bytes, p->next, p->bytes.len), p->arena);
        p->done = true;
    } else {
        return refuse(p, err, "no such part of a script ([cast], [script], [article NAME])");
    }
    return true;
}

static bool parse_line(Parser *p, Str line, Error *err)
{
    SheetItem ignored;
    bool speech = p->part == PART_SCRIPT && match_speaker(p, line, &ignored);
    if (line.len == 0)
        return true;
    if (line.data[0] == '[' && !speech)
        return parse_section(p, line, err);
    if (p->part == PART_SCRIPT)
        return parse_item(p, line, err);
    if (line.data[0] == '#' && (line.len == 1 || line.data[1] == ' '))
        return true;
    if (p->part == PART_CAST)
        return parse_speaker(p, line, err);
    return refuse(p, err, "this is no script (`lectern script ARTICLE` prints one)");
}

bool parse_sheet(Str bytes, Arena *arena, Sheet *out, Error *err)
{
    *out = (Sheet){0};
    Parser p = {.bytes = bytes, .arena = arena, .out = out};
    p.next = str_starts(bytes, STR("\xEF\xBB\xBF")) ? 3 : 0;
    if (bytes.len > SHEET_MAX)
        return fail(err, ERR_ARTICLE, (Span){0}, "the script is larger than %d MiB",
                    SHEET_MAX >> 20);
    size_t wrong = utf8_check(bytes);
    if (wrong < bytes.len)
        return fail(err, ERR_ARTICLE, (Span){(uint32_t)wrong, (uint32_t)wrong + 1},
                    "the script is not UTF-8");
    while (p.next < bytes.len && !p.done)
        if (!parse_line(&p, next_line(&p), err))
            return false;
    if (!p.done)
        return fail(err, ERR_ARTICLE, (Span){0},
                    "the script is cut off: its article ([article NAME]) is missing");
    return true;
}
