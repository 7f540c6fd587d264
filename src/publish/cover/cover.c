#include "publish/cover/cover.h"

#include <math.h>

#include "base/file.h"
#include "base/utf8.h"
#include "publish/cover/font.h"
#include "publish/cover/png.h"
#include "publish/labels/labels.h"

enum {
    MARGIN = 110,
    WIDTH = COVER_SIDE - 2 * MARGIN,
    TITLE_TOP = 250,
    TITLE_HEIGHT = 610,
    BARS_TOP = 910,
    BARS_HEIGHT = 260,
    BAR_STEP = 20, // a bar and the gap behind it
    BAR_WIDTH = 13,
    ROWS_MAX = 12,
    FOOT_LINE = COVER_SIDE - MARGIN, // that the last row stands on
};

// In units of the font.
enum { LEADING = FONT_ASCENT + FONT_DESCENT - 3, MARKED_LEAST = 15 };
static const double TITLE_WEIGHT = 4.6, SMALL_WEIGHT = 3.6; // width of strokes
static const double SMALL_SIZE = 1.7;                       // pixels a unit

// Each colour in as many steps from the background on, for edges.
enum { INK, MUTED, FIRST_SPEAKER, SPEAKER_COLOURS = 8, STEPS = 7 };
enum { COLOURS = FIRST_SPEAKER + SPEAKER_COLOURS };

// Backgrounds that white stands out from (contrast above 9:1); publishers differ.
static const uint32_t BACKGROUNDS[] = {0x14213D, 0x1B3A34, 0x3A1B2F, 0x2B2B33, 0x3B2414, 0x12343B};
static const uint32_t SPEAKERS[SPEAKER_COLOURS] = {0xD9DEE7, 0xF4A259, 0x5BC0BE, 0xF25F5C,
                                                   0xB8E986, 0xC792EA, 0xFFE066, 0x70A1FF};

typedef uint8_t Canvas[COVER_SIDE][COVER_SIDE];

// --- Strokes ---

// In pixels, y down. What is drawn with one brush over another's is not looked at.
typedef struct {
    uint8_t (*canvas)[COVER_SIDE];
    double radius;
    int colour;
} Brush;

static int within(double pixel)
{
    return pixel < 0 ? 0 : pixel > COVER_SIDE - 1 ? COVER_SIDE - 1 : (int)pixel;
}

static double least(double a, double b)
{
    return a < b ? a : b;
}

static double most(double a, double b)
{
    return a > b ? a : b;
}

static void touch(const Brush *brush, int x, int y, double square)
{
    double inside = brush->radius - 0.5, outside = brush->radius + 0.5;
    if (square >= outside * outside)
        return;
    double share = square <= inside * inside ? 1 : outside - sqrt(square);
    int step = (int)(share * STEPS + 0.5);
    uint8_t value = (uint8_t)(step ? brush->colour * STEPS + step : 0);
    if (value > brush->canvas[y][x])
        brush->canvas[y][x] = value;
}

static void draw_line(const Brush *brush, FontPoint from, FontPoint to)
{
    double reach = brush->radius + 1, dx = to.x - from.x, dy = to.y - from.y;
    double square = dx * dx + dy * dy, scale = square > 0 ? 1 / square : 0;
    int left = within(least(from.x, to.x) - reach), right = within(most(from.x, to.x) + reach);
    int top = within(least(from.y, to.y) - reach), bottom = within(most(from.y, to.y) + reach);
    for (int y = top; y <= bottom; y++) {
        for (int x = left; x <= right; x++) {
            double px = x - from.x, py = y - from.y;
            double along = least(most((px * dx + py * dy) * scale, 0), 1);
            double ex = px - along * dx, ey = py - along * dy;
            touch(brush, x, y, ex * ex + ey * ey);
        }
    }
}

// --- Letters ---

typedef struct {
    const uint32_t *codes; // marks behind their letters
    size_t count;
} Letters;

// What the font lacks is left out, and counted where it is no sign.
static Letters read_letters(Str text, Arena *arena, size_t *missing)
{
    Str s = utf8_nfd(str_trim(text), arena);
    uint32_t *codes = ALLOC(arena, uint32_t, s.len + 1);
    Letters out = {codes, 0};
    *missing = 0;
    for (size_t i = 0; i < s.len;) {
        Char c = utf8_at(s, i);
        i += c.len;
        if (font_advance(c.code) >= 0)
            codes[out.count++] = c.code;
        else if (code_is_letter(c.code))
            ++*missing;
    }
    return out;
}

// A letter or two in a hundred may be left out of a title.
static bool is_legible(Letters s, size_t missing)
{
    return s.count > missing * 20;
}

