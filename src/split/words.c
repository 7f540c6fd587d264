#include "split/words.h"

#include <stdlib.h>

// All tables are sorted by bytes, for bsearch. The lists hold what newspapers of
// each language abbreviate, English, German, French, Spanish, Italian, Dutch,
// Polish, Czech, the Nordic languages and Russian among them. Where two languages
// disagree, English wins; what is a word in English is left out.

// "We met Gov. Ann Cole."
static const char *const TITLE_WORDS[] = {
    "Adm",    "Ald",  "Amb",  "Asst",    "Atty", "Avv",  "Benj", "Br",    "Brig",  "Capt", "Cdr",
    "Cdre",   "Chas", "Chmn", "Cllr",    "Cmdr", "Col",  "Cols", "Comdr", "Cpl",   "Cpt",  "Det",
    "Dhr",    "Dn",   "Dott", "Dottssa", "Dr",   "Drs",  "Dña",  "Eds",   "Ens",   "Flt",  "Fr",
    "Frl",    "Ft",   "Gen",  "Gens",    "Geo",  "Geom", "Gnr",  "Gov",   "Govs",  "Hon",  "Hr",
    "Ing",    "Insp", "Ir",   "Jas",     "Jos",  "Kpt",  "Lic",  "Lt",    "Lts",   "MM",   "Maj",
    "Messrs", "Mgr",  "Mlle", "Mlles",   "Mme",  "Mmes", "Mons", "Mr",    "Mrs",   "Ms",   "Msgr",
    "Mt",     "Mts",  "Mw",   "Mx",      "Ofc",  "Pfc",  "Pres", "Prof",  "Profs", "Pte",  "Pvt",
    "Rep",    "Reps", "Rev",  "Revs",    "Robt", "Rt",   "Secy", "Sen",   "Sens",  "Sgt",  "Sgts",
    "Sig",    "Sigg", "Skt",  "Spc",     "Spec", "Sqn",  "Sra",  "Srs",   "Srta",  "Ste",  "Sts",
    "Stt",    "Supt", "Thos", "Treas",   "Wg",   "Wm",   "Д-р",  "г-н"};

// "It costs approx. five dollars."
static const char *const INNER_WORDS[] = {
    "N.B",   "a.k.a",  "aanw",  "abzgl",  "aka",   "approx", "attn",   "avg",  "bijv",  "bl.a",
    "bspw",  "bzw",    "c",     "c.-à-d", "c.à.d", "ca",     "cca",    "cf",   "d",     "d.h",
    "d.w.z", "dvs",    "e.g",   "ej",     "encl",  "engl",   "env",    "esp",  "evang", "evtl",
    "excl",  "exkl",   "f.e",   "f.eks",  "franz", "geb",    "ggf",    "i.a",  "i.e",   "i.p.v",
    "i.v.m", "illus",  "incl",  "inkl",   "kath",  "ks",     "m.b.t",  "m.in", "m.n",   "med",
    "misc",  "n.b",    "např",  "np",     "o.a",   "op",     "orig",   "p.ej", "p.ex",  "pga",
    "popř",  "psicol", "págs",  "q.v",    "ref",   "refs",   "resp",   "s",    "s.k",   "s.o",
    "s.u",   "sog",    "t.a.v", "t.ex",   "t.o.v", "tj",     "transl", "tzn",  "tzv",   "tzw",
    "u.a",   "ul",     "urspr", "v",      "verh",  "vgl",    "viz",    "vnw",  "voc",   "vocab",
    "vs",    "w/o",    "z.B",   "z.b",    "zzgl",  "éd",     "Им",     "Кв",   "акад",  "вкл",
    "г",     "г-ж",    "гр",    "изд",    "им",    "кв",     "напр",   "обл",  "пер",   "просп",
    "проф",  "р",      "р-н",   "ред",    "рис",   "рук",    "см",     "ср",   "т.б",   "т.г",
    "т.е",   "т.к",    "т.н",   "тов",    "ул"};

