#include "publish/cover.h"

#include "base/file.h"
#include "base/utf8.h"
#include "publish/font.h"
#include "publish/labels/labels.h"
#include "publish/png.h"

enum {
    MARGIN = 110,
    ADVANCE = GLYPH_COLUMNS + 1, // of a letter, in pixels of the font
    LEADING = GLYPH_ROWS + 2,    // of a row
    SMOOTH = 8,                  // pixels that one of the font becomes before it is drawn
    CELL_COLUMNS = GLYPH_COLUMNS + 2,
    CELL_ROWS = GLYPH_ROWS + 2,
    TITLE_TOP = 260,
    TITLE_HEIGHT = 600,
    BARS_TOP = 910,
    BARS_HEIGHT = 260,
    BAR_STEP = 20, // a bar and the gap behind it
    BAR_WIDTH = 13,
    ROWS_MAX = 16,
};

// Of the palette.
enum { BACKGROUND, INK, MUTED, FIRST_SPEAKER, SPEAKER_COLOURS = 8 };

// Backgrounds that white stands out from (contrast above 9:1); publishers differ.
static const uint32_t BACKGROUNDS[] = {0x14213D, 0x1B3A34, 0x3A1B2F, 0x2B2B33, 0x3B2414, 0x12343B};
static const uint32_t SPEAKERS[SPEAKER_COLOURS] = {0xD9DEE7, 0xF4A259, 0x5BC0BE, 0xF25F5C,
                                                   0xB8E986, 0xC792EA, 0xFFE066, 0x70A1FF};

typedef uint8_t Canvas[COVER_SIDE][COVER_SIDE];
typedef struct {
    bool set[CELL_ROWS * SMOOTH][CELL_COLUMNS * SMOOTH];
} Glyph;

static bool cell(const Glyph *g, int columns, int rows, int x, int y)
{
    return x >= 0 && y >= 0 && x < columns && y < rows && g->set[y][x];
}

// Doubles the picture and cuts the corners of stairs: where two neighbours of a pixel
// agree against the two others, the corner between them is theirs.
static Glyph smoothed(const Glyph *g, int columns, int rows)
{
    Glyph out = {0};
    for (int y = 0; y < 2 * rows; y++) {
        for (int x = 0; x < 2 * columns; x++) {
            int cx = x / 2, cy = y / 2, dx = x % 2 ? 1 : -1, dy = y % 2 ? 1 : -1;
            bool side = cell(g, columns, rows, cx + dx, cy);
            bool other_side = cell(g, columns, rows, cx - dx, cy);
            bool end = cell(g, columns, rows, cx, cy + dy);
            bool other_end = cell(g, columns, rows, cx, cy - dy);
            bool corner = side == end && side != other_end && end != other_side;
            out.set[y][x] = corner ? side : g->set[cy][cx];
        }
    }
    return out;
}

static Glyph smooth_glyph(char c)
{
    Glyph g = {0};
    for (int y = 0; y < GLYPH_ROWS; y++)
        for (int x = 0; x < GLYPH_COLUMNS; x++)
            g.set[y + 1][x + 1] = font_pixel(c, x, y);
    int factor = 1;
    for (; factor < SMOOTH; factor *= 2)
        g = smoothed(&g, CELL_COLUMNS * factor, CELL_ROWS * factor);
    return g;
}

// `unit` is the size of a pixel of the font.
static void draw_letter(Canvas canvas, char c, int left, int top, int unit, uint8_t colour)
{
    Glyph g = smooth_glyph(c);
    for (int y = 0; y < CELL_ROWS * unit; y++) {
        for (int x = 0; x < CELL_COLUMNS * unit; x++) {
            int at_x = left - unit + x, at_y = top - unit + y;
            if (g.set[y * SMOOTH / unit][x * SMOOTH / unit] && at_x >= 0 && at_x < COVER_SIDE &&
                at_y >= 0 && at_y < COVER_SIDE)
                canvas[at_y][at_x] = colour;
        }
    }
}

