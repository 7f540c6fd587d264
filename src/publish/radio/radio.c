// The radio edition: sound at a station's level with what its systems want to know, and a
// sidecar for those that read one.
#include "publish/radio/radio.h"

#include "base/file.h"
#include "base/interrupt.h"
#include "publish/radio/bwf.h"
#include "publish/radio/bwf_chunks.h"
#include "publish/radio/file_name.h"
#include "publish/radio/rdxml.h"
#include "publish/radio/cue_sheet.h"
#include "publish/sound/mp2.h"

typedef struct {
    const char *name; // as --radio-format takes it
    const Encoder *encoder;
    int rate_hz, bits; // of Broadcast Wave
} RadioFormat;

static const RadioFormat FORMATS[] = {
    {"wav", &BWF_ENCODER, RATE48_HZ, 24},
    {"wav16", &BWF_ENCODER, MASTER_RATE_HZ, 16},
    {"mp2", &MP2_ENCODER, 0, 0},
};

typedef struct {
    const RadioFormat *items[COUNT(FORMATS)];
    size_t count;
} Chosen;

// What one channel has to have more, that a meter reads as one, to be as loud by it as two.
static const double ONE_CHANNEL_LU = 3.0103;

// --- The list of formats ---

static const RadioFormat *find_format(Str name)
{
    for (size_t i = 0; i < COUNT(FORMATS); i++)
        if (str_equal(name, str_from(FORMATS[i].name)))
            return &FORMATS[i];
    return NULL;
}

static bool choose_format(Chosen *chosen, Str name, Error *err)
{
    const RadioFormat *format = find_format(name);
    if (!format)
        return fail(err, ERR_USAGE, (Span){0}, "no radio format \"%.*s\" (wav, wav16, mp2)",
                    name.len > 40 ? 40 : (int)name.len, name.data);
    for (size_t i = 0; i < chosen->count; i++)
        if (chosen->items[i]->encoder == format->encoder)
            return fail(err, ERR_USAGE, (Span){0}, "%s and %s would be one file (name one)",
                        chosen->items[i]->name, format->name);
    chosen->items[chosen->count++] = format;
    return true;
}

static bool choose_formats(Str names, Chosen *chosen, Error *err)
{
    *chosen = (Chosen){0};
    if (names.len == 0)
        names = STR("wav");
    for (size_t beg = 0, end; beg <= names.len; beg = end + 1) {
        end = beg + str_find(str_slice(names, beg, names.len), STR(","));
        if (!choose_format(chosen, str_slice(names, beg, end), err))
            return false;
    }
    return true;
}

bool check_radio_formats(Str formats, Error *err)
{
    Chosen chosen;
    return choose_formats(formats, &chosen, err);
}

// --- Sound ---

typedef struct {
    Making *making;
    Str stem; // path of files in the episode, without a suffix
    Timeline timeline;
    Broadcast broadcast;
    size_t format_count;
    int64_t finished, told; // frames: of formats that are whole, and told to be done
} Radio;

// The same clips in the same places, at the level of a station.
static bool level(Radio *radio, int channel_count, Error *err)
{
    const Making *m = radio->making;
    if (radio->timeline.channel_count == channel_count)
        return true;
    MasterOptions options = m->options->radio.master;
    options.channel_count = channel_count;
    options.frame_count = m->timeline->wanted_count;
    if (channel_count == 1)
        options.target_lufs += ONE_CHANNEL_LU;
    return master_clips(m->timeline->clips, &options, m->arena, &radio->timeline, err);
}

// What is done again to correct the level was counted the first time.
static void tell_progress(void *context, int64_t done)
{
    Radio *radio = context;
    if (radio->finished + done <= radio->told)
        return;
    radio->told = radio->finished + done;
    tell_done(radio->making, radio->told,
              radio->timeline.frame_count * (int64_t)radio->format_count);
}

