#include "fetch/robots.h"

static Str take_line(Str text, size_t *at)
{
    size_t beg = *at, end = beg;
    while (end < text.len && text.data[end] != '\n' && text.data[end] != '\r')
        end++;
    *at = end + (end < text.len);
    Str line = str_slice(text, beg, end);
    return str_trim(str_slice(line, 0, str_find(line, STR("#"))));
}

static bool take_rule(Str text, size_t *at, Str *key, Str *value)
{
    while (*at < text.len) {
        Str line = take_line(text, at);
        size_t colon = str_find(line, STR(":"));
        *key = str_trim(str_slice(line, 0, colon));
        *value = str_trim(str_slice(line, colon + 1, line.len));
        if (colon < line.len)
            return true;
    }
    return false;
}

// "*" stands for anything, "$" at the end for the end of the path.
static bool fits(Str pattern, Str path)
{
    bool to_end = str_ends(pattern, STR("$"));
    pattern = str_slice(pattern, 0, pattern.len - to_end);
    size_t star = str_find(pattern, STR("*"));
    Str piece = str_slice(pattern, 0, star);
    if (!str_starts(path, piece))
        return false;
    Str rest = str_slice(path, piece.len, path.len);
    while (star < pattern.len) {
        pattern = str_slice(pattern, star + 1, pattern.len);
        star = str_find(pattern, STR("*"));
        piece = str_slice(pattern, 0, star);
        if (star == pattern.len && to_end)
            return str_ends(rest, piece);
        size_t found = str_find(rest, piece);
        if (found == rest.len && piece.len)
            return false;
        rest = str_slice(rest, found + piece.len, rest.len);
    }
    return !to_end || rest.len == 0;
}

// "Lectern/1.0" in a file means the product "lectern".
static bool names_agent(Str value, Str agent)
{
    size_t len = 0;
    while (len < value.len &&
           (is_alpha(value.data[len]) || value.data[len] == '-' || value.data[len] == '_'))
        len++;
    return str_equal_nocase(str_slice(value, 0, len), agent);
}

typedef struct {
    bool named;   // a group names the agent
    bool allowed; // by the longest pattern
    size_t longest;
} Verdict;

// Of the groups that `agent` heads; empty: those of "*".
static Verdict judge(Str robots, Str agent, Str path)
{
    Verdict verdict = {.allowed = true};
    bool within = false, heads = false;
    Str key, value;
    for (size_t at = 0; take_rule(robots, &at, &key, &value);) {
        if (str_equal_nocase(key, STR("user-agent"))) {
            bool ours = agent.len ? names_agent(value, agent) : str_equal(value, STR("*"));
            within = ours || (within && heads);
            verdict.named |= ours;
            heads = true;
            continue;
        }
        bool allow = str_equal_nocase(key, STR("allow"));
        if (!allow && !str_equal_nocase(key, STR("disallow")))
            continue;
        heads = false;
        bool better = value.len > verdict.longest || (value.len == verdict.longest && allow);
        if (within && value.len && better && fits(value, path)) {
            verdict.allowed = allow;
            verdict.longest = value.len;
        }
    }
    return verdict;
}

bool robots_allow(Str robots, Str agent, Str path)
{
    if (str_starts(robots, STR("\xEF\xBB\xBF")))
        robots = str_slice(robots, 3, robots.len);
    Verdict verdict = judge(robots, agent, path);
    return verdict.named ? verdict.allowed : judge(robots, (Str){0}, path).allowed;
}
