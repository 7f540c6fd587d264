#include "read/html/candidates.h"

typedef struct {
    const HtmlPage *page;
    Arena *arena;
    double *scores; // by element, of the first guess
} Choice;

static const Element *element_at(const HtmlPage *page, uint32_t i)
{
    return &page->elements.items[i];
}

static double link_density(const HtmlPage *page, const Element *e)
{
    uint32_t chars = chars_in(page, e);
    return chars ? (double)linked_in(page, e) / chars : 0;
}

static void take_element(const HtmlPage *page, uint32_t at, bool *taken)
{
    const Element *e = element_at(page, at);
    for (uint32_t i = e->piece; i < e->piece_end; i++)
        taken[i] = !page->pieces.items[i].reason;
}

// --- first guess: prose lifts the elements around it

static const double TAG_WEIGHTS[TAGS] = {
    [TAG_ARTICLE] = 15, [TAG_MAIN] = 15, [TAG_DIV] = 5, [TAG_SECTION] = 5,  [TAG_UL] = -5,
    [TAG_OL] = -5,      [TAG_LI] = -5,   [TAG_DL] = -5, [TAG_ADDRESS] = -5, [TAG_FIGURE] = -5,
};

static double weight_of_element(const Element *e)
{
    double named = e->named == NAMED_BODY ? 25 : e->named == NAMED_ARTICLE ? 10 : 0;
    return named + TAG_WEIGHTS[e->node->tag];
}

static void lift(const Choice *c, const Piece *p)
{
    double score = 1 + (p->commas < 10 ? p->commas : 10) + (p->chars < 300 ? p->chars / 100. : 3);
    score *= 1 - (double)p->linked / p->chars;
    uint32_t at = p->box;
    bool text = element_at(c->page, at)->node->tag == TAG_DIV;
    if (!text)
        at = element_at(c->page, at)->parent;
    for (int level = 0; level < 5; level++) {
        double share = level == 0 ? 1 : level == 1 ? .6 : 1. / (level * 3);
        if (c->scores[at] == 0)
            c->scores[at] = weight_of_element(element_at(c->page, at));
        c->scores[at] += score * share;
        if (at == 0)
            return;
        at = element_at(c->page, at)->parent;
    }
}

static double final_score(const Choice *c, uint32_t at)
{
    return c->scores[at] * (1 - link_density(c->page, element_at(c->page, at)));
}

static uint32_t best_element(const Choice *c)
{
    uint32_t best = 0;
    double most = 0;
    for (uint32_t i = 1; i < c->page->elements.count; i++) {
        double score = c->scores[i] > 0 ? final_score(c, i) : 0;
        if (score > most) {
            most = score;
            best = i;
        }
    }
    return best;
}

// An article in parts, each in a box of its own: what is around them holds little else.
static uint32_t widen(const Choice *c, uint32_t at)
{
    const HtmlPage *page = c->page;
    while (at) {
        uint32_t up = element_at(page, at)->parent;
        uint32_t prose = prose_in(page, element_at(page, at));
        uint32_t more = prose_in(page, element_at(page, up));
        uint32_t rest = chars_in(page, element_at(page, up)) - chars_in(page, element_at(page, at));
        bool gains = (more - prose) * 5 > more && (more - prose) * 10 > rest * 7;
        bool only = rest == 0;
        if (!gains && !only)
            return at;
        at = up;
    }
    return at;
}

static bool *guess_by_score(Choice *c)
{
    const HtmlPage *page = c->page;
    c->scores = ALLOC(c->arena, double, page->elements.count);
    for (uint32_t i = 0; i < page->pieces.count; i++) {
        const Piece *p = &page->pieces.items[i];
        if (!p->reason && p->chars >= 25 && p->kind != PIECE_CAPTION)
            lift(c, p);
    }
    bool *taken = ALLOC(c->arena, bool, page->pieces.count + 1);
    take_element(page, widen(c, best_element(c)), taken);
    return taken;
}

// --- second guess: the run of pieces with most prose and least else

static double worth(const Piece *p)
{
    // Boxes within boxes part articles from what is beside them.
    double edges = 6. * (p->edges < 30 ? p->edges : 30);
    double chars = p->chars < 400 ? p->chars : 400;
    if (p->reason)
        return -2 - edges;
    if (is_prose_piece(p))
        return chars - edges;
    if (p->linked * 2 > p->chars)
        return -20 - chars / 2 - edges;
    if (p->kind == PIECE_ITEM || p->kind == PIECE_QUOTE || p->kind == PIECE_CODE)
        return chars / 2 - 8 - edges;
    return (p->kind == PIECE_HEADING ? -8 : p->kind == PIECE_PICTURE ? -2 : -20) - edges;
}

static bool *guess_by_run(const Choice *c)
{
    const HtmlPage *page = c->page;
    uint32_t best_beg = 0, best_end = 0, beg = 0;
    double best = 0, sum = 0;
    for (uint32_t i = 0; i < page->pieces.count; i++) {
        if (sum <= 0) {
            sum = 0;
            beg = i;
        }
        sum += worth(&page->pieces.items[i]);
        if (sum > best) {
            best = sum;
            best_beg = beg;
            best_end = i + 1;
        }
    }
    bool *taken = ALLOC(c->arena, bool, page->pieces.count + 1);
    for (uint32_t i = best_beg; i < best_end; i++)
        taken[i] = !page->pieces.items[i].reason;
    return taken;
}

// --- third guess: what its authors mark as the article

static double rank_of(const Element *e)
{
    if (e->named == NAMED_BODY)
        return str_equal(attribute(e->node, "itemprop"), STR("articleBody")) ? 1.3 : 1.2;
    if (e->node->tag == TAG_ARTICLE)
        return 1;
    if (e->named == NAMED_ARTICLE)
        return .9;
    if (e->node->tag == TAG_MAIN || str_equal(attribute(e->node, "role"), STR("main")))
        return .8;
    return e->node->tag == TAG_BODY ? .5 : 0;
}

static bool *guess_by_marks(const Choice *c)
{
    const HtmlPage *page = c->page;
    uint32_t best = 0;
    double most = 0;
    for (uint32_t i = 0; i < page->elements.count; i++) {
        const Element *e = element_at(page, i);
        double rank = rank_of(e);
        if (rank <= 0)
            continue;
        double score = rank * prose_in(page, e) * (1 - link_density(page, e));
        if (score > most) {
            most = score;
            best = i;
        }
    }
    bool *taken = ALLOC(c->arena, bool, page->pieces.count + 1);
    take_element(page, best, taken);
    return taken;
}

// --- the choice

bool *choose_article(const HtmlPage *page, Arena *arena)
{
    Choice c = {.page = page, .arena = arena};
    const bool *marks = guess_by_marks(&c), *score = guess_by_score(&c), *run = guess_by_run(&c);
    bool *taken = ALLOC(arena, bool, page->pieces.count + 1);
    for (uint32_t i = 0; i < page->pieces.count; i++)
        taken[i] = marks[i] + score[i] + run[i] >= 2;
    return taken;
}
