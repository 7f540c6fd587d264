#include "sample_timeline.h"

#include "publish/text/words.h"

typedef struct {
    const SampleArticle *in;
    Arena *arena;
    Buf text;
    Article *article;
    Sentences *sentences;
    Script *script;
    Cast *cast;
    Reading *reading;
    Clips *clips;
    Timeline *timeline;
    int64_t frame; // at MASTER_RATE_HZ
} Sample;

static int64_t frames_of(int64_t ms)
{
    return ms * MASTER_RATE_HZ / 1000;
}

static void add_words(Sample *s, Line *line, Clip *clip, Str spoken)
{
    Span word;
    int64_t frame = 0;
    for (size_t at = 0; next_word(spoken, &at, &word);) {
        *PUSH(&clip->words, s->arena) = (WordTime){word.beg, frame};
        frame += frames_of(SAMPLE_WORD_MS) / 2;
    }
    clip->frame_count = frame;
    line->spoken = spoken;
}

static void add_units(Sample *s, Line *line, const SamplePiece *piece, Span span)
{
    if (piece->spoken) {
        *PUSH(&line->units, s->arena) = (Unit){span, {0, (uint32_t)line->spoken.len}};
        return;
    }
    Span word;
    for (size_t at = 0; next_word(line->spoken, &at, &word);) {
        Span written = {span.beg + word.beg, span.beg + word.end};
        *PUSH(&line->units, s->arena) = (Unit){piece->generated ? (Span){0} : written, word};
    }
}

static void add_line(Sample *s, const SamplePiece *piece, Span span)
{
    Line *line = PUSH(&s->reading->lines, s->arena);
    *line = (Line){.span = span,
                   .sentence = piece->generated ? NO_SENTENCE : s->sentences->items.count - 1,
                   .speaker = piece->speaker,
                   .kind = piece->speaker ? UTTERANCE_QUOTE : UTTERANCE_NARRATION,
                   .pause_ms = SAMPLE_PAUSE_MS};
    if (piece->generated)
        line->shown = str_from(piece->text);
    Clip *clip = PUSH(&s->clips->items, s->arena);
    *clip =
        (Clip){.line = s->reading->lines.count - 1, .state = piece->lost ? CLIP_LOST : CLIP_WHOLE};
    add_words(s, line, clip, str_from(piece->spoken ? piece->spoken : piece->text));
    add_units(s, line, piece, span);
    clip->spoken = (Span){0, (uint32_t)line->spoken.len};
    int64_t end = s->frame + 2 * clip->frame_count;
    *PUSH(&s->timeline->items, s->arena) =
        (Placed){.clip = s->clips->items.count - 1, .start_frame = s->frame, .end_frame = end};
    s->frame = end + frames_of(SAMPLE_PAUSE_MS);
}

static void add_piece(Sample *s, const SamplePiece *piece)
{
    if (piece->generated) {
        add_line(s, piece, (Span){0});
        return;
    }
    if (!piece->same_block && s->text.len)
        buf_char(&s->text, '\n');
    Span span = {(uint32_t)s->text.len, 0};
    buf_add(&s->text, str_from(piece->text));
    span.end = (uint32_t)s->text.len;
    if (piece->same_block && s->article->blocks.count) {
        s->article->blocks.items[s->article->blocks.count - 1].span.end = span.end;
        s->sentences->items.items[s->sentences->items.count - 1].span.end = span.end;
    } else {
        *PUSH(&s->article->blocks, s->arena) =
            (Block){.kind = piece->kind, .span = span, .level = piece->level};
        *PUSH(&s->sentences->items, s->arena) = (Sentence){span, s->article->blocks.count - 1};
    }
    if (piece->skipped)
        *PUSH(&s->reading->skipped, s->arena) = (Drop){span, piece->skipped};
    else if (!piece->outside)
        add_line(s, piece, span);
}

static void add_people(Sample *s)
{
    Voice *voice = ALLOC(s->arena, Voice, 1);
    voice->id = STR("sample");
    uint32_t count = 0;
    for (; count < 8 && (count == 0 || s->in->speakers[count]); count++) {
        const char *name = s->in->speakers[count];
        *PUSH(&s->script->speakers, s->arena) =
            (Speaker){.name = str_from(name ? name : "Narrator"),
                      .kind = count ? SPEAKER_PERSON : SPEAKER_NARRATOR};
    }
    s->cast->voices = ALLOC(s->arena, const Voice *, count);
    for (uint32_t i = 0; i < count; i++)
        s->cast->voices[i] = voice;
}

static void link_stages(Sample *s)
{
    s->article = ALLOC(s->arena, Article, 1);
    s->sentences = ALLOC(s->arena, Sentences, 1);
    s->script = ALLOC(s->arena, Script, 1);
    s->cast = ALLOC(s->arena, Cast, 1);
    s->reading = ALLOC(s->arena, Reading, 1);
    s->clips = ALLOC(s->arena, Clips, 1);
    s->timeline = ALLOC(s->arena, Timeline, 1);
    s->sentences->article = s->article;
    s->script->sentences = s->sentences;
    s->cast->script = s->script;
    s->reading->cast = s->cast;
    s->clips->reading = s->reading;
    s->clips->engine = STR("sample-engine 1");
    s->timeline->clips = s->clips;
}

const Timeline *sample_timeline(const SampleArticle *article, Arena *arena)
{
    Sample s = {.in = article, .arena = arena, .frame = frames_of(SAMPLE_HEAD_MS)};
    s.text = new_buf(arena);
    buf_reserve(&s.text, 1 << 20);
    link_stages(&s);
    add_people(&s);
    for (size_t i = 0; i < article->count; i++)
        add_piece(&s, &article->pieces[i]);
    Source *source = ALLOC(arena, Source, 1);
    *source = (Source){.name = STR("sample.txt"), .bytes = buf_str(&s.text)};
    s.article->source = source;
    s.article->text = buf_str(&s.text);
    s.article->title = str_from(article->title);
    s.article->byline = str_from(article->byline);
    s.article->publisher = str_from(article->publisher);
    s.article->date = str_from(article->date);
    s.article->url = str_from(article->url);
    s.article->language = str_from(article->language ? article->language : "en");
    s.timeline->channel_count = 1;
    s.timeline->target_lufs = -16;
    s.timeline->frame_count = s.frame - frames_of(SAMPLE_PAUSE_MS) + frames_of(SAMPLE_TAIL_MS);
    return s.timeline;
}
