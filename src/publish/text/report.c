// report.json: what was made of what, to be checked and compared. Nothing in it differs
// between two runs, but, on demand, for times and the number of
// clips that were found in the cache.
#include "base/json.h"
#include "publish/text/coverage.h"
#include "publish/text/writer.h"

// Words of the article and how they fall to the speakers.
typedef struct {
    uint32_t total;
    uint32_t *words;  // by speaker
    uint32_t *quotes; // by speaker
} Shares;

static Shares count_shares(const Times *times, Arena *arena)
{
    const Reading *reading = times->reading;
    const Script *script = reading->cast->script;
    Shares out = {.words = ALLOC(arena, uint32_t, script->speakers.count),
                  .quotes = ALLOC(arena, uint32_t, script->speakers.count)};
    for (uint32_t i = 0; i < reading->lines.count; i++) {
        const Line *line = &reading->lines.items[i];
        if (line->span.end == line->span.beg)
            continue;
        out.words[line->speaker] += times->lines[i].count;
        out.total += times->lines[i].count;
    }
    for (uint32_t i = 0; i < script->quotes.count; i++)
        if (script->quotes.items[i].speaker != NOBODY)
            out.quotes[script->quotes.items[i].speaker]++;
    return out;
}

static void put_languages(Json *json, const Clips *clips)
{
    json_key(json, "languages");
    json_open(json, '[');
    for (uint32_t i = 0; i < clips->languages.count; i++) {
        const SpokenLanguage *spoken = &clips->languages.items[i];
        json_open(json, '{');
        json_put_str(json, "language", spoken->language);
        json_put_str(json, "engine", spoken->engine);
        json_put_int(json, "lines", spoken->lines);
        json_close(json, '}');
    }
    json_close(json, ']');
}

// As it was spoken: the voice's own, that of --rate, or what --duration has made of them.
static int narrator_rate(const Clips *clips)
{
    return (int)(clips->reading->cast->voices[0]->rate_wpm * clips->pace + 0.5);
}

static void put_head(Json *json, const Draft *draft, const Shares *shares)
{
    const Timeline *timeline = draft->timeline;
    const char *version = draft->options->version;
    json_put_str(json, "lectern", str_from(version ? version : ""));
    json_put_str(json, "engine", timeline->clips->engine);
    json_put_str(json, "input", reading_article(draft->times->reading)->source->name);
    json_put_str(json, "format", str_from(reading_article(draft->times->reading)->format));
    json_put_str(json, "title", draft->info->title);
    json_put_str(json, "language", draft->info->language);
    json_put_real(json, "duration_s", (double)timeline->frame_count / MASTER_RATE_HZ, 3);
    json_put_int(json, "rate_wpm", narrator_rate(timeline->clips));
    json_put_real(json, "pause_scale", timeline->pause_scale, 3);
    json_put_int(json, "words", shares->total);
    json_put_int(json, "audio_rate_hz", MASTER_RATE_HZ);
    json_put_int(json, "channels", timeline->channel_count);
    put_languages(json, timeline->clips);
}

static void put_loudness(Json *json, const EpisodeFile *file, bool raw)
{
    json_key(json, "loudness");
    json_open(json, '{');
    json_put_real(json, "integrated_lufs", file->loudness.integrated_lufs, 2);
    json_put_real(json, "range_lu", file->loudness.range_lu, 2);
    json_put_real(json, "true_peak_dbtp", file->loudness.true_peak_dbtp, 2);
    if (!raw)
        json_put_real(json, "target_lufs", file->target_lufs, 2);
    json_close(json, '}');
}

// What is stated of the episode is of its first file of sound.
static void put_episode_loudness(Json *json, const Draft *draft)
{
    const EpisodeFile *files = draft->episode->files.items;
    uint32_t i = 0;
    while (i < draft->episode->files.count && !files[i].sound)
        i++;
    if (i < draft->episode->files.count)
        put_loudness(json, &files[i], draft->timeline->raw);
}