static void draw_row(Canvas canvas, Str s, int top, int unit, uint8_t colour)
{
    for (size_t i = 0; i < s.len; i++)
        draw_letter(canvas, s.data[i], MARGIN + (int)i * ADVANCE * unit, top, unit, colour);
}

// Rows of whole words; a word that is too long goes on in the next row.
typedef struct {
    Str rows[ROWS_MAX];
    size_t count;
    bool whole; // everything found a place and no word was broken
} Wrapped;

static Wrapped wrap(Str s, size_t width, size_t max)
{
    Wrapped out = {.whole = true};
    s = str_trim(s);
    while (s.len && out.count < max) {
        size_t end = s.len < width ? s.len : width;
        size_t blank = end;
        while (blank && blank < s.len && s.data[blank] != ' ')
            blank--;
        if (blank == 0)
            out.whole = false;
        end = blank ? blank : end;
        out.rows[out.count++] = str_slice(s, 0, end);
        s = str_trim(str_slice(s, end, s.len));
    }
    out.whole = out.whole && s.len == 0;
    return out;
}

// The largest letters that hold the title; the smallest where none do.
static void draw_title(Canvas canvas, Str title)
{
    static const int UNITS[] = {20, 18, 16, 14, 12, 11, 10, 9, 8, 7};
    Wrapped rows = {0};
    int unit = 0;
    for (size_t i = 0; i < COUNT(UNITS) && !rows.whole; i++) {
        unit = UNITS[i];
        size_t width = (size_t)((COVER_SIDE - 2 * MARGIN) / (ADVANCE * unit));
        size_t max = (size_t)(TITLE_HEIGHT / (LEADING * unit));
        rows = wrap(title, width, max < ROWS_MAX ? max : ROWS_MAX);
    }
    for (size_t i = 0; i < rows.count; i++)
        draw_row(canvas, rows.rows[i], TITLE_TOP + (int)i * LEADING * unit, unit, INK);
}

static void fill(Canvas canvas, int left, int top, int width, int height, uint8_t colour)
{
    for (int y = top; y < top + height; y++)
        memset(&canvas[y][left], colour, (size_t)width);
}

// Who is heard most between two moments, and how many words begin there.
typedef struct {
    uint32_t speaker;
    uint32_t words;
} Stretch;

static Stretch hear_stretch(const Times *times, int64_t beg_ms, int64_t end_ms, uint32_t *line)
{
    Stretch out = {0};
    int64_t longest_ms = 0;
    const Reading *reading = times->reading;
    while (*line + 1 < reading->lines.count && times->lines[*line].end_ms <= beg_ms)
        (*line)++;
    for (uint32_t i = *line; i < reading->lines.count; i++) {
        const TimedLine *at = &times->lines[i];
        if (at->start_ms >= end_ms)
            break;
        int64_t beg = at->start_ms > beg_ms ? at->start_ms : beg_ms;
        int64_t end = at->end_ms < end_ms ? at->end_ms : end_ms;
        if (end - beg > longest_ms) {
            longest_ms = end - beg;
            out.speaker = reading->lines.items[i].speaker;
        }
        for (uint32_t w = at->first; w < at->first + at->count; w++)
            out.words +=
                times->words.items[w].start_ms >= beg_ms && times->words.items[w].start_ms < end_ms;
    }
    return out;
}

// One bar for each stretch of the sound: its colour is the speaker, its height how
// much is said.
static void draw_bars(Canvas canvas, const Times *times)
{
    enum { BARS = (COVER_SIDE - 2 * MARGIN) / BAR_STEP };
    Stretch stretches[BARS];
    uint32_t line = 0, most = 1;
    for (int i = 0; i < BARS; i++) {
        stretches[i] = hear_stretch(times, times->length_ms * i / BARS,
                                    times->length_ms * (i + 1) / BARS, &line);
        most = stretches[i].words > most ? stretches[i].words : most;
    }
    for (int i = 0; i < BARS; i++) {
        uint32_t speaker = stretches[i].speaker;
        int colour = speaker ? 1 + (int)((speaker - 1) % (SPEAKER_COLOURS - 1)) : 0;
        int height = BAR_WIDTH + (BARS_HEIGHT - BAR_WIDTH) * (int)stretches[i].words / (int)most;
        fill(canvas, MARGIN + i * BAR_STEP, BARS_TOP + (BARS_HEIGHT - height) / 2, BAR_WIDTH,
             height, (uint8_t)(FIRST_SPEAKER + colour));
    }
}