// "See No. 5", but "He said no. Never again."
static const char *const NUMBER_WORDS[] = {
    "Abb",  "Abs",  "Apt",  "Art",     "Arts", "Bd",  "Cat",  "Ch",   "Chap", "Chs", "Cra",  "Eq",
    "Eqs",  "Ext",  "Fig",  "Figs",    "Fl",   "Hwy", "Kap",  "Mk",   "No",   "Nos", "Nr",   "Nrs",
    "N°",   "Nº",   "Op",   "P",       "Prop", "Pt",  "Rdnr", "Rm",   "Rs",   "Rte", "S",    "Sec",
    "Secs", "Sect", "Tel",  "Telefon", "Ver",  "Vol", "Vols", "Ziff", "ago",  "apt", "art",  "ch",
    "chap", "div",  "dom",  "eq",      "eqs",  "ext", "fig",  "figs", "fl",   "gen", "gru",  "lip",
    "lug",  "lun",  "mag",  "maj",     "mar",  "no",  "nos",  "nr",   "n°",   "nº",  "núm",  "op",
    "p",    "par",  "para", "paras",   "pg",   "pgs", "pp",   "pág",  "rte",  "sec", "sect", "tel",
    "vol",  "vols", "вып",  "гл",      "п",    "пп",  "стр",  "т",    "ч",    "№"};

// "It fell on Nov. 8", "It began in Nov. They left."
static const char *const MONTH_WORDS[] = {
    "Abr", "Ago", "Apr",  "Aug",  "Dec",   "Dez",  "Dic",  "Dom", "Ene",  "Feb", "Fri",  "Jan",
    "Jul", "Jun", "Lun",  "Mar",  "Mon",   "Nov",  "Oct",  "Okt", "Ott",  "Sat", "Sep",  "Sept",
    "Set", "Sun", "Thu",  "Thur", "Thurs", "Tue",  "Tues", "Wed", "abr",  "apr", "aug",  "avr",
    "dez", "dic", "déc",  "ene",  "feb",   "févr", "giu",  "jan", "janv", "jue", "juil", "jul",
    "jun", "kwi", "magg", "mié",  "okt",   "ott",  "paź",  "sep", "sept", "sty", "sáb",  "wrz",
    "авг", "апр", "дек",  "мар",  "нояб",  "окт",  "сент", "фев", "февр", "янв"};

// "Tide Inc. Chairman Max Ito", "He runs Tide Inc. It sells boats."
static const char *const EITHER_WORDS[] = {
    "Ala",   "Alta",  "Ariz",  "Ark",   "Assn", "Assoc", "Av",    "Avda",  "Ave",  "B.A",  "B.C",
    "B.Sc",  "Bldg",  "Blvd",  "Bros",  "Bv",   "C.P.A", "Calif", "Chr",   "Cie",  "Co",   "Colo",
    "Cong",  "Conn",  "Corp",  "Cos",   "Ct",   "D.C",   "D.D.S", "Del",   "Dem",  "Dems", "Dept",
    "Dist",  "E.U",   "Ed",    "Ed.D",  "Edw",  "Esq",   "Est",   "Fla",   "Ga",   "Ges",  "GmbH",
    "Gov't", "Govt",  "Hrsg",  "Hs",    "Ill",  "Inc",   "Incs",  "Ind",   "Intl", "J.D",  "Jahrh",
    "Jh",    "Jhd",   "Jhs",   "Jr",    "Kan",  "Kans",  "Kl",    "Ky",    "LLC",  "La",   "Ln",
    "Ltd",   "M.A",   "M.B.A", "M.D",   "M.Sc", "Mass",  "Md",    "Mfg",   "Mich", "Minn", "Mio",
    "Miss",  "Mo",    "Mont",  "Mrd",   "Mtn",  "N.C",   "N.D",   "N.H",   "N.J",  "N.M",  "N.S",
    "N.Y",   "Natl",  "Neb",   "Nebr",  "Nev",  "Okla",  "Ont",   "Ore",   "Oreg", "Pa",   "Ph.D",
    "Pkwy",  "Pl",    "Que",   "R.I",   "R.N",  "RR",    "Rd",    "Repub", "Rwy",  "Ry",   "S.C",
    "S.D",   "Sask",  "Sek",   "Sq",    "Sr",   "St",    "Std",   "Str",   "Tech", "Tenn", "Tex",
    "U.K",   "U.N",   "U.S",   "U.S.A", "Univ", "Va",    "Vt",    "W.Va",  "Wash", "Wis",  "Wyo",
    "assn",  "assoc", "av",    "ave",   "bldg", "blvd",  "boul",  "capt",  "cm",   "co",   "corp",
    "cu",    "dept",  "depts", "dist",  "ed",   "eds",   "elev",  "exec",  "ft",   "gov",  "govt",
    "hr",    "hrs",   "hrsg",  "jr",    "kg",   "kl",    "km",    "lb",    "lbs",  "mi",   "min",
    "mins",  "mio",   "mld",   "mln",   "mm",   "mo",    "mos",   "mph",   "mrd",  "natl", "oz",
    "pct",   "prof",  "pts",   "qt",    "rd",   "secs",  "sek",   "sq",    "st",   "std",  "str",
    "tbsp",  "tech",  "temp",  "tsp",   "univ", "uur",   "wk",    "wks",   "yd",   "yds",  "yr",
    "yrs",   "Ст",    "в",     "вв",    "гг",   "д",     "дол",   "долл",  "квт",  "коп",  "млн",
    "млрд",  "н.э",   "руб",   "ст",    "трлн", "тыс"};