static void put_coverage(Json *json, const Coverage *coverage)
{
    json_key(json, "coverage");
    json_open(json, '{');
    json_put_int(json, "bytes", (int64_t)coverage->bytes);
    json_put_int(json, "spoken", (int64_t)coverage->spoken);
    json_put_int(json, "skipped", (int64_t)coverage->skipped);
    json_put_int(json, "blank", (int64_t)coverage->blank);
    json_put_int(json, "unaccounted", (int64_t)coverage->unaccounted);
    json_close(json, '}');
    json_key(json, "skipped");
    json_open(json, '[');
    for (uint32_t i = 0; i < coverage->skips.count; i++) {
        json_open(json, '{');
        json_put_span(json, coverage->skips.items[i].span);
        json_put_str(json, "reason", str_from(coverage->skips.items[i].reason));
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_speakers(Json *json, const Cast *cast, const Shares *shares)
{
    json_key(json, "speakers");
    json_open(json, '[');
    for (uint32_t i = 0; i < cast->script->speakers.count; i++) {
        json_open(json, '{');
        json_put_int(json, "id", i);
        json_put_str(json, "name", cast->script->speakers.items[i].name);
        json_put_str(json, "voice", cast->voices[i]->id);
        json_put_int(json, "quotes", shares->quotes[i]);
        json_put_int(json, "words", shares->words[i]);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_clips(Json *json, const Clips *clips, bool timed)
{
    uint32_t cached = 0;
    for (uint32_t i = 0; i < clips->items.count; i++)
        cached += clips->items.items[i].cached;
    json_key(json, "clips");
    json_open(json, '{');
    json_put_int(json, "count", clips->items.count);
    // What an earlier run left in the cache would make two runs differ, so the
    // count stands beside the timing only.
    json_key(json, "cached");
    if (timed)
        json_int(json, cached);
    else
        json_null(json);
    json_put_int(json, "failed", count_failed_clips(clips));
    json_close(json, '}');
}

static void put_variant(Json *json, const Variant *variant, Str language)
{
    double seconds = (double)variant->timeline->frame_count / MASTER_RATE_HZ;
    json_put_str(json, "reading", label_in(language, variant->title));
    json_put_real(json, "duration_s", seconds, 3);
    json_put_int(json, "rate_wpm", narrator_rate(variant->timeline->clips));
}

static void put_files(Json *json, const Draft *draft)
{
    const Episode *episode = draft->episode;
    json_key(json, "files");
    json_open(json, '[');
    for (uint32_t i = 0; i < episode->files.count; i++) {
        const EpisodeFile *file = &episode->files.items[i];
        json_open(json, '{');
        json_put_str(json, "name", file->name);
        json_put_int(json, "bytes", (int64_t)file->bytes);
        json_put_str(json, "sha256", str_from(file->sha256));
        if (file->variant)
            put_variant(json, file->variant, draft->info->words);
        if (file->sound)
            put_loudness(json, file, draft->timeline->raw);
        json_close(json, '}');
    }
    json_close(json, ']');
}

// `reading` is the title of a variant; empty: the episode's own.
static void put_stage_notes(Json *json, const char *stage, Str reading, const Notes *notes,
                            Arena scratch)
{
    for (uint32_t i = 0; i < notes->count; i++) {
        const Note *note = &notes->items[i];
        json_open(json, '{');
        json_put_str(json, "stage", str_from(stage));
        if (reading.len)
            json_put_str(json, "reading", reading);
        if (note->at.end > note->at.beg)
            json_put_span(json, note->at);
        json_put_str(json, "text", note_text(note, &scratch));
        json_close(json, '}');
    }
}

static void put_notes(Json *json, const Draft *draft, Arena scratch)
{
    const Clips *clips = draft->timeline->clips;
    const PublishOptions *o = draft->options;
    const Reading *reading = clips->reading;
    const Str own = {0};
    json_key(json, "notes");
    json_open(json, '[');
    put_stage_notes(json, "read", own, &reading_article(reading)->notes, scratch);
    put_stage_notes(json, "attribute", own, &reading->cast->script->notes, scratch);
    put_stage_notes(json, "cast", own, &reading->cast->notes, scratch);
    put_stage_notes(json, "phrase", own, &reading->notes, scratch);
    put_stage_notes(json, "speak", own, &clips->notes, scratch);
    for (uint32_t i = 0; i < o->variant_count; i++)
        put_stage_notes(json, "speak", label_in(draft->info->words, o->variants[i].title),
                        &o->variants[i].timeline->clips->notes, scratch);
    put_stage_notes(json, "publish", own, &o->notes, scratch);
    json_close(json, ']');
}

static void put_times(Json *json, const PublishOptions *options)
{
    if (!options->times)
        return;
    json_key(json, "timing_ms");
    json_open(json, '{');
    for (uint32_t i = 0; i < options->time_count; i++)
        json_put_real(json, options->times[i].stage, options->times[i].ms, 1);
    json_close(json, '}');
}

static void write_report(FILE *out, const Draft *draft, Arena scratch)
{
    Shares shares = count_shares(draft->times, &scratch);
    Coverage coverage = cover_article(draft->timeline->clips, &scratch);
    Json json = {.out = out};
    json_open(&json, '{');
    put_head(&json, draft, &shares);
    put_episode_loudness(&json, draft);
    put_coverage(&json, &coverage);
    put_speakers(&json, draft->times->reading->cast, &shares);
    put_clips(&json, draft->timeline->clips, draft->options->times != NULL);
    put_files(&json, draft);
    put_notes(&json, draft, scratch);
    put_times(&json, draft->options);
    json_close(&json, '}');
    putc('\n', out);
}

const Writer report_writer = {.name = "report.json", .write = write_report, .needs_files = true};
