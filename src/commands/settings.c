#define _DEFAULT_SOURCE
#include "commands/settings.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/ini.h"
#include "base/utf8.h"
#include "commands/about.h"
#include "publish/edition.h"
#include "publish/radio/file_name.h"
#include "publish/radio/radio.h"
#include "publish/sound/audio.h"

// ---- one function a setting; a bad value is an error that says what is good

static bool bad(Error *err, const char *value, const char *wanted)
{
    return fail(err, ERR_USAGE, (Span){0}, "\"%.40s\" is not %s", value, wanted);
}

static bool to_number(const char *value, double least, double most, double *out)
{
    if (value[strspn(value, "-.0123456789")] != '\0') // strtod also takes 0x10, 1e2, inf
        return false;
    char *end;
    *out = strtod(value, &end);
    return end != value && *end == '\0' && *out >= least && *out <= most;
}

static bool to_count(const char *value, int least, int most, int *out)
{
    double number;
    if (value[strspn(value, "0123456789")] != '\0' || !to_number(value, least, most, &number))
        return false;
    *out = (int)number;
    return true;
}

// Text for titles and tags: a terminal's escapes have no place there.
static bool set_text(const char *value, Str *out, Error *err)
{
    Str text = str_from(value);
    for (size_t i = 0; i < text.len;) {
        Char c = utf8_at(text, i);
        bool bad_byte = c.len == 1 && (unsigned char)value[i] >= 0x80;
        if (bad_byte || c.code < 0x20 || (c.code >= 0x7F && c.code < 0xA0))
            return bad(err, value, "a line of UTF-8 text");
        i += c.len;
    }
    *out = text;
    return true;
}

static bool set_output(Settings *s, const char *value, Error *err)
{
    s->output = value;
    return *value != '\0' || bad(err, value, "a folder");
}

static bool set_format(Settings *s, const char *value, Error *err)
{
    AudioFormats formats; // read again when they are made; here, so that a slip is told at once
    s->pipeline.publish.formats = str_from(value);
    return list_audio_formats(s->pipeline.publish.formats, &formats, err);
}

static bool set_edition(Settings *s, const char *value, Error *err)
{
    Editions editions; // read again when they are made; here, so that a slip is told at once
    s->pipeline.publish.editions = str_from(value);
    return list_editions(s->pipeline.publish.editions, &editions, err);
}

static bool set_also(Settings *s, const char *value, Error *err)
{
    return list_variants(str_from(value), &s->pipeline.also, err);
}

static bool set_split(Settings *s, const char *value, Error *err)
{
    s->pipeline.publish.split = strcmp(value, "chapter") == 0;
    return s->pipeline.publish.split || strcmp(value, "none") == 0 ||
           bad(err, value, "chapter or none");
}

static bool set_overlay(Settings *s, const char *value, Error *err)
{
    s->pipeline.publish.word_overlay = strcmp(value, "word") == 0;
    return s->pipeline.publish.word_overlay || strcmp(value, "sentence") == 0 ||
           bad(err, value, "sentence or word");
}

// Levels that listeners and stations ask for. Stations measure the file, so theirs have
// two channels, of which a meter makes no less than a listener.
typedef struct {
    const char *name;
    MasterOptions master;
    int mp3_kbps;
    int heading_pause_ms;
} Preset;

enum { PRESET_EBU = 1 };

static const Preset PRESETS[] = {
    {"podcast",
     {.target_lufs = -16, .ceiling_dbtp = -2, .peak_max_dbtp = -1, .channel_count = 1},
     96,
     0},
    // EBU R 128
    {"ebu",
     {.target_lufs = -23, .ceiling_dbtp = -2, .peak_max_dbtp = -1, .channel_count = 2},
     192,
     0},
    // -24 LUFS, -2 dBTP, samples below -3 dB
    {"prss",
     {.target_lufs = -24, .ceiling_dbtp = -4, .peak_max_dbtp = -3, .channel_count = 2},
     192,
     0},
    // -23 to -18 dB RMS, peaks below -3 dB, 192 kbit/s; a chapter ends with a second of silence
    // and begins with half a one
    {"acx",
     {.target_lufs = -17.5, .ceiling_dbtp = -4, .peak_max_dbtp = -3, .channel_count = 1},
     192,
     2100},
    // the level is that of jingles
    {"raw",
     {.raw = true,
      .target_lufs = -16,
      .ceiling_dbtp = -2,
      .peak_max_dbtp = -1,
      .left_out = ~(ChainStages)0,
      .channel_count = 1},
     96,
     0},
};

static const Preset *find_preset(const char *name)
{
    for (size_t i = 0; i < COUNT(PRESETS); i++)
        if (strcmp(name, PRESETS[i].name) == 0)
            return &PRESETS[i];
    return NULL;
}

static bool set_preset(Settings *s, const char *value, Error *err)
{
    const Preset *preset = find_preset(value);
    if (!preset)
        return bad(err, value, "one of podcast, ebu, prss, acx, raw");
    const MasterOptions before = s->pipeline.master;
    s->pipeline.master = preset->master;
    s->pipeline.master.worker_count = before.worker_count;
    s->pipeline.master.intro = before.intro;
    s->pipeline.master.outro = before.outro;
    s->pipeline.master.earcon = before.earcon;
    s->pipeline.master.bed = before.bed;
    s->pipeline.publish.mp3_kbps = preset->mp3_kbps;
    s->pipeline.phrase.heading_pause_ms = preset->heading_pause_ms;
    return true;
}