// "They took boats, ropes, etc. Nobody slept."
static const char *const LAST_WORDS[] = {"Etc",  "Ibid", "al",  "btw", "ecc",   "enz", "etc", "ff",
                                         "ibid", "itd",  "itp", "m.m", "o.s.v", "osv", "seq", "u.Ä",
                                         "u.ä",  "usf",  "usw", "др",  "пр",    "т.д", "т.п"};

// "It rose at 6 a.m. Eastern", "He left at 6 p.m. She stayed."
static const char *const TIME_WORDS[] = {"A.M", "P.M", "a.m", "p.m"};

// No names are among them: "Will", "May" and "Mark" are left out.
static const char *const STARTERS[] = {
    "A",          "About",      "Above",       "According",   "Across",       "After",
    "Again",      "Against",    "All",         "Almost",      "Along",        "Already",
    "Also",       "Although",   "Always",      "Amid",        "Among",        "An",
    "And",        "Another",    "Any",         "Anyone",      "Anything",     "Are",
    "Around",     "As",         "Asked",       "At",          "Back",         "Be",
    "Because",    "Been",       "Before",      "Behind",      "Being",        "Below",
    "Besides",    "Between",    "Beyond",      "Both",        "But",          "By",
    "Can",        "Could",      "Despite",     "Did",         "Do",           "Does",
    "Don't",      "Don’t",      "During",      "Each",        "Earlier",      "Either",
    "Else",       "Even",       "Eventually",  "Ever",        "Every",        "Everyone",
    "Everything", "Few",        "Finally",     "First",       "Following",    "For",
    "From",       "Further",    "Furthermore", "Given",       "Had",          "Has",
    "Have",       "Having",     "He",          "He's",        "Hence",        "Her",
    "Here",       "Here's",     "Here’s",      "Hers",        "He’s",         "His",
    "How",        "However",    "I",           "I'd",         "I'll",         "I'm",
    "I've",       "If",         "In",          "Indeed",      "Instead",      "Into",
    "Is",         "It",         "It's",        "Its",         "It’s",         "I’d",
    "I’ll",       "I’m",        "I’ve",        "Just",        "Last",         "Lately",
    "Later",      "Less",       "Let",         "Like",        "Likewise",     "Many",
    "Maybe",      "Meanwhile",  "More",        "Moreover",    "Most",         "Much",
    "My",         "Nearly",     "Neither",     "Never",       "Nevertheless", "Next",
    "No",         "Nobody",     "None",        "Nonetheless", "Nor",          "Not",
    "Nothing",    "Now",        "Of",          "Off",         "Often",        "On",
    "Once",       "One",        "Only",        "Or",          "Other",        "Others",
    "Otherwise",  "Our",        "Out",         "Over",        "Overall",      "Per",
    "Perhaps",    "Previously", "Prior",       "Rather",      "Recently",     "Several",
    "She",        "She's",      "She’s",       "Should",      "Similarly",    "Since",
    "So",         "Some",       "Someone",     "Something",   "Sometimes",    "Soon",
    "Still",      "Such",       "Than",        "That",        "That's",       "That’s",
    "The",        "Their",      "Them",        "Then",        "There",        "There's",
    "Thereafter", "Therefore",  "There’s",     "These",       "They",         "They're",
    "They've",    "They’re",    "They’ve",     "This",        "Those",        "Though",
    "Through",    "Throughout", "Thus",        "To",          "Today",        "Together",
    "Tomorrow",   "Too",        "Toward",      "Two",         "Under",        "Unfortunately",
    "Unless",     "Unlike",     "Until",       "Up",          "Upon",         "Us",
    "Usually",    "Was",        "We",          "We're",       "We've",        "Well",
    "Were",       "We’re",      "We’ve",       "What",        "What's",       "Whatever",
    "What’s",     "When",       "Whenever",    "Where",       "Whereas",      "Whether",
    "Which",      "While",      "Who",         "Whoever",     "Whose",        "Why",
    "With",       "Within",     "Without",     "Would",       "Yes",          "Yesterday",
    "Yet",        "You",        "You're",      "Your",        "You’re"};

