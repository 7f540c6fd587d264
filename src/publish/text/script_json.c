#include "publish/text/script.h"

#include "base/json.h"
#include "publish/text/explain.h"
#include "publish/text/writer.h"

static void put_article(Json *json, const Article *article)
{
    json_put_int(json, "lectern", 1);
    json_put_str(json, "input", article->source->name);
    json_put_str(json, "format", str_from(article->format));
    json_put_str(json, "title", article->title);
    json_put_str(json, "byline", article->byline);
    json_put_str(json, "publisher", article->publisher);
    json_put_str(json, "date", article->date);
    json_put_str(json, "language", article->language);
    json_put_str(json, "url", article->url);
    json_put_str(json, "text", article->text);
    json_key(json, "blocks");
    json_open(json, '[');
    for (uint32_t i = 0; i < article->blocks.count; i++) {
        const Block *block = &article->blocks.items[i];
        json_open(json, '{');
        json_put_str(json, "kind", str_from(BLOCK_NAMES[block->kind]));
        json_put_span(json, block->span);
        json_put_int(json, "level", block->level);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_sentences(Json *json, const Sentences *sentences)
{
    json_key(json, "sentences");
    json_open(json, '[');
    for (uint32_t i = 0; i < sentences->items.count; i++) {
        json_open(json, '{');
        json_put_span(json, sentences->items.items[i].span);
        json_put_int(json, "block", sentences->items.items[i].block);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void put_speaker(Json *json, const Cast *cast, uint32_t i)
{
    const Speaker *speaker = &cast->script->speakers.items[i];
    json_open(json, '{');
    json_put_int(json, "id", i);
    json_put_str(json, "name", speaker->name);
    json_put_str(json, "kind", str_from(SPEAKER_KIND_NAMES[speaker->kind]));
    if (i > 0) {
        json_put_str(json, "gender", str_from(GENDER_NAMES[speaker->gender]));
        json_key(json, "aliases");
        json_open(json, '[');
        for (uint32_t k = 0; k < speaker->aliases.count; k++)
            json_str(json, speaker->aliases.items[k]);
        json_close(json, ']');
    }
    json_put_str(json, "voice", cast->voices[i]->id);
    json_close(json, '}');
}

static void put_quote(Json *json, const Quote *quote)
{
    json_open(json, '{');
    json_put_span(json, quote->span);
    json_put_str(json, "kind", str_from(QUOTE_KIND_NAMES[quote->kind]));
    json_key(json, "speaker");
    if (quote->speaker == NOBODY)
        json_null(json);
    else
        json_int(json, quote->speaker);
    json_key(json, "mention");
    if (quote->mention.end == quote->mention.beg) {
        json_null(json);
    } else {
        json_open(json, '{');
        json_put_span(json, quote->mention);
        json_close(json, '}');
    }
    json_put_real(json, "sureness", (double)quote->sureness, 2);
    json_close(json, '}');
}

static void put_line(Json *json, const Line *line, const LineTime *time, bool added,
                     uint32_t utterance)
{
    bool generated = line->sentence == NO_SENTENCE;
    json_open(json, '{');
    if (generated) {
        json_put_str(json, "text", line->shown);
        if (added)
            json_put_int(json, "before", utterance);
    } else {
        json_put_span(json, line->span);
        json_put_int(json, "sentence", line->sentence);
    }
    json_put_int(json, "speaker", line->speaker);
    json_put_str(json, "kind", line->kind == UTTERANCE_QUOTE ? STR("quote") : STR("narration"));
    if (line->language.len)
        json_put_str(json, "language", line->language);
    json_put_str(json, "spoken", line->spoken);
    json_put_int(json, "pause_ms", line->pause_ms);
    if (time) {
        json_put_real(json, "start_s", time->start_s, 3);
        json_put_real(json, "end_s", time->end_s, 3);
    }
    json_close(json, '}');
}

typedef enum { LINES_OPENING, LINES_OF_ARTICLE, LINES_ADDED } LineClass;

// Lines that stand in the article are utterances; those that the program adds
// before it (title given by option, disclosure) are the opening; those between
// ("A code sample is left out.") tell before which utterance they stand.
static void put_lines(Json *json, const char *key, LineClass wanted, const Reading *reading,
                      const LineTime *times)
{
    json_key(json, key);
    json_open(json, '[');
    uint32_t head = reading->opening, utterances = 0;
    for (uint32_t i = 0; i < reading->lines.count; i++) {
        const Line *line = &reading->lines.items[i];
        bool generated = line->sentence == NO_SENTENCE;
        LineClass class = !generated ? LINES_OF_ARTICLE : i < head ? LINES_OPENING : LINES_ADDED;
        if (class == wanted)
            put_line(json, line, times ? &times[i] : NULL, class == LINES_ADDED, utterances);
        utterances += !generated;
    }
    json_close(json, ']');
}

static void put_script(FILE *out, const Reading *reading, const LineTime *times,
                       const Arena *explain)
{
    Json json = {.out = out};
    const Cast *cast = reading->cast;
    const Script *script = cast->script;
    json_open(&json, '{');
    put_article(&json, script->sentences->article);
    put_sentences(&json, script->sentences);
    json_key(&json, "speakers");
    json_open(&json, '[');
    for (uint32_t i = 0; i < script->speakers.count; i++)
        put_speaker(&json, cast, i);
    json_close(&json, ']');
    json_key(&json, "quotes");
    json_open(&json, '[');
    for (uint32_t i = 0; i < script->quotes.count; i++)
        put_quote(&json, &script->quotes.items[i]);
    json_close(&json, ']');
    put_lines(&json, "opening", LINES_OPENING, reading, times);
    put_lines(&json, "utterances", LINES_OF_ARTICLE, reading, times);
    put_lines(&json, "added", LINES_ADDED, reading, times);
    json_key(&json, "skipped");
    json_open(&json, '[');
    for (uint32_t i = 0; i < reading->skipped.count; i++) {
        json_open(&json, '{');
        json_put_span(&json, reading->skipped.items[i].span);
        json_put_str(&json, "reason", str_from(reading->skipped.items[i].reason));
        json_close(&json, '}');
    }
    json_close(&json, ']');
    if (explain) {
        json_key(&json, "explain");
        json_open(&json, '{');
        put_explanation(&json, reading, *explain);
        json_close(&json, '}');
    }
    json_close(&json, '}');
    putc('\n', out);
}

void write_script_json(FILE *out, const Reading *reading, const LineTime *times)
{
    put_script(out, reading, times, NULL);
}

void write_explained_json(FILE *out, const Reading *reading, Arena scratch)
{
    put_script(out, reading, NULL, &scratch);
}

static void write_script(FILE *out, const Draft *draft, Arena scratch)
{
    write_script_json(out, draft->times->reading, line_times(draft->times, &scratch));
}

const Writer script_writer = {.name = "script.json", .write = write_script};