static bool set_loudness(Settings *s, const char *value, Error *err)
{
    double number;
    if (!to_number(value, -40, -8, &number))
        return bad(err, value, "a loudness from -40 to -8 LUFS");
    s->pipeline.master.target_lufs = number;
    s->pipeline.master.raw = false;
    return true;
}

static bool set_channels(Settings *s, const char *value, Error *err)
{
    if (strcmp(value, "1") != 0 && strcmp(value, "2") != 0)
        return bad(err, value, "1 or 2 channels");
    s->pipeline.master.channel_count = value[0] - '0';
    return true;
}

static bool set_radio_preset(Settings *s, const char *value, Error *err)
{
    const Preset *preset = find_preset(value);
    MasterOptions *master = &s->pipeline.publish.radio.master;
    if (!preset || preset->master.channel_count != 2)
        return bad(err, value, "one of ebu, prss");
    int channels = master->channel_count;
    *master = preset->master;
    master->channel_count = channels;
    return true;
}

static bool set_radio_channels(Settings *s, const char *value, Error *err)
{
    if (strcmp(value, "1") != 0 && strcmp(value, "2") != 0)
        return bad(err, value, "1 or 2 channels");
    s->pipeline.publish.radio.master.channel_count = value[0] - '0';
    return true;
}

static bool set_radio_format(Settings *s, const char *value, Error *err)
{
    s->pipeline.publish.radio.formats = str_from(value);
    return check_radio_formats(s->pipeline.publish.radio.formats, err);
}

static bool set_name(Settings *s, const char *value, Error *err)
{
    s->pipeline.publish.radio.name = str_from(value);
    return check_file_name(s->pipeline.publish.radio.name, err);
}

static bool set_cut_id(Settings *s, const char *value, Error *err)
{
    return set_text(value, &s->pipeline.publish.radio.cut_id, err);
}

static bool set_client_id(Settings *s, const char *value, Error *err)
{
    return set_text(value, &s->pipeline.publish.radio.client_id, err);
}

static bool set_category(Settings *s, const char *value, Error *err)
{
    return set_text(value, &s->pipeline.publish.radio.category, err);
}

static bool set_classification(Settings *s, const char *value, Error *err)
{
    return set_text(value, &s->pipeline.publish.radio.classification, err);
}

static bool set_deliver(Settings *s, const char *value, Error *err)
{
    s->deliver = value;
    return *value != '\0' || bad(err, value, "a folder");
}

static bool set_rdxml(Settings *s, const char *value, Error *err)
{
    (void)value;
    (void)err;
    s->pipeline.publish.radio.rdxml = true;
    return true;
}

static bool set_rate(Settings *s, const char *value, Error *err)
{
    return to_count(value, 80, 450, &s->pipeline.speak.rate_wpm) ||
           bad(err, value, "a rate from 80 to 450 words a minute");
}

// "M:SS", "M:SS.mmm", "H:MM:SS"; gives the rest of the text behind the parts.
static const char *read_clock(const char *value, int64_t *seconds)
{
    *seconds = 0;
    for (int parts = 1;; parts++) {
        size_t digits = strspn(value, "0123456789");
        if (digits == 0 || digits > 4 || (parts > 1 && (digits != 2 || value[0] > '5')))
            return NULL;
        *seconds = *seconds * 60 + atoi(value);
        value += digits;
        if (*value != ':' || parts == 3)
            return parts > 1 ? value : NULL;
        value++;
    }
}

static bool set_duration(Settings *s, const char *value, Error *err)
{
    int64_t seconds = 0, ms = 0;
    const char *rest = read_clock(value, &seconds);
    if (rest && *rest == '.' && is_digit(rest[1])) {
        int64_t unit = 100;
        for (rest++; is_digit(*rest) && unit; rest++, unit /= 10)
            ms += (*rest - '0') * unit;
    }
    s->pipeline.duration_ms = seconds * 1000 + ms;
    return (rest && *rest == '\0' && s->pipeline.duration_ms > 0) ||
           bad(err, value, "a duration like 3:30 or 3:30.500");
}

static bool set_say_quotes(Settings *s, const char *value, Error *err)
{
    static const char *const NAMES[] = {
        [SAY_QUOTES_NEVER] = "never", [SAY_QUOTES_NARRATED] = "narrated", [SAY_QUOTES_ALL] = "all"};
    for (size_t i = 0; i < COUNT(NAMES); i++) {
        if (strcmp(value, NAMES[i]) == 0) {
            s->pipeline.phrase.say_quotes = (SayQuotes)i;
            return true;
        }
    }
    return bad(err, value, "one of never, narrated, all");
}

static bool set_single_voice(Settings *s, const char *value, Error *err)
{
    (void)value;
    (void)err;
    s->pipeline.cast.single_voice = true;
    return true;
}

static bool set_switch(Settings *s, const char *value, Error *err)
{
    static const char *const NAMES[] = {[SWITCH_LONG] = "long",
                                        [SWITCH_DIRECT] = "direct",
                                        [SWITCH_ALL] = "all",
                                        [SWITCH_NEVER] = "never"};
    for (size_t i = 0; i < COUNT(NAMES); i++) {
        if (strcmp(value, NAMES[i]) == 0) {
            s->pipeline.attribute.switch_rule = (SwitchRule)i;
            return true;
        }
    }
    return bad(err, value, "one of direct, long, all, never");
}