// “Why?” Cole asked.
static const char *const SPEECH_VERBS[] = {
    "acknowledged", "added",     "adds",      "admitted",   "agreed",      "announced",
    "answer",       "answered",  "argued",    "ask",        "asked",       "asks",
    "asserted",     "assured",   "began",     "begged",     "bellowed",    "boasted",
    "called",       "cautioned", "charged",   "claimed",    "commented",   "complained",
    "conceded",     "concluded", "confessed", "contended",  "continued",   "countered",
    "cried",        "declared",  "demanded",  "emphasized", "exclaimed",   "exclaims",
    "explained",    "explains",  "gasped",    "growled",    "grumbled",    "hissed",
    "howled",       "inquired",  "insisted",  "insists",    "interjected", "interrupted",
    "joked",        "lamented",  "laughed",   "murmured",   "mutter",      "muttered",
    "noted",        "notes",     "objected",  "observed",   "offered",     "pleaded",
    "pointed",      "pondered",  "posted",    "promised",   "protested",   "queried",
    "questioned",   "quipped",   "recalled",  "recounted",  "reflected",   "remarked",
    "remembered",   "repeated",  "replied",   "replies",    "reply",       "reported",
    "responded",    "responds",  "retorted",  "roared",     "said",        "say",
    "says",         "screamed",  "shot",      "shout",      "shouted",     "shouts",
    "shrieked",     "sighed",    "smiled",    "snapped",    "sneered",     "sobbed",
    "stammered",    "started",   "stated",    "stressed",   "suggested",   "tell",
    "tells",        "testified", "think",     "thinks",     "thought",     "told",
    "tweeted",      "urged",     "vowed",     "wailed",     "warned",      "whisper",
    "whispered",    "whispers",  "wondered",  "writes",     "wrote",       "yell",
    "yelled",       "yells"};

