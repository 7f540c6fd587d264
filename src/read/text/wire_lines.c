#include "read/text/wire_lines.h"

#include "read/match.h"

enum { SLUG_MAX = 90, TRAILER_MAX = 40, LABEL_MAX = 40 };

// Digits at the end of a line: the number of words.
static size_t last_digits(Str line)
{
    size_t count = 0;
    while (count < line.len && is_digit(line.data[line.len - 1 - count]))
        count++;
    return count;
}

bool is_wire_slug(Str line)
{
    if (line.len < 8 || line.len > SLUG_MAX || line.data[2] != '-')
        return false;
    size_t digits = last_digits(line);
    bool counted = digits >= 3 && digits <= 5 && line.data[line.len - 1 - digits] == ',';
    bool lead = str_ends(line, STR("Writethru")) || str_ends(line, STR(" Ld"));
    return (counted || lead) && is_upper(line.data[0]) && is_upper(line.data[1]);
}

Str wire_headline(Str line)
{
    bool marked = line.len > 2 && line.data[0] == '^' && line.data[line.len - 1] == '<';
    return marked ? str_trim(str_slice(line, 1, line.len - 1)) : (Str){0};
}

// "AP-NY-11-23-26 0912EST<": who sent it when.
static bool is_trailer(Str line)
{
    size_t digits = 0, joints = 0;
    if (line.len < 12 || line.len > TRAILER_MAX || !is_upper(line.data[0]))
        return false;
    for (size_t i = 0; i < line.len; i++) {
        char c = line.data[i];
        if (!is_upper(c) && !is_digit(c) && !strchr("- :<", c))
            return false;
        digits += is_digit(c) != 0;
        joints += c == '-';
    }
    return digits >= 8 && joints >= 3;
}

const char *wire_line_reason(Str line)
{
    static const char *const STARTS[] = {"Eds:",
                                         "Eds.:",
                                         "Eds: ",
                                         "Editors:",
                                         "Attention Editors",
                                         "With AP Photo",
                                         "With: AP Photo",
                                         "AP Photos pursuing",
                                         "AP Photo planned"};
    if (any_starts(line, STARTS, COUNT(STARTS)))
        return "note to editors";
    return is_trailer(line) ? "wire mark" : NULL;
}

bool is_contact_label(Str line)
{
    static const char *const LABELS[] = {"Contact:",
                                         "Contacts:",
                                         "Media contact:",
                                         "Media contacts:",
                                         "Press contact:",
                                         "Press contacts:",
                                         "Contact information:",
                                         "Media inquiries:",
                                         "For more information:",
                                         "For more information, contact:"};
    return line.len <= LABEL_MAX && any_equals(line, LABELS, COUNT(LABELS));
}