// `told`: that nobody is called so is worth a note. Files name people of many articles.
static bool add_choice(Settings *s, Str name, Str voice, bool told, Error *err)
{
    name = str_trim(name);
    voice = str_trim(voice);
    if (name.len == 0 || voice.len == 0)
        return fail(err, ERR_USAGE, (Span){0}, "want NAME=VOICE, as in \"Ada Park=fern\"");
    *PUSH(&s->choices, s->arena) = (CastChoice){
        .name = str_copy(name, s->arena), .voice = str_copy(voice, s->arena), .told = told};
    return true;
}

static bool set_voice(Settings *s, const char *value, Error *err)
{
    Str whole = str_from(value);
    size_t equals = str_find(whole, STR("="));
    return add_choice(s, str_slice(whole, 0, equals), str_slice(whole, equals + 1, whole.len), true,
                      err);
}

static bool visit_cast(void *context, const char *section, const char *key, const char *value,
                       Error *err)
{
    (void)section;
    return add_choice(context, str_from(key), str_from(value), false, err);
}

static bool cannot_open(const char *path, Error *err)
{
    return fail(err, ERR_USAGE, (Span){0}, "%.120s: cannot be opened: %s", path, strerror(errno));
}

static bool set_cast(Settings *s, const char *value, Error *err)
{
    bool found;
    if (!read_ini(value, visit_cast, s, &found, err))
        return false;
    return found || cannot_open(value, err);
}

static bool set_cast_book(Settings *s, const char *value, Error *err)
{
    s->cast_book = value;
    return *value != '\0' || bad(err, value, "a file");
}

static bool set_title(Settings *s, const char *value, Error *err)
{
    return set_text(value, &s->pipeline.read.title, err);
}

static bool set_author(Settings *s, const char *value, Error *err)
{
    return set_text(value, &s->pipeline.read.author, err);
}

static bool is_date(const char *value)
{
    static const int DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int i = 0; i < 10; i++) // also stops at the end
        if (i == 4 || i == 7 ? value[i] != '-' : !is_digit(value[i]))
            return false;
    int year = atoi(value), month = atoi(value + 5), day = atoi(value + 8);
    if (value[10] != '\0' || month < 1 || month > 12 || day < 1)
        return false;
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); // Gregorian
    return day <= DAYS[month - 1] + (month == 2 && leap);
}

static bool set_date(Settings *s, const char *value, Error *err)
{
    s->pipeline.read.date = str_from(value);
    return is_date(value) || bad(err, value, "a date like 2026-11-23");
}

static bool is_moment(const char *value)
{
    char date[11] = {0};
    memcpy(date, value, strnlen(value, 10));
    const char *time = value + strlen(date);
    if (!is_date(date) || *time == '\0')
        return is_date(date);
    static const char SHAPE[] = "T00:00:00";
    for (size_t i = 0; i < sizeof SHAPE; i++) // also stops at the end
        if (SHAPE[i] == '0' ? !is_digit(time[i]) : time[i] != SHAPE[i])
            return false;
    return atoi(time + 1) < 24 && atoi(time + 4) < 60 && atoi(time + 7) < 60;
}

static bool set_air_from(Settings *s, const char *value, Error *err)
{
    s->pipeline.publish.radio.start = str_from(value);
    return is_moment(value) || bad(err, value, "a date like 2026-11-23, or 2026-11-23T06:00:00");
}

static bool set_air_until(Settings *s, const char *value, Error *err)
{
    s->pipeline.publish.radio.end = str_from(value);
    return is_moment(value) || bad(err, value, "a date like 2026-11-23, or 2026-11-23T06:00:00");
}

static bool set_url(Settings *s, const char *value, Error *err)
{
    Str url = str_from(value);
    size_t scheme = str_starts(url, STR("http://")) ? 7 : str_starts(url, STR("https://")) ? 8 : 0;
    bool ok = scheme > 0 && url.len > scheme && !strpbrk(value, " \"<>");
    return (ok && set_text(value, &s->pipeline.read.url, err)) ||
           bad(err, value, "an address that begins with https:// or http://");
}

static bool set_language(Settings *s, const char *value, Error *err)
{
    for (const char *p = value; *p; p++)
        if (!is_alnum(*p) && *p != '-')
            return bad(err, value, "a language like en or pt-BR");
    s->pipeline.read.language = str_from(value);
    return is_alpha(value[0]) || bad(err, value, "a language like en or pt-BR");
}

static bool set_input_format(Settings *s, const char *value, Error *err)
{
    (void)err; // the table of readers is the read stage's
    s->pipeline.read.format = str_from(value);
    return true;
}

static bool set_force(Settings *s, const char *value, Error *err)
{
    (void)value;
    (void)err;
    s->pipeline.read.force = true;
    return true;
}

static bool set_allow_private(Settings *s, const char *value, Error *err)
{
    (void)value;
    (void)err;
    s->allow_private = true;
    return true;
}

static bool set_entry(Settings *s, const char *value, Error *err)
{
    s->pipeline.read.entry = str_from(value);
    return *value != '\0' || bad(err, value, "a number, an identity or a title");
}

static bool set_paragraph(Settings *s, const char *value, Error *err)
{
    (void)value;
    (void)err;
    s->pipeline.read.paragraph = true;
    s->pipeline.phrase.opening = false;
    s->pipeline.phrase.disclosure = false;
    return true;
}