static Letters slice(Letters s, size_t beg, size_t end)
{
    return (Letters){s.codes + beg, end - beg};
}

typedef struct {
    const Brush *brush;
    double size; // pixels a unit
    double left, line;
} Row;

static void draw_in_row(void *context, FontPoint from, FontPoint to)
{
    const Row *row = context;
    draw_line(row->brush,
              (FontPoint){row->left + from.x * row->size, row->line - from.y * row->size},
              (FontPoint){row->left + to.x * row->size, row->line - to.y * row->size});
}

static bool is_mark(Letters s, size_t i)
{
    return i < s.count && font_advance(s.codes[i]) == 0;
}

// A narrow letter has as much room as the mark above it.
static double advance_at(Letters s, size_t i)
{
    double advance = font_advance(s.codes[i]);
    return is_mark(s, i + 1) && !is_mark(s, i) ? most(advance, MARKED_LEAST) : advance;
}

static void draw_row(Row row, Letters s)
{
    double x = 0, at = 0;
    FontLetter letter = {0};
    for (size_t i = 0; i < s.count; i++) {
        double advance = advance_at(s, i);
        letter.code = s.codes[i];
        letter.is_marked = is_mark(s, i + 1);
        if (!is_mark(s, i)) {
            letter.base = letter.code;
            at = x + (advance - font_advance(letter.code)) / 2;
        }
        font_strokes(letter, (FontPoint){at, 0}, draw_in_row, &row);
        x += advance;
    }
}

// Rows of whole words; a word that is too long goes on in the next row.
typedef struct {
    Letters rows[ROWS_MAX];
    size_t count;
    bool whole; // everything found a place and no word was broken
} Wrapped;

// Up to the last blank that fits, else as many letters as do.
static size_t end_of_row(Letters s, double width, bool *broken)
{
    size_t blank = 0;
    double x = 0;
    for (size_t i = 0; i < s.count; i++) {
        x += advance_at(s, i);
        if (s.codes[i] == ' ')
            blank = i;
        if (x <= width || i == 0 || s.codes[i] == ' ')
            continue;
        *broken = *broken || blank == 0;
        return blank ? blank : i;
    }
    return s.count;
}

static Wrapped wrap(Letters s, double width, size_t max)
{
    Wrapped out = {0};
    bool broken = false;
    size_t at = 0;
    while (at < s.count && out.count < max) {
        size_t end = at + end_of_row(slice(s, at, s.count), width, &broken);
        out.rows[out.count++] = slice(s, at, end);
        for (at = end; at < s.count && s.codes[at] == ' '; at++)
            ;
    }
    out.whole = at == s.count && !broken;
    return out;
}

// The largest letters that hold the title; the smallest where none do.
static void draw_title(Canvas canvas, Letters title)
{
    static const double SIZES[] = {5.2, 4.6, 4.1, 3.7, 3.3, 3.0, 2.7, 2.4, 2.1, 1.8};
    Wrapped rows = {0};
    double size = 0;
    for (size_t i = 0; i < COUNT(SIZES) && !rows.whole; i++) {
        size = SIZES[i];
        size_t max = (size_t)(TITLE_HEIGHT / (LEADING * size));
        rows = wrap(title, WIDTH / size, max < ROWS_MAX ? max : ROWS_MAX);
    }
    Brush brush = {canvas, TITLE_WEIGHT * size / 2, INK};
    for (size_t i = 0; i < rows.count; i++)
        draw_row((Row){&brush, size, MARGIN,
                       TITLE_TOP + FONT_CAP_HEIGHT * size + (double)i * LEADING * size},
                 rows.rows[i]);
}

// In one row: in smaller letters where it is long, cut where those are not small enough.
static void draw_small(Canvas canvas, Str s, double line, Arena scratch)
{
    static const double SHRINK = 0.9, LEAST = 0.6 * SMALL_SIZE;
    size_t missing;
    Letters letters = read_letters(s, &scratch, &missing);
    double size = SMALL_SIZE;
    Wrapped rows = wrap(letters, WIDTH / size, 1);
    for (; !rows.whole && size * SHRINK >= LEAST; rows = wrap(letters, WIDTH / size, 1))
        size *= SHRINK;
    Brush brush = {canvas, SMALL_WEIGHT * size / 2, MUTED};
    if (rows.count && is_legible(rows.rows[0], missing))
        draw_row((Row){&brush, size, MARGIN, line}, rows.rows[0]);
}

