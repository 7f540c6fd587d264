#include "split/foreign.h"

// All tables are sorted by bytes, for bsearch. The lists hold what English
// newspapers abbreviate; what is a word too stands where its neighbours decide.

// "We met Gov. Ann Cole."
static const char *const TITLE_WORDS[] = {
    "Abp",   "Adj",  "Adm",  "Ald",    "Amb",  "Assemb", "Assoc", "Asst", "Att",   "Atty",  "Benj",
    "Bp",    "Br",   "Brig", "Brigs",  "Bro",  "Capt",   "Capts", "Cdr",  "Cdre",  "Ch",    "Chas",
    "Chf",   "Chmn", "Cllr", "Cmdr",   "Col",  "Cols",   "Comdr", "Comm", "Commr", "Const", "Coun",
    "Cpl",   "Cpt",  "Cst",  "Dep",    "Det",  "Dets",   "Dr",    "Drs",  "Dña",   "Eds",   "Ens",
    "Flt",   "Fr",   "Frl",  "Ft",     "Gen",  "Gen'l",  "Genl",  "Gens", "Geo",   "Gnr",   "Gov",
    "Govs",  "Hon",  "Hons", "Hr",     "Insp", "Insps",  "Jas",   "Jos",  "Lieut", "Lt",    "Lts",
    "MSgt",  "Maj",  "Majs", "Messrs", "Mgr",  "Mlle",   "Mlles", "Mme",  "Mmes",  "Mr",    "Mrs",
    "Ms",    "Mses", "Msgr", "Mssrs",  "Mt",   "Mts",    "Mx",    "Ofc",  "Pfc",   "Pres",  "Prof",
    "Profs", "Pte",  "Ptl",  "Pty",    "Pvt",  "Rep",    "Reps",  "Rev",  "Revd",  "Revs",  "Robt",
    "Rt",    "Rvd",  "SSgt", "Sec",    "Secy", "Sen",    "Sens",  "Sgt",  "Sgts",  "Sig",   "Smt",
    "Spc",   "Spec", "Sqn",  "Sra",    "Srta", "Ste",    "Sts",   "Supt", "TSgt",  "Thos",  "Tpr",
    "Treas", "Ven",  "Visc", "Wg",     "Wm"};

// "It costs approx. five dollars."
static const char *const INNER_WORDS[] = {
    "Approx", "Cf",   "E.g",  "Est",  "I.e",    "N.B",  "Viz", "a.k.a", "aka",  "approx",
    "attn",   "avg",  "c",    "c/o",  "ca",     "cf",   "d",   "e.g",   "encl", "esp",
    "est",    "excl", "f.e",  "i.e",  "illus",  "incl", "med", "misc",  "n.b",  "orig",
    "q.v",    "ref",  "refs", "resp", "transl", "v",    "viz", "vocab", "vs",   "w/o"};

// "See No. 5", but "He said no. Never again."
static const char *const NUMBER_WORDS[] = {
    "App",  "Apt",  "Art",   "Arts", "Bk",   "Cat",  "Chap", "Chs",  "Cir",   "Cl",    "Cor",
    "Deut", "Eph",  "Eq",    "Eqs",  "Exod", "Ext",  "Fig",  "Figs", "Fl",    "Gal",   "Heb",
    "Hwy",  "Isa",  "Jer",   "Lev",  "Matt", "Mk",   "No",   "Nos",  "N°",    "Nº",    "Op",
    "P",    "Para", "Paras", "Pg",   "Pp",   "Prop", "Ps",   "Pss",  "Pt",    "Res",   "Rm",
    "Rom",  "Rs",   "Rte",   "S",    "Secs", "Sect", "Ser",  "Supp", "Tel",   "Thess", "Ver",
    "Vol",  "Vols", "app",   "apt",  "art",  "bk",   "ch",   "chap", "chs",   "cl",    "cols",
    "div",  "eq",   "eqs",   "ext",  "fig",  "figs", "fl",   "fn",   "fol",   "gen",   "max",
    "no",   "nos",  "n°",    "nº",   "op",   "p",    "par",  "para", "paras", "pg",    "pgs",
    "pp",   "pt",   "rte",   "sec",  "sect", "ser",  "tel",  "ver",  "vol",   "vols"};