static bool set_detail(Settings *s, const char *value, Error *err)
{
    for (int i = 0; i < DETAILS; i++) {
        if (strcmp(value, DETAIL_NAMES[i]) == 0) {
            s->pipeline.read.detail = (Detail)i;
            return true;
        }
    }
    return bad(err, value, "one of standard, full, brief");
}

static bool set_listen(Settings *s, const char *value, Error *err)
{
    s->listen = value;
    return *value != '\0' || bad(err, value, "an address to listen at");
}

static bool set_port(Settings *s, const char *value, Error *err)
{
    return to_count(value, 1, 65535, &s->port) || bad(err, value, "a port from 1 to 65535");
}

static bool set_workers(Settings *s, const char *value, Error *err)
{
    int count;
    if (!to_count(value, 1, 64, &count))
        return bad(err, value, "a number of workers from 1 to 64");
    s->pipeline.speak.worker_count = count;
    s->pipeline.master.worker_count = count;
    s->pipeline.publish.worker_count = count;
    return true;
}

static bool set_cache(Settings *s, const char *value, Error *err)
{
    s->cache = value;
    s->no_cache = false;
    return *value != '\0' || bad(err, value, "a folder");
}

static bool set_cache_size(Settings *s, const char *value, Error *err)
{
    static const char UNITS[] = "KMGT"; // of 1024
    char digits[32] = {0};
    size_t len = strlen(value);
    const char *unit = len > 1 ? strchr(UNITS, value[len - 1]) : NULL;
    double number;
    len -= unit != NULL;
    if (len == 0 || len >= sizeof digits)
        return bad(err, value, "a size like 500M or 2G");
    memcpy(digits, value, len);
    if (!to_number(digits, 0, 1e15, &number))
        return bad(err, value, "a size like 500M or 2G");
    for (const char *u = UNITS; unit && u <= unit; u++)
        number *= 1024;
    if (number > 1e18)
        return bad(err, value, "a size that a disk could have");
    s->cache_size = (uint64_t)number;
    return true;
}

const char *cache_folder(const Settings *s)
{
    const char *base = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    if (s->no_cache || s->cache)
        return s->no_cache ? NULL : s->cache;
    if (base && *base)
        return str_c(str_format(s->arena, "%s/lectern", base), s->arena);
    return home && *home ? str_c(str_format(s->arena, "%s/.cache/lectern", home), s->arena) : NULL;
}

static bool set_no_cache(Settings *s, const char *value, Error *err)
{
    (void)value;
    (void)err;
    s->no_cache = true;
    return true;
}

static bool set_voices(Settings *s, const char *value, Error *err)
{
    s->voices = value;
    return *value != '\0' || bad(err, value, "a folder");
}

static bool set_cover(Settings *s, const char *value, Error *err)
{
    s->pipeline.publish.cover = value;
    return *value != '\0' || bad(err, value, "a picture");
}

static bool set_without(Settings *s, const char *value, Error *err)
{
    return read_chain_stages(str_from(value), &s->pipeline.master.left_out, err);
}

static bool set_intro(Settings *s, const char *value, Error *err)
{
    s->pipeline.master.intro = value;
    return *value != '\0' || bad(err, value, "a sound file");
}

static bool set_outro(Settings *s, const char *value, Error *err)
{
    s->pipeline.master.outro = value;
    return *value != '\0' || bad(err, value, "a sound file");
}

static bool set_earcon(Settings *s, const char *value, Error *err)
{
    s->pipeline.master.earcon = value;
    return *value != '\0' || bad(err, value, "a sound file, or tone");
}

static bool set_bed(Settings *s, const char *value, Error *err)
{
    s->pipeline.master.bed = value;
    return *value != '\0' || bad(err, value, "a sound file");
}

static bool set_lexicon(Settings *s, const char *value, Error *err)
{
    return load_lexicon(value, s->arena, PUSH(&s->lexicons, s->arena), err);
}

static bool set_no_disclosure(Settings *s, const char *value, Error *err)
{
    (void)value;
    (void)err;
    s->pipeline.phrase.disclosure = false;
    s->pipeline.publish.disclosure = false;
    return true;
}

static bool set_progress(Settings *s, const char *value, Error *err)
{
    static const char *const NAMES[] = {[PROGRESS_AUTO] = "auto",
                                        [PROGRESS_BAR] = "bar",
                                        [PROGRESS_JSON] = "json",
                                        [PROGRESS_NONE] = "none"};
    for (size_t i = 0; i < COUNT(NAMES); i++) {
        if (strcmp(value, NAMES[i]) == 0) {
            s->progress = (ProgressForm)i;
            return true;
        }
    }
    return bad(err, value, "one of bar, json, none, auto");
}

static bool set_quiet(Settings *s, const char *value, Error *err)
{
    (void)value;
    return set_progress(s, "none", err);
}

static bool set_require_sandbox(Settings *s, const char *value, Error *err)
{
    (void)value;
    (void)err;
    s->require_sandbox = true;
    return true;
}

static bool set_timing(Settings *s, const char *value, Error *err)
{
    (void)value;
    (void)err;
    s->timing = true;
    return true;
}

static bool set_json(Settings *s, const char *value, Error *err)
{
    (void)value;
    (void)err;
    s->json = true;
    return true;
}

static bool set_explain(Settings *s, const char *value, Error *err)
{
    (void)value;
    (void)err;
    s->explain = true;
    return true;
}