static BwfPlan plan_bwf(const Radio *radio, const RadioFormat *format, const Loudness *loudness)
{
    BwfChunks chunks = {.broadcast = &radio->broadcast,
                        .rate_hz = format->rate_hz,
                        .bits = format->bits,
                        .channel_count = radio->timeline.channel_count,
                        .loudness = loudness};
    return (BwfPlan){format->rate_hz, format->bits, bwf_chunks(&chunks, radio->making->arena)};
}

// MP2 has no place for words, and stations want none in it; what it is has to be said all the same.
static bool write_sheet(const Radio *radio, Str sound, const Loudness *loudness, Error *err)
{
    const Making *m = radio->making;
    Str name = str_format(m->arena, "%.*s.txt", STR_ARG(radio->stem));
    Str base = str_slice(sound, strlen(RADIO_FOLDER), sound.len);
    return write_file(path_in(m, name, m->arena),
                      write_cue_sheet(&radio->broadcast, base, loudness, m->arena), err) &&
           list_file(radio->making, name, err);
}

static bool write_format(Radio *radio, const RadioFormat *format, Error *err)
{
    Making *m = radio->making;
    bool bwf = format->encoder == &BWF_ENCODER;
    if (!level(radio, bwf ? m->options->radio.master.channel_count : 2, err))
        return false;
    radio->broadcast = describe_broadcast(m, &radio->timeline, m->arena);
    Str name = str_format(m->arena, "%.*s.%s", STR_ARG(radio->stem), format->encoder->format.name);
    BwfPlan plan = {0};
    if (bwf)
        plan = plan_bwf(radio, format, NULL);
    Encoding encoding = {.timeline = &radio->timeline,
                         .path = path_in(m, name, m->arena),
                         .worker_count = m->options->worker_count,
                         .details = &plan,
                         .progress = tell_progress,
                         .context = radio};
    Loudness loudness;
    if (!write_at_level(format->encoder, &encoding, &loudness, *m->arena, err))
        return false;
    radio->finished += radio->timeline.frame_count;
    tell_progress(radio, 0);
    if (bwf)
        plan = plan_bwf(radio, format, &loudness);
    return (bwf ? replace_bwf_chunks(&encoding, &plan, *m->arena, err)
                : write_sheet(radio, name, &loudness, err)) &&
           list_sound(m, name, &loudness, radio->timeline.target_lufs, err);
}

// --- The edition ---

static bool write_sidecar(Radio *radio, Error *err)
{
    Making *m = radio->making;
    Str name = str_format(m->arena, "%.*s.xml", STR_ARG(radio->stem));
    return write_file(path_in(m, name, m->arena), write_rdxml(&radio->broadcast, m->arena), err) &&
           list_file(m, name, err);
}

// Stations' systems read English and ASCII, whatever the article is in.
static EpisodeInfo describe_for_stations(const Making *m)
{
    EpisodeInfo info = describe_in(STR("en"), m->timeline, m->options->disclosure, m->arena);
    info.track = m->info->track;
    info.chapters = m->info->chapters;
    info.cover = m->info->cover;
    return info;
}

static bool write_radio(Making *making, Error *err)
{
    Chosen chosen;
    EpisodeInfo info = describe_for_stations(making);
    Making for_stations = *making, *m = &for_stations;
    m->info = &info;
    Radio radio = {.making = m, .broadcast = describe_broadcast(m, m->timeline, m->arena)};
    Str name = fill_file_name(m->options->radio.name, &radio.broadcast, m->arena);
    radio.stem = str_format(m->arena, RADIO_FOLDER "%.*s", STR_ARG(name));
    if (!choose_formats(m->options->radio.formats, &chosen, err) ||
        !make_folders(path_in(m, STR(RADIO_FOLDER), m->arena), err))
        return false;
    radio.format_count = chosen.count;
    for (size_t i = 0; i < chosen.count; i++)
        if (!go_on(err) || !write_format(&radio, chosen.items[i], err))
            return false;
    return !m->options->radio.rdxml || write_sidecar(&radio, err);
}

const Edition RADIO_EDITION = {.name = "radio", .write = write_radio};