// "It fell on Nov. 8", "It began in Nov. They left."
static const char *const MONTH_WORDS[] = {
    "Apr", "Aug", "Dec", "Feb",  "Febr", "Fri", "Jan",  "Jul",   "Jun", "Mar",  "Mon", "Nov",
    "Oct", "Sat", "Sep", "Sept", "Sun",  "Thu", "Thur", "Thurs", "Tue", "Tues", "Wed", "Weds",
    "apr", "aug", "dec", "feb",  "jan",  "jul", "jun",  "nov",   "oct", "sep",  "sept"};

// "Tide Inc. Chairman Max Ito", "He runs Tide Inc. It sells boats."
static const char *const EITHER_WORDS[] = {
    "A.D",  "Acad", "Amer",  "Ass'n", "Assn",  "Ass’n", "Aust",  "B.A", "B.C.E", "B.Sc",  "Bldg",
    "Brit", "Bros", "C.E",   "C.P.A", "Cie",   "Cong",  "Cres",  "Ct",  "Ctr",   "D.D.S", "Dem",
    "Dems", "Dept", "Depts", "Dist",  "E.U",   "Ed",    "Ed.D",  "Edw", "GmbH",  "Gov't", "Govt",
    "Hts",  "Inst", "Int'l", "Intl",  "Int’l", "J.D",   "Jr",    "M.A", "M.B.A", "M.D",   "M.Sc",
    "Mfg",  "Mtn",  "Nat'l", "Natl",  "Nat’l", "Pl",    "Pop",   "R.N", "RR",    "Repub", "Rwy",
    "Ry",   "Soc",  "Sq",    "Sr",    "St",    "Tech",  "Twp",   "U.K", "U.N",   "U.S",   "U.S.A",
    "Univ", "assn", "assoc", "bbl",   "bldg",  "capt",  "comdr", "cpl", "cu",    "dept",  "depts",
    "dist", "ed",   "eds",   "elev",  "exec",  "gal",   "gals",  "gov", "govt",  "jr",    "lb",
    "lt",   "maj",  "natl",  "oz",    "pop",   "prof",  "pts",   "qt",  "sgt",   "sq",    "st",
    "tbsp", "tech", "temp",  "tsp",   "univ"};

// "He lives near Fargo, N.D. Wheat grows there", "The N.D. Wheat Board"
static const char *const STATE_WORDS[] = {
    "Ala",  "Alta", "Ariz", "Ark",  "B.C",  "Calif", "Colo",  "Conn", "D.C",  "Del",  "Fla",
    "Ga",   "Ill",  "Ind",  "Kan",  "Kans", "Ky",    "La",    "Mass", "Md",   "Mich", "Minn",
    "Miss", "Mo",   "Mont", "N.C",  "N.D",  "N.H",   "N.J",   "N.M",  "N.S",  "N.Y",  "Neb",
    "Nebr", "Nev",  "Okla", "Ont",  "Ore",  "Oreg",  "P.E.I", "P.R",  "Pa",   "Que",  "R.I",
    "S.C",  "S.D",  "Sask", "Tenn", "Tex",  "Va",    "Vt",    "W.Va", "Wash", "Wis",  "Wyo"};

// "He left Foam Corp. Shares fell", "Foam Corp. Chairman Max Ito"
static const char *const TAIL_WORDS[] = {
    "Ave",   "Blvd", "Co",   "Corp", "Cos",  "Esq", "Inc",  "Incs", "LLC", "Ln",
    "Ltd",   "Ph.D", "Pkwy", "Plc",  "Rd",   "ave", "blvd", "cm",   "co",  "corp",
    "ft",    "hr",   "hrs",  "inc",  "inst", "kg",  "kl",   "km",   "lbs", "ltd",
    "m.p.h", "mi",   "min",  "mins", "mm",   "mo",  "mos",  "mph",  "pct", "plc",
    "prox",  "rd",   "secs", "ult",  "wk",   "wks", "yd",   "yds",  "yr",  "yrs"};

// "They took boats, ropes, etc. Nobody slept."
static const char *const LAST_WORDS[] = {"Etc",  "Ibid",    "al",     "btw",    "etc", "ff",
                                         "ibid", "loc.cit", "op.cit", "passim", "seq"};