// "It rose at 6 a.m. Eastern", "... at 6 a.m. Monday"
static const char *const TIME_FOLLOWERS[] = {
    "Alaska",    "Apr",     "April",    "Atlantic",  "Aug",       "August",    "BST",
    "Beijing",   "CDT",     "CET",      "CST",       "CT",        "Central",   "Dec",
    "December",  "EDT",     "EST",      "ET",        "Eastern",   "Feb",       "February",
    "Fri",       "Friday",  "Fridays",  "GMT",       "Greenwich", "Hawaii",    "Israel",
    "Jan",       "January", "Jul",      "July",      "Jun",       "June",      "London",
    "MDT",       "MST",     "MT",       "Mar",       "March",     "May",       "Mon",
    "Monday",    "Mondays", "Moscow",   "Mountain",  "Nov",       "November",  "Oct",
    "October",   "PDT",     "PST",      "PT",        "Pacific",   "Sat",       "Saturday",
    "Saturdays", "Sep",     "Sept",     "September", "Sun",       "Sunday",    "Sundays",
    "Thu",       "Thur",    "Thurs",    "Thursday",  "Thursdays", "Tokyo",     "Tue",
    "Tues",      "Tuesday", "Tuesdays", "UTC",       "Wed",       "Wednesday", "Wednesdays"};

// "Figure 2. The pier at dawn."
static const char *const CAPTION_WORDS[] = {
    "Abbildung", "Act",      "Article", "Box",     "Capitolo", "Capitulo", "Case",
    "Chapitre",  "Chapter",  "Chart",   "Example", "Exercise", "Fig",      "Figura",
    "Figure",    "Image",    "Item",    "Kapitel", "Lemma",    "Lesson",   "Level",
    "Map",       "Note",     "Part",    "Phase",   "Photo",    "Plate",    "Point",
    "Problem",   "Question", "Rule",    "Scene",   "Section",  "Stage",    "Step",
    "Tabella",   "Tabelle",  "Tabla",   "Table",   "Tableau",  "Theorem"};

// So short that they might be taken for abbreviations.
static const char *const SHORT_WORDS[] = {
    "ago",  "aid", "air",  "all", "am",  "an",  "and",  "any", "are", "art", "as",  "ask", "at",
    "bad",  "bar", "be",   "bed", "big", "bit", "box",  "boy", "bus", "but", "buy", "by",  "can",
    "car",  "cup", "cut",  "dad", "day", "did", "die",  "do",  "dog", "due", "ear", "eat", "egg",
    "end",  "eye", "far",  "fat", "fee", "few", "fit",  "fix", "fly", "for", "fun", "gas", "get",
    "girl", "go",  "god",  "got", "gun", "guy", "guys", "had", "has", "hat", "he",  "her", "him",
    "his",  "hit", "hot",  "how", "ice", "if",  "ill",  "in",  "is",  "it",  "its", "job", "key",
    "kid",  "law", "led",  "leg", "let", "lie", "low",  "mad", "man", "map", "me",  "men", "met",
    "mix",  "mom", "mud",  "my",  "net", "new", "no",   "not", "now", "of",  "off", "oil", "ok",
    "old",  "on",  "one",  "or",  "our", "out", "own",  "pan", "pay", "per", "pet", "pie", "pig",
    "pot",  "put", "ran",  "raw", "red", "rid", "row",  "run", "sad", "saw", "say", "sea", "see",
    "set",  "she", "shop", "sit", "six", "sky", "so",   "son", "sun", "tax", "tea", "ten", "the",
    "tie",  "tip", "to",   "too", "top", "toy", "try",  "two", "up",  "us",  "use", "war", "was",
    "way",  "we",  "wet",  "who", "why", "win", "wow",  "yes", "yet", "you", "zoo"};

// "Am 3. Oktober kam er."
static const char *const ORDINAL_FOLLOWERS[] = {
    "April",        "Artikel",     "Auflage",      "August",     "Bezirk",       "Bundesliga",
    "Dezember",     "Etage",       "Februar",      "Geburtstag", "Jahrestag",    "Jahrhundert",
    "Jahrhunderts", "Jahrtausend", "Jahrtausends", "Januar",     "Jh",           "Juli",
    "Juni",         "Jänner",      "Kapitel",      "Klasse",     "Lebensjahr",   "Liga",
    "Mai",          "Mal",         "März",         "November",   "Obergeschoss", "Oktober",
    "Platz",        "September",   "Stock",        "Stufe",      "Tag",          "Weltkrieg",
    "Weltkrieges",  "Weltkriegs",  "april",        "august",     "december",     "desember",
    "februar",      "januar",      "juli",         "juni",       "mai",          "maj",
    "mars",         "marts",       "november",     "oktober",    "september",    "Мая",
    "Января"};

