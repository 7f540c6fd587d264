#include "publish/sound/info.h"

#include "base/language.h"
#include "publish/labels/labels.h"
#include "publish/text/cues.h"
#include "publish/text/times.h"
#include "publish/text/words.h"

enum { TEXT_MAX = 255, FIRST_WORDS_MAX = 60, NAMES_MAX = 12 };

// Stands where a tag has to name somebody.
static const char NO_NAME[] = "lectern";

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
static Str title_of(const Article *article, Str words, Arena *arena)
{
    Str title = short_text(article->title, arena);
    for (int any = 0; any <= 1; any++)
        for (uint32_t i = 0; i < article->blocks.count && title.len == 0; i++)
            if (any || !is_furniture(article->blocks.items[i].kind))
                title = first_words(str_span(article->text, article->blocks.items[i].span),
                                    FIRST_WORDS_MAX, arena);
    return str_or(title, label_in(words, LABEL_UNTITLED));
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

// The first four digits that stand by themselves and can be a year.
static Str find_year(Str date)
{
    for (size_t i = 0; i + 4 <= date.len; i++) {
        bool alone = (i == 0 || !is_digit(date.data[i - 1])) &&
                     (i + 4 == date.len || !is_digit(date.data[i + 4]));
        int year = str_digits(date, i, 4);
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
    int month = date.len > 4 && date.data[4] == '-' ? str_digits(date, 5, 2) : -1;
    if (month < 1 || month > 12)
        return year;
    int day = date.len > 7 && date.data[7] == '-' ? str_digits(date, 8, 2) : -1;
    return str_slice(date, 0, day >= 1 && day <= 31 ? 10 : 7);
}

static Str copyright_of(const EpisodeInfo *info, Str byline, Arena *arena)
{
    Str owner = str_or(info->publisher, str_or(byline, label_in(info->words, LABEL_AUTHOR)));
    return info->year.len ? str_format(arena, "%.*s %.*s", STR_ARG(info->year), STR_ARG(owner))
                          : fill_label(info->words, LABEL_TEXT_BY, &owner, 1, arena);
}

static Str voices_of(Str words, const Cast *cast, Arena *arena)
{
    uint32_t count = cast->script->speakers.count;
    Buf b = new_buf(arena);
    for (uint32_t i = 0; i < count && i < NAMES_MAX; i++) {
        buf_add(&b, i ? label_in(words, LABEL_COMMA) : (Str){0});
        buf_format(&b, "%.*s (%.*s)", STR_ARG(clean_text(shown_name(cast, i, words), arena)),
                   STR_ARG(cast->voices[i]->id));
    }
    Str names = buf_str(&b);
    return fill_label(words, count > NAMES_MAX ? LABEL_VOICES_MORE : LABEL_VOICES, &names, 1,
                      arena);
}

static Str comment_of(const EpisodeInfo *info, const Cast *cast, Arena *arena)
{
    Buf b = new_buf(arena);
    buf_add(&b, str_or(info->disclosure, label_in(info->words, LABEL_READ_ALOUD)));
    if (info->url.len) {
        buf_char(&b, ' ');
        buf_add(&b, fill_label(info->words, LABEL_SOURCE, &info->url, 1, arena));
    }
    buf_char(&b, ' ');
    buf_add(&b, voices_of(info->words, cast, arena));
    return buf_str(&b);
}

EpisodeInfo describe_episode(const Timeline *in, bool disclosure, Arena *arena)
{
    Str language = reading_article(in->clips->reading)->language;
    return describe_in(language_tag(str_trim(language)), in, disclosure, arena);
}

EpisodeInfo describe_in(Str words, const Timeline *in, bool disclosure, Arena *arena)
{
    const Reading *reading = in->clips->reading;
    const Article *article = reading_article(reading);
    Str byline = short_text(article->byline, arena);
    EpisodeInfo info = {.title = title_of(article, words, arena),
                        .publisher = short_text(article->publisher, arena),
                        .url = web_url(article->url, arena),
                        .language = language_tag(str_trim(article->language)),
                        .words = label_language(words),
                        .length_ms = frame_ms(in->frame_count)};
    info.artist = str_or(byline, str_or(info.publisher, str_from(NO_NAME)));
    info.album = str_or(info.publisher, str_from(NO_NAME));
    Str date = clean_text(article->date, arena);
    info.year = find_year(date);
    info.date = iso_date(date, info.year);
    info.copyright = copyright_of(&info, byline, arena);
    language_code(info.language, info.iso_639);
    if (disclosure) {
        info.disclosure = fill_label(words, LABEL_DISCLOSURE, &in->clips->engine, 1, arena);
        info.source_type = STR("http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia");
    }
    info.comment = comment_of(&info, reading->cast, arena);
    return info;
}

bool is_credited(const EpisodeInfo *info)
{
    return !str_equal(info->artist, str_from(NO_NAME));
}

// Where a line that begins at `beg` ends: at the last blank that it has room for.
static size_t end_of_line(Str text, size_t beg)
{
    enum { LINE_BYTES = 250 };
    if (text.len - beg <= LINE_BYTES)
        return text.len;
    for (size_t i = beg + LINE_BYTES; i > beg; i--)
        if (text.data[i] == ' ')
            return i;
    Str rest = str_slice(text, beg, text.len);
    size_t blank = str_find(rest, STR(" "));
    return beg + blank;
}

Str tag_lines(Str text, Arena *arena)
{
    Buf out = new_buf(arena);
    for (size_t beg = 0, end; beg < text.len; beg = end + 1) {
        end = end_of_line(text, beg);
        if (beg)
            buf_char(&out, '\n');
        buf_add(&out, str_slice(text, beg, end));
    }
    return buf_str(&out);
}