// "It rose at 6 a.m. Eastern", "He left at 6 p.m. She stayed."
static const char *const TIME_WORDS[] = {"A.M", "P.M", "a.m", "p.m"};

// No names are among them: "Will", "May" and "Mark" are left out.
static const char *const STARTERS[] = {
    "A",         "About",     "Above",      "According",  "Across",     "After",    "Against",
    "All",       "Along",     "Also",       "Although",   "Am",         "Amid",     "Among",
    "An",        "And",       "Another",    "Any",        "Anybody",    "Anyone",   "Anything",
    "Are",       "Around",    "As",         "Aside",      "Asked",      "Asking",   "At",
    "Back",      "Be",        "Because",    "Been",       "Before",     "Behind",   "Being",
    "Below",     "Beneath",   "Beside",     "Besides",    "Between",    "Beyond",   "Both",
    "But",       "By",        "Can",        "Could",      "Despite",    "Did",      "Do",
    "Does",      "During",    "Each",       "Either",     "Else",       "Even",     "Ever",
    "Every",     "Everybody", "Everyone",   "Everything", "Except",     "Few",      "Following",
    "For",       "From",      "Further",    "Given",      "Had",        "Has",      "Have",
    "Having",    "He",        "Her",        "Here",       "Hers",       "Himself",  "His",
    "How",       "I",         "If",         "In",         "Including",  "Inside",   "Into",
    "Is",        "It",        "Its",        "Itself",     "Just",       "Less",     "Let",
    "Like",      "Lots",      "Many",       "Might",      "More",       "Most",     "Much",
    "Must",      "My",        "Neither",    "Never",      "No",         "Nobody",   "None",
    "Nor",       "Not",       "Nothing",    "Now",        "Of",         "Off",      "On",
    "Onto",      "Or",        "Other",      "Others",     "Our",        "Ours",     "Out",
    "Outside",   "Over",      "Overall",    "Per",        "Please",     "Plenty",   "Prior",
    "Quite",     "Rather",    "Regardless", "Same",       "Seldom",     "Several",  "Shall",
    "She",       "Should",    "Since",      "So",         "Some",       "Somebody", "Someone",
    "Something", "Speaking",  "Still",      "Such",       "Than",       "Thanks",   "That",
    "The",       "Their",     "Theirs",     "Them",       "Themselves", "Then",     "There",
    "These",     "They",      "This",       "Those",      "Though",     "Through",  "Throughout",
    "Till",      "To",        "Too",        "Toward",     "Towards",    "Unable",   "Under",
    "Unless",    "Unlike",    "Until",      "Up",         "Upon",       "Us",       "Via",
    "Was",       "We",        "Well",       "Were",       "What",       "Whatever", "When",
    "Whenever",  "Where",     "Whereas",    "Wherever",   "Whether",    "Which",    "Whichever",
    "While",     "Who",       "Whoever",    "Whom",       "Whose",      "Why",      "With",
    "Within",    "Without",   "Would",      "Yes",        "Yet",        "You",      "Your",
    "Yours"};

static const char *const STARTERS_ADVERBS[] = {
    "Additionally", "Again",         "Almost",       "Already",     "Always",        "Apparently",
    "Certainly",    "Clearly",       "Consequently", "Currently",   "Dozens",        "Earlier",
    "Eight",        "Eventually",    "Finally",      "First",       "Five",          "Formerly",
    "Fortunately",  "Four",          "Furthermore",  "Half",        "Hardly",        "Hence",
    "Hopefully",    "However",       "Hundreds",     "Importantly", "Indeed",        "Initially",
    "Instead",      "Interestingly", "Ironically",   "Last",        "Lately",        "Later",
    "Likewise",     "Maybe",         "Meanwhile",    "Millions",    "Moreover",      "Nearly",
    "Nevertheless", "Next",          "Nine",         "Nonetheless", "Notably",       "Nowadays",
    "Obviously",    "Often",         "Once",         "One",         "Only",          "Originally",
    "Otherwise",    "Perhaps",       "Possibly",     "Presumably",  "Previously",    "Probably",
    "Rarely",       "Recently",      "Seven",        "Similarly",   "Six",           "Sometimes",
    "Soon",         "Subsequently",  "Surely",       "Ten",         "Thankfully",    "Thereafter",
    "Therefore",    "Thousands",     "Three",        "Thus",        "Today",         "Together",
    "Tomorrow",     "Tonight",       "Two",          "Ultimately",  "Unfortunately", "Usually",
    "Yesterday"};

