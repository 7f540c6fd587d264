#include "publish/info.h"

#include "base/language.h"
#include "publish/times.h"
#include "publish/words.h"

enum { TEXT_MAX = 255, FIRST_WORDS_MAX = 60, NAMES_MAX = 12 };

static Str either(Str a, Str b)
{
    return a.len ? a : b;
}

static Str short_text(Str s, Arena *arena)
{
    return first_words(s, TEXT_MAX - 3, arena);
}

static bool is_furniture(BlockKind kind)
{
    return kind == BLOCK_BYLINE || kind == BLOCK_CREDIT || kind == BLOCK_CAPTION ||
           kind == BLOCK_NOTE;
}

// An article without a title is called by its first words; "By Ada Quill" are none
// of those where anything follows.
static Str title_of(const Article *article, Arena *arena)
{
    Str title = short_text(article->title, arena);
    for (int any = 0; any <= 1; any++)
        for (uint32_t i = 0; i < article->blocks.count && title.len == 0; i++)
            if (any || !is_furniture(article->blocks.items[i].kind))
                title = first_words(str_span(article->text, article->blocks.items[i].span),
                                    FIRST_WORDS_MAX, arena);
    return either(title, STR("Untitled"));
}

// Bytes that RFC 3986 allows in a URL stand; the others are written "%20".
static Str web_url(Str s, Arena *arena)
{
    s = str_trim(s);
    if (!str_equal_nocase(str_slice(s, 0, 7), STR("http://")) &&
        !str_equal_nocase(str_slice(s, 0, 8), STR("https://")))
        return (Str){0};
    Buf b = new_buf(arena);
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.data[i];
        if (is_alnum(c) || (c > 0x20 && c < 0x7F && strchr("-._~:/?#[]@!$&'()*+,;=%", c)))
            buf_char(&b, (char)c);
        else
            buf_format(&b, "%%%02X", c);
    }
    return buf_str(&b);
}

static int digits_at(Str s, size_t at, size_t count)
{
    int value = 0;
    for (size_t i = at; i < at + count; i++) {
        if (i >= s.len || !is_digit(s.data[i]))
            return -1;
        value = value * 10 + (s.data[i] - '0');
    }
    return value;
}

// The first four digits that stand by themselves and can be a year.
static Str find_year(Str date)
{
    for (size_t i = 0; i + 4 <= date.len; i++) {
        bool alone = (i == 0 || !is_digit(date.data[i - 1])) &&
                     (i + 4 == date.len || !is_digit(date.data[i + 4]));
        int year = digits_at(date, i, 4);
        if (alone && year >= 1400 && year < 2200)
            return str_slice(date, i, i + 4);
    }
    return (Str){0};
}

// As much of "2026-01-31T08:00Z" as is a date.
static Str iso_date(Str date, Str year)
{
    if (year.len == 0 || year.data != date.data)
        return year;
    int month = date.len > 4 && date.data[4] == '-' ? digits_at(date, 5, 2) : -1;
    if (month < 1 || month > 12)
        return year;
    int day = date.len > 7 && date.data[7] == '-' ? digits_at(date, 8, 2) : -1;
    return str_slice(date, 0, day >= 1 && day <= 31 ? 10 : 7);
}

static Str copyright_of(const EpisodeInfo *info, Str byline, Arena *arena)
{
    Str owner = either(info->publisher, either(byline, STR("the author of the article")));
    return str_format(arena, "%.*s%s%.*s", STR_ARG(info->year),
                      info->year.len ? " " : "Text: ", STR_ARG(owner));
}

static void add_voices(Buf *b, const Cast *cast, Arena *arena)
{
    const Script *script = cast->script;
    buf_add(b, STR(" Voices: "));
    for (uint32_t i = 0; i < script->speakers.count && i < NAMES_MAX; i++)
        buf_format(b, "%s%.*s (%.*s)", i ? ", " : "",
                   STR_ARG(clean_text(script->speakers.items[i].name, arena)),
                   STR_ARG(cast->voices[i]->id));
    buf_add(b, script->speakers.count > NAMES_MAX ? STR(" and others.") : STR("."));
}

static Str comment_of(const EpisodeInfo *info, const Cast *cast, Arena *arena)
{
    Buf b = new_buf(arena);
    buf_add(&b, either(info->disclosure, STR("An article, read aloud.")));
    if (info->url.len)
        buf_format(&b, " Source: %.*s", STR_ARG(info->url));
    add_voices(&b, cast, arena);
    return buf_str(&b);
}

EpisodeInfo describe_episode(const Timeline *in, bool disclosure, Arena *arena)
{
    const Reading *reading = in->clips->reading;
    const Article *article = reading_article(reading);
    Str byline = short_text(article->byline, arena);
    EpisodeInfo info = {.title = title_of(article, arena),
                        .publisher = short_text(article->publisher, arena),
                        .url = web_url(article->url, arena),
                        .language = language_tag(str_trim(article->language)),
                        .length_ms = frame_ms(in->frame_count)};
    info.artist = either(byline, either(info.publisher, STR("lectern")));
    info.album = either(info.publisher, STR("lectern"));
    Str date = clean_text(article->date, arena);
    info.year = find_year(date);
    info.date = iso_date(date, info.year);
    info.copyright = copyright_of(&info, byline, arena);
    language_code(info.language, info.iso_639);
    if (disclosure) {
        info.disclosure = str_format(arena,
                                     "This is read by synthetic voices: speech generated by a "
                                     "computer (%.*s), not recordings of the people quoted.",
                                     STR_ARG(in->clips->engine));
        info.source_type = STR("http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia");
    }
    info.comment = comment_of(&info, reading->cast, arena);
    return info;
}
