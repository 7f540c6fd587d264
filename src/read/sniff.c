#include "read/sniff.h"

#include "read/match.h"

Str sniffed(Str head)
{
    return str_trim(str_starts(head, STR("\xEF\xBB\xBF")) ? str_slice(head, 3, head.len) : head);
}

static Str behind(Str s, Str mark)
{
    return str_trim(str_slice(s, str_find(s, mark) + mark.len, s.len));
}

Str root_element(Str head)
{
    Str s = sniffed(head);
    for (;;) {
        if (str_starts(s, STR("<!--")))
            s = behind(s, STR("-->"));
        else if (str_starts(s, STR("<?")))
            s = behind(s, STR("?>"));
        else if (str_starts(s, STR("<!")) && str_find(s, STR("[")) < str_find(s, STR(">")))
            s = behind(behind(s, STR("]")), STR(">"));
        else if (str_starts(s, STR("<!")))
            s = behind(s, STR(">"));
        else
            break;
    }
    size_t end = 1;
    while (end < s.len && !is_space(s.data[end]) && s.data[end] != '>' && s.data[end] != '/')
        end++;
    bool named = end > 1 && end < s.len && s.data[0] == '<' && is_alpha(s.data[1]);
    return named ? str_slice(s, 1, end) : (Str){0};
}

bool type_is_any(const Source *source, const char *const *types, size_t count)
{
    Str type = source->content_type;
    type = str_trim(str_slice(type, 0, str_find(type, STR(";"))));
    return any_equals(type, types, count);
}