static const char *const STARTERS_SHORTENED[] = {
    "Aren't",  "Aren’t",  "Can't",   "Can’t",   "Couldn't", "Couldn’t", "Didn't",  "Didn’t",
    "Doesn't", "Doesn’t", "Don't",   "Don’t",   "He'd",     "He'll",    "He's",    "Here's",
    "Here’s",  "He’d",    "He’ll",   "He’s",    "How's",    "How’s",    "I'd",     "I'll",
    "I'm",     "I've",    "Isn't",   "Isn’t",   "It'll",    "It's",     "It’ll",   "It’s",
    "I’d",     "I’ll",    "I’m",     "I’ve",    "She'd",    "She'll",   "She's",   "She’d",
    "She’ll",  "She’s",   "That's",  "That’s",  "There'd",  "There's",  "There’d", "There’s",
    "They'd",  "They'll", "They're", "They've", "They’d",   "They’ll",  "They’re", "They’ve",
    "Wasn't",  "Wasn’t",  "We'd",    "We'll",   "We're",    "We've",    "Weren't", "Weren’t",
    "We’d",    "We’ll",   "We’re",   "We’ve",   "What's",   "What’s",   "Where's", "Where’s",
    "Who's",   "Who’s",   "Won't",   "Won’t",   "You'd",    "You'll",   "You're",  "You've",
    "You’d",   "You’ll",  "You’re",  "You’ve"};

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

// "She took vitamin C."
static const char *const LETTERED_WORDS[] = {
    "Appendix",  "Block",   "Category",  "Class",   "Exhibit",  "Figure",   "Grade",   "Group",
    "Hepatitis", "Model",   "Option",    "Part",    "Plan",     "Schedule", "Section", "Type",
    "Unit",      "Vitamin", "appendix",  "block",   "category", "class",    "exhibit", "figure",
    "grade",     "group",   "hepatitis", "level",   "line",     "model",    "option",  "part",
    "pier",      "plan",    "platform",  "point",   "room",     "schedule", "section", "session",
    "team",      "type",    "unit",      "version", "vitamin"};

// "Newark, N.J. Mayor Ito"
static const char *const OFFICE_WORDS[] = {
    "Attorney",     "Board",        "Chamber",     "Chief",         "Circuit",    "Circuits",
    "City",         "Commissioner", "Congressman", "Congresswoman", "Convention", "Council",
    "Councilman",   "Councilwoman", "Court",       "Delegate",      "Democrat",   "Democrats",
    "Department",   "District",     "Fire",        "Governor",      "Mayor",      "Metro",
    "Metropolitan", "National",     "Police",      "Public",        "Regional",   "Representative",
    "Republican",   "Republicans",  "Senator",     "Sheriff",       "State",      "Superior",
    "Supreme",      "Town",         "University",  "area"};

// "am 3. Mai", "den 3. maj"
static const char *const ORDINAL_DETERMINERS[] = {
    "Am",  "Das",   "Den",   "Der",  "Det",  "Die",   "Ein",   "Eine",  "Einen", "Im",
    "Vom", "Zum",   "Zur",   "ab",   "am",   "bis",   "das",   "dem",   "den",   "der",
    "des", "det",   "die",   "ein",  "eine", "einem", "einen", "einer", "im",    "in",
    "ins", "jeden", "jeder", "seit", "til",  "vom",   "zu",    "zum",   "zur"};

static Abbreviation find_in(Str word, const WordTable *tables)
{
    for (int kind = ABBREVIATION_NONE + 1; kind < ABBREVIATIONS; kind++)
        if (str_in_sorted(word, tables[kind].words, tables[kind].count))
            return (Abbreviation)kind;
    return ABBREVIATION_NONE;
}