// Upright, with round ends; `height` all in all.
static void draw_bar(Canvas canvas, int index, int middle, int height, int colour)
{
    Brush brush = {canvas, BAR_WIDTH / 2.0, FIRST_SPEAKER + colour};
    double x = MARGIN + index * BAR_STEP + BAR_WIDTH / 2.0, half = (height - BAR_WIDTH) / 2.0;
    draw_line(&brush, (FontPoint){x, middle - half}, (FontPoint){x, middle + half});
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
static void draw_bars(Canvas canvas, const Times *times, int top, int height)
{
    enum { BARS = WIDTH / BAR_STEP };
    Stretch stretches[BARS];
    uint32_t line = 0, most_words = 1;
    for (int i = 0; i < BARS; i++) {
        stretches[i] = hear_stretch(times, times->length_ms * i / BARS,
                                    times->length_ms * (i + 1) / BARS, &line);
        most_words = stretches[i].words > most_words ? stretches[i].words : most_words;
    }
    for (int i = 0; i < BARS; i++) {
        uint32_t speaker = stretches[i].speaker;
        int colour = speaker ? 1 + (int)((speaker - 1) % (SPEAKER_COLOURS - 1)) : 0;
        int own = BAR_WIDTH + (height - BAR_WIDTH) * (int)stretches[i].words / (int)most_words;
        draw_bar(canvas, i, top + height / 2, own, colour);
    }
}

static uint32_t blend(uint32_t from, uint32_t to, uint32_t step)
{
    uint32_t out = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
        uint32_t a = from >> shift & 0xFF, b = to >> shift & 0xFF;
        out |= (a * (STEPS - step) + b * step + STEPS / 2) / STEPS << shift;
    }
    return out;
}

// Shows and publishers differ by their background.
static bool encode_canvas(Canvas canvas, Str name, Arena *arena, Str *png, Error *err)
{
    uint32_t colours[COLOURS] = {[INK] = 0xFFFFFF, [MUTED] = 0xC9CED6};
    uint32_t palette[1 + COLOURS * STEPS] = {BACKGROUNDS[str_hash(name) % COUNT(BACKGROUNDS)]};
    memcpy(colours + FIRST_SPEAKER, SPEAKERS, sizeof SPEAKERS);
    for (uint32_t i = 0; i < COLOURS * STEPS; i++)
        palette[1 + i] = blend(palette[0], colours[i / STEPS], i % STEPS + 1);
    return encode_png(&canvas[0][0], COVER_SIDE, COVER_SIDE, palette, COUNT(palette), arena, png,
                      err);
}

// False: the font lacks its letters.
static bool show_title(Canvas canvas, Str title, Arena scratch)
{
    size_t missing;
    Letters letters = read_letters(title, &scratch, &missing);
    if (!is_legible(letters, missing))
        return false;
    draw_title(canvas, letters);
    return true;
}

// What the font lacks the letters for is said in English.
static Str read_by(Str language, Arena scratch)
{
    Str label = label_in(language, LABEL_READ_BY);
    size_t missing;
    Letters letters = read_letters(label, &scratch, &missing);
    return is_legible(letters, missing) ? label : label_in(STR("en"), LABEL_READ_BY);
}

static const double HEAD_LINE = MARGIN + FONT_CAP_HEIGHT * SMALL_SIZE;

bool draw_cover(const Times *times, const EpisodeInfo *info, Arena *arena, Cover *out, Error *err)
{
    uint8_t(*canvas)[COVER_SIDE] = ALLOC(arena, Canvas, 1)[0];
    draw_small(canvas, info->publisher, HEAD_LINE, *arena);
    // Without a title, the sound has its place too.
    if (show_title(canvas, info->title, *arena))
        draw_bars(canvas, times, BARS_TOP, BARS_HEIGHT);
    else
        draw_bars(canvas, times, TITLE_TOP, BARS_TOP + BARS_HEIGHT - TITLE_TOP);
    Str foot = info->disclosure.len ? read_by(info->language, *arena) : info->artist;
    draw_small(canvas, foot, FOOT_LINE, *arena);
    *out = (Cover){.mime = "image/png", .name = "cover.png"};
    return encode_canvas(canvas, info->album, arena, &out->bytes, err);
}

bool draw_show_cover(Str title, Str author, Arena *arena, Str *png, Error *err)
{
    uint8_t(*canvas)[COVER_SIDE] = ALLOC(arena, Canvas, 1)[0];
    (void)show_title(canvas, title, *arena);
    for (int i = 0; i < SPEAKER_COLOURS; i++)
        draw_bar(canvas, 2 * i, BARS_TOP + BARS_HEIGHT / 2, BARS_HEIGHT / 2, i);
    draw_small(canvas, str_equal(author, title) ? read_by(STR("en"), *arena) : author, FOOT_LINE,
               *arena);
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