static int compare_word(const void *key, const void *item)
{
    return str_compare(*(const Str *)key, str_from(*(const char *const *)item));
}

static bool listed(Str word, const char *const *list, size_t count)
{
    return bsearch(&word, list, count, sizeof *list, compare_word) != NULL;
}

static Abbreviation find_kind(Str word)
{
    static const struct {
        const char *const *words;
        size_t count;
        Abbreviation kind;
    } LISTS[] = {
        {TITLE_WORDS, COUNT(TITLE_WORDS), ABBREVIATION_TITLE},
        {EITHER_WORDS, COUNT(EITHER_WORDS), ABBREVIATION_EITHER},
        {MONTH_WORDS, COUNT(MONTH_WORDS), ABBREVIATION_MONTH},
        {NUMBER_WORDS, COUNT(NUMBER_WORDS), ABBREVIATION_NUMBER},
        {INNER_WORDS, COUNT(INNER_WORDS), ABBREVIATION_INNER},
        {LAST_WORDS, COUNT(LAST_WORDS), ABBREVIATION_LAST},
        {TIME_WORDS, COUNT(TIME_WORDS), ABBREVIATION_TIME},
    };
    for (size_t i = 0; i < COUNT(LISTS); i++)
        if (listed(word, LISTS[i].words, LISTS[i].count))
            return LISTS[i].kind;
    return ABBREVIATION_NONE;
}

enum { LONGEST = 16 }; // bytes of the longest abbreviation that is listed

// Lines set in capitals keep their titles: "SEN. MARIA LOPEZ".
static Abbreviation find_capitals(Str word)
{
    char folded[LONGEST];
    for (size_t i = 0; i < word.len; i++) {
        if (!is_upper(word.data[i]))
            return ABBREVIATION_NONE;
        folded[i] = (char)(i ? to_lower(word.data[i]) : word.data[i]);
    }
    Abbreviation kind = word.len > 1 ? find_kind((Str){folded, word.len}) : ABBREVIATION_NONE;
    bool common = word.len > 2 || str_equal(word, STR("MR")) || str_equal(word, STR("DR"));
    bool safe = common && (kind == ABBREVIATION_TITLE || kind == ABBREVIATION_MONTH);
    return safe ? kind : ABBREVIATION_NONE;
}

Abbreviation abbreviation_of(Str word)
{
    if (word.len == 0 || word.len > LONGEST)
        return ABBREVIATION_NONE;
    Abbreviation kind = find_kind(word);
    return kind == ABBREVIATION_NONE ? find_capitals(word) : kind;
}

bool word_starts_sentences(Str word)
{
    return listed(word, STARTERS, COUNT(STARTERS));
}

bool word_is_no_name(Str word)
{
    static const char *const WORDS[] = {"But", "He", "It", "She", "The", "They", "This", "We"};
    return listed(word, WORDS, COUNT(WORDS));
}

bool word_tells_speech(Str word)
{
    return listed(word, SPEECH_VERBS, COUNT(SPEECH_VERBS));
}

bool word_follows_time(Str word)
{
    return listed(word, TIME_FOLLOWERS, COUNT(TIME_FOLLOWERS));
}

bool word_counts(Str word)
{
    return listed(word, CAPTION_WORDS, COUNT(CAPTION_WORDS));
}

bool word_is_short(Str word)
{
    return listed(word, SHORT_WORDS, COUNT(SHORT_WORDS));
}

bool word_follows_ordinal(Str word)
{
    return listed(word, ORDINAL_FOLLOWERS, COUNT(ORDINAL_FOLLOWERS));
}