static Abbreviation find_english(Str word)
{
    static const WordTable TABLES[ABBREVIATIONS] = {
        [ABBREVIATION_TITLE] = {TITLE_WORDS, COUNT(TITLE_WORDS)},
        [ABBREVIATION_INNER] = {INNER_WORDS, COUNT(INNER_WORDS)},
        [ABBREVIATION_NUMBER] = {NUMBER_WORDS, COUNT(NUMBER_WORDS)},
        [ABBREVIATION_MONTH] = {MONTH_WORDS, COUNT(MONTH_WORDS)},
        [ABBREVIATION_STATE] = {STATE_WORDS, COUNT(STATE_WORDS)},
        [ABBREVIATION_EITHER] = {EITHER_WORDS, COUNT(EITHER_WORDS)},
        [ABBREVIATION_TAIL] = {TAIL_WORDS, COUNT(TAIL_WORDS)},
        [ABBREVIATION_LAST] = {LAST_WORDS, COUNT(LAST_WORDS)},
        [ABBREVIATION_TIME] = {TIME_WORDS, COUNT(TIME_WORDS)},
    };
    return find_in(word, TABLES);
}

// Names of foreign firms and people keep their abbreviations, so English ones
// count in every language, behind its own; where the language is unknown, they
// go first.
static Abbreviation find_kind(Str word, Family family)
{
    if (family == FAMILY_ENGLISH)
        return find_english(word);
    Abbreviation kind = family == FAMILY_UNKNOWN ? find_english(word) : ABBREVIATION_NONE;
    for (size_t i = 0; i < FOREIGN_COUNT && kind == ABBREVIATION_NONE; i++)
        if (family == FAMILY_UNKNOWN || family == FOREIGN[i].family)
            kind = find_in(word, FOREIGN[i].abbreviations);
    return kind == ABBREVIATION_NONE && family != FAMILY_UNKNOWN ? find_english(word) : kind;
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
    Abbreviation kind = word.len > 1 ? find_english((Str){folded, word.len}) : ABBREVIATION_NONE;
    bool common = word.len > 2 || str_equal(word, STR("MR")) || str_equal(word, STR("DR"));
    bool safe = common && (kind == ABBREVIATION_TITLE || kind == ABBREVIATION_MONTH);
    return safe ? kind : ABBREVIATION_NONE;
}

Abbreviation abbreviation_of(Str word, Family family)
{
    if (word.len == 0 || word.len > LONGEST)
        return ABBREVIATION_NONE;
    Abbreviation kind = find_kind(word, family);
    return kind == ABBREVIATION_NONE ? find_capitals(word) : kind;
}

bool word_starts_sentences(Str word, Family family)
{
    bool starts = str_in_sorted(word, STARTERS, COUNT(STARTERS)) ||
                  str_in_sorted(word, STARTERS_ADVERBS, COUNT(STARTERS_ADVERBS)) ||
                  str_in_sorted(word, STARTERS_SHORTENED, COUNT(STARTERS_SHORTENED));
    for (size_t i = 0; i < FOREIGN_COUNT && !starts; i++)
        if (family == FAMILY_UNKNOWN || family == FOREIGN[i].family)
            starts = str_in_sorted(word, FOREIGN[i].starters.words, FOREIGN[i].starters.count);
    return starts;
}

bool word_is_no_name(Str word)
{
    static const char *const WORDS[] = {"But", "He", "It", "She", "The", "They", "This", "We"};
    return str_in_sorted(word, WORDS, COUNT(WORDS));
}

bool word_tells_speech(Str word)
{
    return str_in_sorted(word, SPEECH_VERBS, COUNT(SPEECH_VERBS));
}

bool word_follows_time(Str word)
{
    return str_in_sorted(word, TIME_FOLLOWERS, COUNT(TIME_FOLLOWERS));
}

bool word_counts(Str word)
{
    return str_in_sorted(word, CAPTION_WORDS, COUNT(CAPTION_WORDS));
}

bool word_is_short(Str word)
{
    return str_in_sorted(word, SHORT_WORDS, COUNT(SHORT_WORDS));
}

bool word_follows_ordinal(Str word)
{
    return str_in_sorted(word, ORDINAL_FOLLOWERS, COUNT(ORDINAL_FOLLOWERS));
}

bool word_takes_letter(Str word)
{
    return str_in_sorted(word, LETTERED_WORDS, COUNT(LETTERED_WORDS));
}

bool word_is_office(Str word)
{
    return str_in_sorted(word, OFFICE_WORDS, COUNT(OFFICE_WORDS));
}

bool word_precedes_ordinal(Str word)
{
    return str_in_sorted(word, ORDINAL_DETERMINERS, COUNT(ORDINAL_DETERMINERS));
}