static bool set_audition(Settings *s, const char *value, Error *err)
{
    s->audition = value;
    return *value != '\0' || bad(err, value, "a file");
}

static bool set_config(Settings *s, const char *value, Error *err)
{
    s->config = value;
    return *value != '\0' || bad(err, value, "a file");
}

static bool set_script(Settings *s, const char *value, Error *err)
{
    (void)err;
    s->script = value;
    return true;
}

static bool set_help(Settings *s, const char *value, Error *err)
{
    (void)value;
    (void)err;
    s->help = true;
    return true;
}

enum { READING = FOR_NARRATE | FOR_SCRIPT };

// In the order of the help.
const Option OPTIONS[] = {
    {"output", 'o', "DIR", FOR_NARRATE, set_output, "folder of episodes (default: out/episodes)"},
    {"format", 0, "LIST", FOR_NARRATE, set_format,
     "audio files to make: mp3,opus,flac,wav,m4b (default: mp3)"},
    {"edition", 0, "LIST", FOR_NARRATE, set_edition, "editions to make (default: podcast)"},
    {"also", 0, "LIST", FOR_NARRATE, set_also,
     "readings to make beside, each a further MP3: fast (300 words a minute), single (one voice)"},
    {"split", 0, "UNIT", FOR_NARRATE, set_split,
     "chapter: the MP3 as a file for each chapter, too (default: none)"},
    {"overlay", 0, "UNIT", FOR_NARRATE, set_overlay,
     "what the EPUB marks as it is heard: sentence (default), word"},
    {"title", 0, "TEXT", READING, set_title, "title; wins over the one that the article gives"},
    {"author", 0, "NAME", READING, set_author, "author; wins over the one that the article gives"},
    {"date", 0, "YYYY-MM-DD", READING, set_date, "date of the article"},
    {"url", 0, "URL", READING | FOR_FEED, set_url,
     "address of the article, for credit and links; of the folder, for its feed"},
    {"language", 0, "TAG", READING | FOR_VOICES, set_language,
     "language of the article (default: found) or audition (en)"},
    {"input-format", 0, "NAME", READING, set_input_format,
     "read the input as text, markdown, html, epub, feed or mail (default: found by content)"},
    {"entry", 0, "WHICH", READING, set_entry,
     "entry of a feed: its number from 1, its identity or its title (default: the newest)"},
    {"force", 0, NULL, READING, set_force,
     "narrate what holds the opening of an article only, as behind a paywall"},
    {"allow-private", 0, NULL, READING, set_allow_private,
     "fetch addresses of hosts that are not the public's: this machine, an intranet"},
    {"paragraph", 0, NULL, READING, set_paragraph, "running text: no title, byline or furniture"},
    {"detail", 0, "LEVEL", READING, set_detail,
     "what is narrated: standard (default), full (all of it, announced: captions, tables, notes), "
     "brief (title, standfirst, paragraphs)"},
    {"switch", 0, "RULE", READING, set_switch,
     "quotes in their speaker's voice: direct, long (direct ones and partial ones of six words; "
     "default), all, never"},
    {"say-quotes", 0, "WHICH", READING, set_say_quotes,
     "say \"quote\" and \"end quote\" around direct quotes: narrated (those in the "
     "narrator's voice), all, never (default)"},
    {"single-voice", 0, NULL, READING, set_single_voice, "everything in the narrator's voice"},
    {"voice", 0, "NAME=VOICE", READING, set_voice,
     "voice of a speaker, or of the narrator; repeatable"},
    {"cast", 0, "FILE", READING, set_cast, "voices of speakers: lines of NAME = VOICE"},
    {"cast-book", 0, "FILE", READING, set_cast_book,
     "voices of speakers from episode to episode: read, and new ones added by narrate"},
    {"script", 0, "FILE", READING, set_script,
     "an edited script (`lectern script` prints one); without INPUT, the article is the script's"},
    {"rate", 0, "WPM", FOR_NARRATE, set_rate,
     "words a minute of the narrator, 80 to 450 (default: 165)"},
    {"duration", 0, "M:SS", FOR_NARRATE, set_duration,
     "what the sound is to last, as in 3:30 or 3:30.500; the rate changes by up to 12 %, then the "
     "pauses"},
    {"preset", 0, "NAME", FOR_NARRATE, set_preset,
     "levels: podcast (default), ebu (-23 LUFS, two channels), prss (-24 LUFS), acx (audiobooks, "
     "192 kbit/s), raw (the engine's own sound); other options change single values"},
    {"loudness", 0, "LUFS", FOR_NARRATE, set_loudness, "loudness as heard (default: -16)"},
    {"channels", 0, "N", FOR_NARRATE, set_channels, "1 or 2 (default: 1)"},
    {"radio-preset", 0, "NAME", FOR_NARRATE, set_radio_preset,
     "levels of the radio edition: ebu (-23 LUFS, default), prss (-24 LUFS)"},
    {"radio-format", 0, "LIST", FOR_NARRATE, set_radio_format,
     "files of the radio edition: wav (48 kHz, 24 bits; default) or wav16 (44.1 kHz, 16 bits), "
     "mp2 (256 kbit/s)"},
    {"radio-channels", 0, "N", FOR_NARRATE, set_radio_channels,
     "1 or 2 channels of the radio edition's WAV (default: 2)"},
    {"name", 0, "TEMPLATE", FOR_NARRATE, set_name,
     "names of the radio edition's files: %t title, %a author, %g group, %n number, %d date, %s "
     "slug (default: %s)"},
    {"cut-id", 0, "ID", FOR_NARRATE, set_cut_id,
     "identity of the cut at the station, as a cart number (default: the slug)"},
    {"category", 0, "TEXT", FOR_NARRATE, set_category,
     "category of the cut, which is its group at some stations"},
    {"classification", 0, "TEXT", FOR_NARRATE, set_classification, "classification of the cut"},
    {"client-id", 0, "TEXT", FOR_NARRATE, set_client_id, "client of the cut"},
    {"air-from", 0, "DATE", FOR_NARRATE, set_air_from,
     "first day that it may be aired, or YYYY-MM-DDThh:mm:ss (default: the article's date)"},
    {"air-until", 0, "DATE", FOR_NARRATE, set_air_until,
     "last day that it may be aired, or YYYY-MM-DDThh:mm:ss (default: for ever)"},
    {"rdxml", 0, NULL, FOR_NARRATE, set_rdxml,
     "a sidecar of the radio edition for `rdimport --xml`"},
    {"deliver", 0, "DIR", FOR_NARRATE, set_deliver,
     "folder that a station watches: the radio edition's files are copied there, each whole or not "
     "at all"},
    {"lexicon", 0, "FILE", READING, set_lexicon,
     "how words are said: lines of WORDS, a tab, respelling, /IPA/ or [[phonemes]]; repeatable"},
    {"without", 0, "STAGE,...", FOR_NARRATE, set_without,
     "leave out stages of mastering (high-pass, phase, compressor, equaliser, low-pass, jitter, "
     "floor, limiter, all)"},
    {"intro", 0, "FILE", FOR_NARRATE, set_intro, "sound played before the reading"},
    {"outro", 0, "FILE", FOR_NARRATE, set_outro, "sound played after the reading"},
    {"bed", 0, "FILE", FOR_NARRATE, set_bed,
     "music under the opening: alone at first, low under the words"},
    {"earcon", 0, "FILE", FOR_NARRATE, set_earcon,
     "short sound played before quotations whose voice switches; tone: a soft one of "
     "ours"},
    {"cover", 0, "FILE", FOR_NARRATE, set_cover, "PNG or JPEG picture (default: one is drawn)"},
    {"no-disclosure", 0, NULL, READING, set_no_disclosure,
     "do not say that a computer voice reads"},
    {"workers", 'j', "N", FOR_NARRATE, set_workers,
     "processes to work with (default: the processors)"},
    {"cache", 0, "DIR", READING, set_cache, "where spoken clips and fetched pages are kept"},
    {"cache-size", 0, "SIZE", FOR_NARRATE, set_cache_size,
     "what the cache may hold between runs, as in 500M or 2G; what was not used for longest goes "
     "(default: 2G)"},
    {"no-cache", 0, NULL, READING, set_no_cache,
     "speak and fetch everything anew and keep nothing"},
    {"voices", 0, "DIR", READING | FOR_VOICES, set_voices, "folder of voice definitions"},
    {"require-sandbox", 0, NULL, FOR_NARRATE, set_require_sandbox,
     "narrate only where the kernel can confine the speech engine (Landlock, seccomp)"},
    {"timing", 0, NULL, FOR_NARRATE, set_timing, "write how long each stage took to report.json"},
    {"json", 0, NULL, FOR_SCRIPT | FOR_VOICES, set_json, "print JSON, a line for each"},
    {"explain", 0, NULL, FOR_SCRIPT, set_explain,
     "print what is left out and what is doubtful, with line and column"},
    {"audition", 0, "FILE.wav", FOR_VOICES, set_audition, "speak a sample of each voice to a file"},
    {"listen", 0, "ADDRESS", FOR_SERVE, set_listen,
     "address to serve at (default: 127.0.0.1, this machine alone)"},
    {"port", 0, "N", FOR_SERVE, set_port, "port to serve at (default: one that is free)"},
    {"progress", 0, "FORM", FOR_NARRATE, set_progress,
     "bar, json or none (default: a bar on a terminal)"},
    {"quiet", 'q', NULL, FOR_ALL, set_quiet, "no progress"},
    {"config", 0, "FILE", FOR_ALL, set_config,
     "settings file (default: lectern/lectern.ini in the user's configuration)"},
    {"help", 'h', NULL, FOR_ALL, set_help, "this text"},
};
const unsigned OPTION_COUNT = COUNT(OPTIONS);