static void draw_small(Canvas canvas, Str s, int top, Arena scratch)
{
    enum { UNIT = 5, WIDTH = (COVER_SIDE - 2 * MARGIN) / (ADVANCE * UNIT) };
    Wrapped rows = wrap(utf8_ascii(s, &scratch), WIDTH, 1);
    if (rows.count)
        draw_row(canvas, rows.rows[0], top, UNIT, MUTED);
}

// Shows and publishers differ by their background.
static bool encode_canvas(Canvas canvas, Str name, Arena *arena, Str *png, Error *err)
{
    uint32_t palette[FIRST_SPEAKER + SPEAKER_COLOURS] = {
        BACKGROUNDS[str_hash(name) % COUNT(BACKGROUNDS)], 0xFFFFFF, 0xC9CED6};
    memcpy(palette + FIRST_SPEAKER, SPEAKERS, sizeof SPEAKERS);
    return encode_png(&canvas[0][0], COVER_SIDE, COVER_SIDE, palette, COUNT(palette), arena, png,
                      err);
}

// Covers have letters of ASCII only: what has others is drawn in English.
static Str drawn_label(Str language, Arena scratch)
{
    Str label = label_in(language, LABEL_READ_BY), drawn = utf8_ascii(label, &scratch);
    return drawn.len * 2 > label.len ? label : label_in(STR("en"), LABEL_READ_BY);
}

enum { FOOT_TOP = COVER_SIDE - MARGIN - GLYPH_ROWS * 5 };

bool draw_cover(const Times *times, const EpisodeInfo *info, Arena *arena, Cover *out, Error *err)
{
    uint8_t(*canvas)[COVER_SIDE] = ALLOC(arena, Canvas, 1)[0];
    draw_small(canvas, info->album, MARGIN, *arena);
    draw_title(canvas, utf8_ascii(info->title, arena));
    draw_bars(canvas, times);
    Str foot = info->disclosure.len ? drawn_label(info->language, *arena) : info->artist;
    draw_small(canvas, foot, FOOT_TOP, *arena);
    *out = (Cover){.mime = "image/png", .name = "cover.png"};
    return encode_canvas(canvas, info->album, arena, &out->bytes, err);
}

bool draw_show_cover(Str title, Str author, Arena *arena, Str *png, Error *err)
{
    uint8_t(*canvas)[COVER_SIDE] = ALLOC(arena, Canvas, 1)[0];
    draw_title(canvas, utf8_ascii(title, arena));
    for (int i = 0; i < SPEAKER_COLOURS; i++)
        fill(canvas, MARGIN + i * 2 * BAR_STEP, BARS_TOP, BAR_WIDTH, BARS_HEIGHT / 2,
             (uint8_t)(FIRST_SPEAKER + i));
    draw_small(canvas, str_equal(author, title) ? label_in(STR("en"), LABEL_READ_BY) : author,
               FOOT_TOP, *arena);
    return encode_canvas(canvas, title, arena, png, err);
}

bool read_cover(const char *path, Arena *arena, Cover *out, Error *err)
{
    Error why = {0};
    Str bytes;
    if (!read_file(path, COVER_BYTES_MAX, arena, &bytes, &why))
        return fail(err, ERR_USAGE, (Span){0}, "cover %.60s: %.80s", path, why.message);
    if (str_starts(bytes, STR("\x89PNG\r\n\x1A\n")) && bytes.len > 33)
        *out = (Cover){bytes, "image/png", "cover.png"};
    else if (str_starts(bytes, STR("\xFF\xD8\xFF")) && bytes.len > 20)
        *out = (Cover){bytes, "image/jpeg", "cover.jpg"};
    else
        return fail(err, ERR_USAGE, (Span){0}, "cover %.90s is neither PNG nor JPEG", path);
    return true;
}