// ---- lectern.ini

typedef struct {
    Settings *settings;
    CommandMask command;
} Ini;

// An option that takes nothing is a setting that is on or off.
static bool to_switch(const char *value, bool *on, Error *err)
{
    static const char *const ON[] = {"yes", "true", "on", "1"}, *const OFF[] = {"no", "false",
                                                                                "off", "0"};
    for (size_t i = 0; i < COUNT(ON); i++) {
        *on = strcmp(value, ON[i]) == 0;
        if (*on || strcmp(value, OFF[i]) == 0)
            return true;
    }
    return bad(err, value, "yes or no");
}

static bool apply_setting(const Option *o, const char *value, Settings *s, Error *err)
{
    bool on = true;
    if (!o->argument && !to_switch(value, &on, err))
        return false;
    return !on || o->set(s, str_c(str_from(value), s->arena), err);
}

static bool visit_setting(void *context, const char *section, const char *key, const char *value,
                          Error *err)
{
    (void)section;
    const Ini *ini = context;
    for (unsigned i = 0; i < OPTION_COUNT; i++) {
        const Option *o = &OPTIONS[i];
        if (strcmp(o->name, key) != 0 || o->set == set_help || o->set == set_config)
            continue;
        if (!(o->commands & (int)ini->command))
            return true; // another command's business
        Error why = {0};
        return apply_setting(o, value, ini->settings, &why) ||
               fail(err, ERR_USAGE, (Span){0}, "%s: %s", key, why.message);
    }
    return fail(err, ERR_USAGE, (Span){0}, "no such setting: %.40s", key);
}

static const char *default_config(Arena *arena)
{
    const char *base = getenv("XDG_CONFIG_HOME");
    if (base && *base)
        return str_c(str_format(arena, "%s/lectern/lectern.ini", base), arena);
    const char *home = getenv("HOME");
    return home ? str_c(str_format(arena, "%s/.config/lectern/lectern.ini", home), arena) : NULL;
}

static bool read_config(CommandMask command, const char *path, Settings *s, Error *err)
{
    const char *file = path ? path : default_config(s->arena);
    Ini ini = {s, command};
    bool found = false;
    if (file && !read_ini(file, visit_setting, &ini, &found, err))
        return false;
    return found || !path || cannot_open(path, err);
}

// ---- the command line

static const Option *find_letter(CommandMask command, int letter)
{
    for (unsigned i = 0; i < OPTION_COUNT; i++)
        if (OPTIONS[i].letter == letter && (OPTIONS[i].commands & (int)command))
            return &OPTIONS[i];
    return NULL;
}

enum { OPTIONS_MAX = 128, LONG_BASE = 256 };
_Static_assert(COUNT(OPTIONS) <= OPTIONS_MAX, "room for every option");

static void fill_getopt(CommandMask command, struct option *longs, char *letters)
{
    *letters++ = ':';
    for (unsigned i = 0; i < OPTION_COUNT; i++) {
        const Option *o = &OPTIONS[i];
        if (!(o->commands & (int)command))
            continue;
        *longs++ = (struct option){o->name, o->argument ? required_argument : no_argument, NULL,
                                   LONG_BASE + (int)i};
        if (o->letter)
            *letters++ = o->letter;
        if (o->letter && o->argument)
            *letters++ = ':';
    }
    *longs = (struct option){0};
    *letters = '\0';
}

// What getopt stopped at. It names the option where it knows it, else `word` is all of it.
static bool refuse_word(int c, const char *word, Error *err)
{
    if (optopt >= LONG_BASE)
        return fail(err, ERR_USAGE, (Span){0}, "--%s takes %s value (see --help)",
                    OPTIONS[optopt - LONG_BASE].name, c == ':' ? "a" : "no");
    if (c == ':')
        return fail(err, ERR_USAGE, (Span){0}, "-%c takes a value (see --help)", optopt);
    return optopt ? fail(err, ERR_USAGE, (Span){0}, "no such option: -%c (see --help)", optopt)
                  : fail(err, ERR_USAGE, (Span){0}, "no such option: %.60s (see --help)", word);
}

// What is wrong in a file is told with its place in it, all else with the option.
static bool refuse_value(const Option *o, const char *value, const Error *why, Error *err)
{
    if (o->argument && strcmp(o->argument, "FILE") == 0 && *value)
        return fail(err, why->kind, (Span){0}, "%s", why->message);
    return fail(err, why->kind, (Span){0}, "--%s: %s", o->name, why->message);
}

// What is read first: where the settings stand; then what other options change.
typedef enum { ROUND_CONFIG, ROUND_PRESET, ROUND_REST } Round;

static Round round_of(const Option *o)
{
    return o->set == set_config || o->set == set_help ? ROUND_CONFIG
           : o->set == set_preset                     ? ROUND_PRESET
                                                      : ROUND_REST;
}

static bool parse_words(CommandMask command, int argc, char **argv, Round now, Settings *s,
                        Error *err)
{
    struct option longs[OPTIONS_MAX + 1];
    char letters[2 * OPTIONS_MAX + 2];
    fill_getopt(command, longs, letters);
    optind = 0; // GNU: begin anew, and take options among inputs
    for (int c; (c = getopt_long(argc, argv, letters, longs, NULL)) != -1;) {
        if (c == '?' || c == ':')
            return refuse_word(c, argv[optind - 1], err);
        const Option *o = c >= LONG_BASE ? &OPTIONS[c - LONG_BASE] : find_letter(command, c);
        Error why = {0};
        if (o && round_of(o) == now && !o->set(s, optarg ? optarg : "", &why))
            return refuse_value(o, optarg ? optarg : "", &why, err);
    }
    for (int i = optind; i < argc && now == ROUND_REST; i++)
        *PUSH(&s->inputs, s->arena) = argv[i];
    return true;
}

// reproducible-builds.org: the time that files state which must state one.
static bool read_epoch(int64_t *made_at_s, Error *err)
{
    static const double LAST_S = 253402300799; // of the year 9999
    double seconds = 0;
    const char *value = getenv("SOURCE_DATE_EPOCH");
    if (!value || !*value)
        return true;
    if (value[strspn(value, "0123456789")] != '\0' || !to_number(value, 0, LAST_S, &seconds))
        return fail(err, ERR_USAGE, (Span){0}, "SOURCE_DATE_EPOCH is no number of seconds: %.40s",
                    value);
    *made_at_s = (int64_t)seconds;
    return true;
}

// The same as text: "2026-01-31T08:00:00"; empty where nothing is stated.
static Str moment_text(int64_t moment_s, Arena *arena)
{
    time_t moment = (time_t)moment_s;
    struct tm tm;
    char out[32];
    if (!moment_s || !gmtime_r(&moment, &tm) ||
        !strftime(out, sizeof out, "%Y-%m-%dT%H:%M:%S", &tm))
        return (Str){0};
    return str_copy(str_from(out), arena);
}

static bool makes_edition(const Settings *s, const Edition *edition)
{
    Editions editions;
    Error err = {0};
    if (!list_editions(s->pipeline.publish.editions, &editions, &err))
        return false;
    for (size_t i = 0; i < editions.count; i++)
        if (editions.items[i] == edition)
            return true;
    return false;
}

// What is asked of all sound is asked of the radio edition's too.
static bool finish_radio(Settings *s, Error *err)
{
    RadioOptions *radio = &s->pipeline.publish.radio;
    const MasterOptions *all = &s->pipeline.master;
    radio->master.worker_count = all->worker_count;
    radio->master.left_out = all->left_out;
    radio->master.intro = all->intro;
    radio->master.outro = all->outro;
    radio->master.earcon = all->earcon;
    radio->master.bed = all->bed;
    radio->made = moment_text(s->pipeline.publish.made_at_s, s->arena);
    if (radio->start.len && radio->end.len && str_compare(radio->start, radio->end) > 0)
        return fail(err, ERR_USAGE, (Span){0}, "--air-from is later than --air-until");
    if (s->deliver && !makes_edition(s, &RADIO_EDITION))
        return fail(err, ERR_USAGE, (Span){0}, "--deliver needs --edition radio");
    return true;
}

static bool makes_mp3(const Settings *s)
{
    AudioFormats formats;
    Error err = {0};
    if (!list_audio_formats(s->pipeline.publish.formats, &formats, &err))
        return false;
    for (size_t i = 0; i < formats.count; i++)
        if (strcmp(formats.items[i]->name, "mp3") == 0)
            return true;
    return false;
}

static bool finish_podcast(const Settings *s, Error *err)
{
    const PipelineOptions *o = &s->pipeline;
    if (o->also && !makes_edition(s, &PODCAST_EDITION))
        return fail(err, ERR_USAGE, (Span){0}, "--also needs --edition podcast");
    if (o->publish.split && !makes_edition(s, &PODCAST_EDITION))
        return fail(err, ERR_USAGE, (Span){0}, "--split needs --edition podcast");
    if (o->publish.split && !makes_mp3(s))
        return fail(err, ERR_USAGE, (Span){0},
                    "--split cuts MP3 alone: name mp3 in --format, as in --format mp3,%.40s",
                    str_c(o->publish.formats, s->arena));
    if ((o->also & ALSO_FAST) && o->speak.rate_wpm >= FAST_WPM)
        return fail(err, ERR_USAGE, (Span){0},
                    "--also fast reads %d words a minute, which --rate %d does already", FAST_WPM,
                    o->speak.rate_wpm);
    if ((o->also & ALSO_SINGLE) && o->cast.single_voice)
        return fail(err, ERR_USAGE, (Span){0},
                    "--also single is what --single-voice makes already");
    return true;
}

bool read_settings(CommandMask command, int argc, char **argv, Settings *out, Error *err)
{
    out->output = "out/episodes";
    out->cache_size = (uint64_t)2 << 30;
    out->pipeline.master = (MasterOptions){
        .target_lufs = -16, .ceiling_dbtp = -2, .peak_max_dbtp = -1, .channel_count = 1};
    out->pipeline.publish.radio.master = PRESETS[PRESET_EBU].master;
    out->pipeline.phrase = (PhraseOptions){.opening = true, .disclosure = true};
    out->pipeline.publish.disclosure = true;
    out->pipeline.publish.version = ABOUT_VERSION;
    opterr = 0;
    if (!read_epoch(&out->pipeline.publish.made_at_s, err))
        return false;
    // What lectern.ini says of voices comes after what the command line says,
    // for there the first match wins; of all else the last word wins.
    if (!parse_words(command, argc, argv, ROUND_CONFIG, out, err))
        return false;
    Settings ini = *out;
    if (!out->help && !read_config(command, out->config, &ini, err))
        return false;
    ini.help = out->help;
    CastChoice *later = ini.choices.items;
    uint32_t later_count = ini.choices.count;
    *out = ini;
    out->choices.items = NULL;
    out->choices.count = out->choices.capacity = 0;
    if (!parse_words(command, argc, argv, ROUND_PRESET, out, err) ||
        !parse_words(command, argc, argv, ROUND_REST, out, err))
        return false;
    for (uint32_t i = 0; i < later_count; i++)
        *PUSH(&out->choices, out->arena) = later[i];
    out->pipeline.cast.choices = out->choices.items;
    out->pipeline.cast.choice_count = out->choices.count;
    out->pipeline.phrase.lexicons = out->lexicons.items;
    out->pipeline.phrase.lexicon_count = out->lexicons.count;
    out->pipeline.publish.folder = out->output;
    return finish_radio(out, err) && finish_podcast(out, err);
}
