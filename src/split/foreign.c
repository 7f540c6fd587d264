// Abbreviations of languages other than English, with the words that begin
// their sentences: what their newspapers shorten, gathered family by family.
// Lists are sorted by bytes, for the search by halves.
#include "split/foreign.h"

// German, Dutch, Danish, Norwegian, Swedish: "Er kam z. B. mit Hrn. Ito."
static const char *const GERMANIC_TITLE[] = {
    "Abg", "Bgm",  "Dhr",  "Dipl",  "Dir", "Dr",   "Ds",  "Fa",   "Fam",  "Fr",  "Frl", "Gebr",
    "Hl",  "Hptm", "Hr",   "Hrn",   "Ing", "Ir",   "Jhr", "Kdt",  "Kpt",  "Ltn", "Mag", "Mevr",
    "Mr",  "Mw",   "Prof", "Sankt", "Skt", "St",   "Stt", "Univ", "dhr",  "dr",  "drs", "ds",
    "frk", "hr",   "ing",  "ir",    "jhr", "mevr", "mr",  "mw",   "prof", "skt", "st"};

static const char *const GERMANIC_INNER[] = {
    "Bijv",  "Bsp",   "Bspw",  "Bv",    "Ca",      "Evtl",   "Ggf",    "Inkl",   "Jf",     "Jfr",
    "Lt",    "Sog",   "Vgl",   "aanw",  "abzgl",   "ang",    "angebl", "beispw", "bes",    "betr",
    "bijv",  "bl.a",  "bspw",  "bv",    "bzgl",    "bzw",    "c.q",    "ca",     "cirka",  "d.h",
    "d.i",   "d.w.z", "dvs",   "ehem",  "einschl", "engl",   "enl",    "entspr", "etc.pp", "ev",
    "evang", "evtl",  "exkl",  "f.eks", "f.k.a",   "fr.o.m", "franz",  "frz",    "fx",     "geb",
    "gem",   "gest",  "ggf",   "ggfs",  "griech",  "h.c",    "habil",  "i.A",    "i.S",    "i.V",
    "i.a",   "i.d.R", "i.d.S", "i.e",   "i.p.v",   "i.v.m",  "iht",    "inkl",   "insb",   "insbes",
    "ital",  "jf",    "jfr",   "jur",   "kath",    "lat",    "lt",     "m.A.n",  "m.E",    "m.W",
    "m.a.W", "m.b.t", "m.m.v", "m.n",   "m.v.t",   "med",    "mht",    "mind",   "mm.v",   "nat",
    "näml",  "o.a",   "o.g",   "o.l.v", "od",      "omstr",  "pga",    "phil",   "rer",    "resp",
    "röm",   "s.k",   "s.o",   "s.u",   "sog",     "span",   "t.a.v",  "t.d",    "t.ex",   "t.o.m",
    "t.o.v", "t/m",   "theol", "u.U",   "u.a",     "u.d.T",  "u.z",    "ung",    "urspr",  "v.a",
    "verh",  "vgl",   "vnw",   "wg",    "z.B",     "z.H",    "z.T",    "z.Z",    "z.Zt",   "z.b",
    "z.o",   "z.s",   "zgl",   "zw",    "zzgl",    "üblw"};

static const char *const GERMANIC_NUMBER[] = {
    "Abb",  "Abs", "Abschn", "Afb",  "Anh",   "Anm", "Art",  "Aufl", "Bd",  "Bde", "Bild",
    "Blz",  "Fig", "Fn",     "Hfst", "Jg",    "Kap", "Kl",   "Lfg",  "Nr",  "Nrn", "Pkt",
    "Rdnr", "Rn",  "Rz",     "S",    "Seite", "Sp",  "Tab",  "Tel",  "Tlf", "Tz",  "Zif",
    "Ziff", "afb", "afd",    "art",  "blz",   "fig", "hfst", "kap",  "kl",  "klo", "maks",
    "max",  "min", "nr",     "pkt",  "sid",   "tel", "tlf"};

static const char *const GERMANIC_MONTH[] = {
    "Apr",  "Aug", "Dez", "Feb",  "Febr", "Jan", "Jul", "Jun", "Mrz", "Mär",
    "Nov",  "Okt", "Sep", "Sept", "apr",  "aug", "dec", "des", "dez", "feb",
    "febr", "jan", "jul", "jun",  "maj",  "mrt", "nov", "okt", "sep", "sept"};

static const char *const GERMANIC_EITHER[] = {
    "B.V",  "Chr",  "Co",   "EUR", "Ges",  "Hg",    "Hrsg",  "Hs",  "Jahrh", "Jh",  "Jhd",
    "Jhdt", "Jhs",  "Ldkr", "Mia", "Mill", "Min",   "Mio",   "Mrd", "N.V",   "Pl",  "Sek",
    "Std",  "Str",  "Strb", "Tsd", "a.D",  "a.M",   "a.d.Ä", "d.J", "d.Ä",   "e.V", "ed",
    "eds",  "hrsg", "i.R",  "jh",  "kr",   "mia",   "mio",   "mld", "mln",   "mrd", "n.Chr",
    "s.a",  "sek",  "std",  "str", "u.Z",  "v.Chr", "vol"};

static const char *const GERMANIC_LAST[] = {
    "Etc",   "e.d",   "enz",   "etc", "f",     "ff",  "i.a", "m.a", "m.fl",
    "m.m",   "m.v",   "o.dgl", "o.l", "o.s.v", "o.Ä", "o.ä", "osv", "u.dgl",
    "u.s.w", "u.v.a", "u.v.m", "u.Ä", "u.ä",   "usf", "usw"};

static const char *const GERMANIC_STARTERS[] = {
    "Aber",    "Af",       "Allerdings", "Als",     "Am",     "An",      "Auch",    "Auf",
    "Aus",     "Außerdem", "Av",         "Bei",     "Beim",   "Bij",     "Da",      "Daar",
    "Daarom",  "Dabei",    "Dafür",      "Dagegen", "Daher",  "Damit",   "Dan",     "Danach",
    "Dann",    "Daran",    "Darauf",     "Daraus",  "Darin",  "Darum",   "Darüber", "Das",
    "Dass",    "Dat",      "De",         "Dem",     "Den",    "Denn",    "Dennoch", "Der",
    "Des",     "Deshalb",  "Dessa",      "Det",     "Detta",  "Dette",   "Deze",    "Die",
    "Dies",    "Diese",    "Diesem",     "Diesen",  "Dieser", "Dieses",  "Disse",   "Dit",
    "Doch",    "Dort",     "Durch",      "Där",     "Då",     "Een",     "Efter",   "Ein",
    "Eine",    "Einem",    "Einen",      "Einer",   "En",     "Enligt",  "Er",      "Erst",
    "Es",      "Et",       "Ett",        "For",     "Fra",    "Från",    "För",     "Für",
    "Geen",    "Gegen",    "Gestern",    "Han",     "Her",    "Het",     "Heute",   "Hier",
    "Hij",     "Hinter",   "Hon",        "Hun",     "Hvad",   "Hvem",    "Hvis",    "Här",
    "I",       "Ich",      "Ifølge",     "Ihr",     "Ihre",   "Ik",      "Ikke",    "Im",
    "In",      "Inte",     "Ist",        "Ja",      "Jag",    "Je",      "Jede",    "Jeder",
    "Jedoch",  "Jeg",      "Jetzt",      "Kein",    "Keine",  "Maar",    "Man",     "Med",
    "Men",     "Met",      "Mit",        "Na",      "Naar",   "Nach",    "Nachdem", "Neben",
    "Nein",    "Nicht",    "Niet",       "Noch",    "Nu",     "Nun",     "Nur",     "När",
    "Når",     "Ob",       "Och",        "Också",   "Oder",   "Og",      "Også",    "Ohne",
    "Om",      "Ook",      "Op",         "Over",    "På",     "Schon",   "Sei",     "Sein",
    "Seine",   "Seit",     "Sie",        "So",      "Sobald", "Sogar",   "Solche",  "Som",
    "Sondern", "Später",   "Så",         "Te",      "Til",    "Till",    "Toch",    "Toen",
    "Tot",     "Trotz",    "Trotzdem",   "Uit",     "Um",     "Und",     "Unter",   "Vad",
    "Van",     "Ved",      "Vem",        "Vi",      "Vid",    "Volgens", "Vom",     "Von",
    "Voor",    "Vor",      "Waar",       "War",     "Was",    "Wat",     "We",      "Weil",
    "Weiter",  "Welche",   "Wenn",       "Wer",     "Wie",    "Wij",     "Wir",     "Wo",
    "Während", "Ze",       "Zij",        "Zo",      "Zu",     "Zum",     "Zur",     "Zuvor",
    "Zwar",    "Zwischen", "Über"};

// French, Spanish, Italian, Portuguese, Romanian: "El Sr. Lowe lee la pág. 5."
static const char *const ROMANCE_TITLE[] = {
    "Abg",     "Acad",  "Arch",  "Arq",    "Avv",  "Cap",   "Capt", "Card", "Cdt",   "Cel",
    "Cmdte",   "Cnel",  "Col",   "Cte",    "Dir",  "Dl",    "Dn",   "Dna",  "Dom",   "Dott",
    "Dottssa", "Dr",    "Dra",   "Dras",   "Dres", "Drs",   "Dª",   "Dña",  "Egr",   "Em",
    "Eng",     "Exma",  "Exmo",  "Fr",     "Gen",  "Gent",  "Geom", "Gral", "Ilmo",  "Ing",
    "Lic",     "Licda", "MM",    "Mar",    "Me",   "Mes",   "Mgr",  "Mlle", "Mlles", "Mme",
    "Mmes",    "Mons",  "Mtra",  "Mtro",   "On",   "Onn",   "Pbro", "Pdte", "Pe",    "Pr",
    "Pres",    "Prof",  "Profa", "Profra", "Rag",  "Rev",   "Sf",   "Sgto", "Sig",   "Sigg",
    "Sigra",   "Spett", "Sr",    "Sra",    "Sras", "Sres",  "Srs",  "Srta", "Srtas", "St",
    "Sta",     "Ste",   "Sto",   "Ten",    "Tte",  "V.Cte", "Vve",  "arch", "avv",   "dl",
    "dna",     "dott",  "dr",    "geom",   "ing",  "mons",  "on",   "prof", "proff", "psicol",
    "rag",     "sig",   "sigg",  "sr",     "sra",  "sta",   "sto"};

static const char *const ROMANCE_INNER[] = {
    "Aprox", "Cf",  "Cfr", "Ej",   "Es",    "Ex",   "Vd",   "Véase", "aprox", "c.-à-d",
    "c.à.d", "ca",  "cf",  "cfr",  "circa", "e.g",  "ej",   "engl",  "env",   "fr",
    "i.e",   "lat", "p.e", "p.ej", "p.es",  "p.ex", "v.gr", "vs",    "éd"};

static const char *const ROMANCE_NUMBER[] = {
    "Abr",  "Ago",  "Apdo", "Apr",  "Art",  "Arts", "Avr",  "Cap",  "Chap", "Cra",  "Dez",  "Dic",
    "Dim",  "Dom",  "Déc",  "Ene",  "Ext",  "Feb",  "Fev",  "Fig",  "Figs", "Fév",  "Févr", "Gen",
    "Gio",  "Giu",  "Jan",  "Janv", "Jeu",  "Jue",  "Juil", "Juin", "Jul",  "Jun",  "Lug",  "Lun",
    "Mag",  "Mar",  "May",  "Mer",  "Mié",  "No",   "Nos",  "Nov",  "Nr",   "N°",   "Nº",   "Núm",
    "Núms", "Oct",  "Ott",  "Out",  "Pag",  "Pág",  "Págs", "Sab",  "Sam",  "Sec",  "Sep",  "Sept",
    "Set",  "Sett", "Sez",  "Sáb",  "Tab",  "Tel",  "Tfno", "Tlf",  "Ven",  "Vie",  "Vol",  "Vols",
    "abr",  "ago",  "all",  "apdo", "apr",  "art",  "arts", "artt", "avr",  "c",    "cap",  "caps",
    "chap", "cl",   "dez",  "dic",  "dim",  "dom",  "déc",  "ene",  "ext",  "fasc", "feb",  "fev",
    "fig",  "figg", "figs", "fl",   "fév",  "févr", "gen",  "gio",  "giu",  "h",    "int",  "jan",
    "janv", "jeu",  "jue",  "juil", "juin", "jul",  "jun",  "lib",  "lug",  "lun",  "mag",  "mar",
    "may",  "mer",  "mié",  "n",    "n.o",  "n.º",  "nn",   "no",   "nos",  "nov",  "nr",   "num",
    "n°",   "nº",   "núm",  "núms", "oct",  "ott",  "out",  "p",    "pag",  "pagg", "par",  "pp",
    "pág",  "págs", "pár",  "réf",  "s",    "sab",  "sam",  "sec",  "secc", "sep",  "sept", "set",
    "sett", "sez",  "sáb",  "séc",  "t",    "tab",  "tel",  "tfno", "tlf",  "ven",  "vie",  "vol",
    "vols", "vv",   "§"};

static const char *const ROMANCE_EITHER[] = {
    "A.C",   "Av",   "Avda",  "Bd",    "Bld",   "Boul",  "C.so",  "Chr", "Cia", "Cie",    "Co",
    "Cía",   "D.C",  "Dep",   "Depto", "Dpto",  "E.U.A", "EE.UU", "EUA", "Exa", "FF.AA",  "Hs",
    "Inc",   "J.-C", "Jr",    "L.go",  "Ltda",  "P.zza", "Pl",    "Pte", "Pza", "R.L",    "S.A",
    "S.A.S", "S.L",  "S.N.C", "S.p.A", "S.r.l", "Str",   "U.E",   "UU",  "Ud",  "Uds",    "Univ",
    "V.E",   "V.le", "Vd",    "Vds",   "a.C",   "av",    "avda",  "ave", "bd",  "boul",   "cm",
    "d.C",   "dept", "depto", "dpto",  "ed",    "edd",   "hab",   "hs",  "jr",  "kg",     "km",
    "m",     "min",  "mld",   "mln",   "mn",    "pl",    "pts",   "pza", "seg", "sig.ra", "ss",
    "str",   "trad", "u.s.w", "univ",  "urb"};

static const char *const ROMANCE_LAST[] = {"Etc",  "al",  "ecc",  "etc", "ibid", "ibíd",     "seg",
                                           "segg", "sgg", "sigs", "sqq", "ss",   "st.d.arte"};

static const char *const ROMANCE_STARTERS[] = {
    "A",       "Această",     "Acest",     "Además",   "Agora",     "Ahora",   "Ai",
    "Ainsi",   "Al",          "Ali",       "Alla",     "Allora",    "Allí",    "Alors",
    "Além",    "Anche",       "Ancora",    "Antes",    "Ao",        "Après",   "Após",
    "Aquel",   "Aquele",      "Aquí",      "As",       "Assim",     "Así",     "Até",
    "Au",      "Aujourd'hui", "Aunque",    "Aussi",    "Aux",       "Avant",   "Avec",
    "Ayer",    "Car",         "Ce",        "Cela",     "Cependant", "Ces",     "Cet",
    "Cette",   "Che",         "Chez",      "Chi",      "Com",       "Come",    "Comme",
    "Comment", "Como",        "Con",       "Cosa",     "Così",      "Cu",      "Cuando",
    "Cum",     "Cuándo",      "Când",      "Cómo",     "Da",        "Dal",     "Dans",
    "Dar",     "Depois",      "Depuis",    "Des",      "Desde",     "Después", "Din",
    "Donc",    "Donde",       "Dopo",      "Dove",     "Du",        "După",    "Durante",
    "Dónde",   "E",           "Ea",        "Ed",       "Egli",      "Ei",      "El",
    "Ela",     "Elas",        "Ele",       "Eles",     "Ella",      "Ellas",   "Elle",
    "Elles",   "Ellos",       "Em",        "Embora",   "En",        "Enfin",   "Enquanto",
    "Ensuite", "Entonces",    "Entre",     "Então",    "Era",       "Es",      "Esa",
    "Ese",     "Eso",         "Essa",      "Esse",     "Esta",      "Estas",   "Este",
    "Esto",    "Estos",       "Et",        "Eu",       "Foi",       "Fra",     "Fue",
    "Gli",     "Ha",          "Hasta",     "Hay",      "Hier",      "Hoje",    "Hoy",
    "Há",      "I",           "Ici",       "Ieri",     "Il",        "Ils",     "In",
    "Io",      "Isso",        "Isto",      "Je",       "Já",        "La",      "Las",
    "Le",      "Lei",         "Les",       "Leur",     "Leurs",     "Lo",      "Loro",
    "Lorsque", "Los",         "Luego",     "Lui",      "Là",        "Ma",      "Mais",
    "Mas",     "Mentre",      "Mes",       "Mi",       "Mientras",  "Mis",     "Mon",
    "Muito",   "Muy",         "Más",       "Na",       "Nadie",     "Nas",     "Nei",
    "Nel",     "Nella",       "Ni",        "Ninguém",  "No",        "Noi",     "Non",
    "Nos",     "Nosotros",    "Nous",      "Nu",       "Não",       "Nós",     "O",
    "Oggi",    "On",          "Onde",      "Ontem",    "Or",        "Os",      "Ou",
    "Oui",     "Où",          "Par",       "Para",     "Parce",     "Pas",     "Pe",
    "Pendant", "Per",         "Perché",    "Pero",     "Però",      "Plus",    "Poi",
    "Por",     "Porque",      "Pour",      "Pourquoi", "Pourtant",  "Prima",   "Puis",
    "Quand",   "Quando",      "Que",       "Quel",     "Quella",    "Quelle",  "Quello",
    "Quem",    "Questa",      "Queste",    "Questi",   "Questo",    "Qui",     "Quien",
    "Quién",   "Quoi",        "Qué",       "Sa",       "Sans",      "Se",      "Secondo",
    "Segundo", "Según",       "Selon",     "Sem",      "Senza",     "Ses",     "Seu",
    "Seus",    "Si",          "Sim",       "Sin",      "Sobre",     "Son",     "Sono",
    "Sous",    "Su",          "Sua",       "Suas",     "Sunt",      "Sur",     "Sus",
    "São",     "Sì",          "Sí",        "También",  "Todo",      "Todos",   "Tous",
    "Tout",    "Toute",       "Toutefois", "Toutes",   "Tra",       "Tras",    "Très",
    "Tu",      "Tudo",        "Tutti",     "Tutto",    "Tú",        "Um",      "Uma",
    "Un",      "Una",         "Unas",      "Unde",     "Une",       "Uno",     "Unos",
    "Usted",   "Vers",        "Você",      "Voi",      "Vous",      "Y",       "Ya",
    "Yo",      "À",           "Às",        "Ça",       "È",         "Él",      "În",
    "Și"};

// Polish, Czech, Slovak: "Ks. Nowak mieszka przy ul. Mickiewicza 3."
static const char *const WEST_SLAVIC_TITLE[] = {
    "Abp",  "Al",   "Bc",  "Bp",    "Doc",    "Dr",   "Gen",  "Im",   "Ing",  "JUDr", "Kpt", "Ks",
    "MUDr", "MVDr", "Mgr", "Os",    "PaedDr", "PhDr", "Pl",   "Prof", "RNDr", "Red",  "Sv",  "Ul",
    "abp",  "al",   "bp",  "doc",   "dr",     "gen",  "hab",  "hr",   "im",   "ing",  "inż", "kard",
    "kpt",  "ks",   "lek", "mec",   "mgr",    "mjr",  "nábř", "nám",  "os",   "pil",  "pl",  "por",
    "prof", "płk",  "red", "sierż", "sv",     "ul",   "Św",   "św",   "šk"};

static const char *const WEST_SLAVIC_INNER[] = {
    "Cca", "Kol",     "M.in", "Napr", "Např", "Np",   "Srov", "Tj",   "Tzn",  "Zob",
    "ca",  "cca",     "gm",   "hl",   "in.a", "jw",   "kom",  "m.in", "m.j",  "max",
    "mj",  "mjr.rez", "n.p",  "napr", "např", "np",   "odd",  "okr",  "popř", "por",
    "pow", "resp",    "srov", "szcz", "t.j",  "t.zn", "t.zw", "tj",   "tzn",  "tzv",
    "tzw", "vč",      "woj",  "ww",   "zob",  "zvl",  "zwl",  "zwł",  "ř"};

static const char *const WEST_SLAVIC_NUMBER[] = {
    "Art",   "Godz", "Kap", "Nr",  "Obr",  "Ods", "Odst", "Ok",    "Pkt", "Poz", "Roz",
    "Rozdz", "Ryc",  "Rys", "S",   "Str",  "Tab", "Tel",  "Tom",   "Ust", "Zał", "art",
    "bře",   "cit",  "cze", "dub", "dz",   "fig", "godz", "gru",   "hod", "kap", "kwi",
    "led",   "lip",  "lis", "lit", "lut",  "m.č", "maj",  "min",   "nr",  "obr", "ods",
    "odst",  "ok",   "par", "paź", "pkt",  "poz", "roz",  "rozdz", "ryc", "rys", "s",
    "sie",   "srp",  "str", "sty", "sygn", "t",   "tab",  "tel",   "tom", "ust", "vol",
    "vyd",   "wrz",  "zał", "zář", "úno",  "Č",   "č",    "čer",   "čp",  "čís", "říj"};

static const char *const WEST_SLAVIC_EITHER[] = {
    "CSc",   "Co",    "Kč",    "Ph.D",  "S.A",    "Sp",    "a.s", "gr",    "hal", "in",
    "kč",    "m.n.m", "mil",   "mio",   "mld",    "mln",   "n.e", "n.l",   "n.m", "obj",
    "p.n.e", "przyp", "pt",    "př.Kr", "př.n.l", "r",     "rr",  "s.r.o", "sek", "spol",
    "st",    "tys",   "v.o.s", "w",     "wyd",    "z.o.o", "zł"};

static const char *const WEST_SLAVIC_LAST[] = {"ap", "apod", "atd", "atp", "etc", "itd", "itp"};

static const char *const WEST_SLAVIC_STARTERS[] = {
    "A",        "Ak",     "Ale",     "Ano",   "Bez",     "Bol",    "Bola",         "Bolo",
    "Byl",      "Byla",   "Byli",    "Bylo",  "Był",     "Była",   "Było",         "Były",
    "Co",       "Czy",    "Dla",     "Dnes",  "Do",      "Dziś",   "Gdy",          "Gdzie",
    "I",        "Ich",    "Ja",      "Jak",   "Je",      "Jednak", "Jednocześnie", "Jego",
    "Jej",      "Jejich", "Její",    "Jest",  "Jeśli",   "Jeżeli", "Jsou",         "Już",
    "Já",       "Każdy",  "Kde",     "Kdo",   "Když",    "Keď",    "Kiedy",        "Kto",
    "Lecz",     "My",     "Na",      "Nad",   "Navíc",   "Ne",     "Nie",          "Nyní",
    "Od",       "On",     "Ona",     "One",   "Oni",     "Ono",    "Pak",          "Po",
    "Pod",      "Podle",  "Podľa",   "Pokud", "Ponadto", "Potem",  "Poté",         "Pro",
    "Proto",    "Przed",  "Przez",   "Przy",  "Před",    "Při",    "Również",      "So",
    "Sú",       "Są",     "Ta",      "Tady",  "Tak",     "Také",   "Także",        "Tam",
    "Tato",     "Te",     "Tego",    "Ten",   "Tento",   "Teraz",  "Ti",           "To",
    "Toto",     "Tu",     "Ty",      "Tym",   "Už",      "V",      "Ve",           "Vy",
    "Včera",    "Však",   "Všechno", "W",     "Wczoraj", "We",     "Według",       "Więc",
    "Wszystko", "Wtedy",  "Wy",      "Z",     "Za",      "Zda",    "Ze",           "Čo"};

// Russian, Ukrainian, Bulgarian, Kazakh: "В 1998 г. он жил на ул. Мира."
static const char *const CYRILLIC_TITLE[] = {
    "Ім",   "Акад", "Бул",   "Вул",   "Г-жа", "Г-жо", "Г-н", "Ген", "Гр",   "Д-р", "Доц", "Им",
    "Инж",  "М",    "Пл",    "Просп", "Проф", "Ред",  "Св",  "Ул",  "акад", "бул", "вул", "г-ж",
    "г-жа", "г-жо", "г-н",   "ген",   "гр",   "д-р",  "доц", "им",  "инж",  "м",   "наб", "пер",
    "пл",   "полк", "просп", "проф",  "р-н",  "ред",  "св",  "тов", "ул",   "ім"};

static const char *const CYRILLIC_INNER[] = {
    "Див", "Напр", "Ок", "См", "См.также", "Ср",   "вкл", "див", "зам", "изд", "напр", "ок",
    "пер", "рук",  "см", "ср", "т.е",      "т.зв", "т.к", "т.н", "т.ч", "т.є", "э.и"};

static const char *const CYRILLIC_NUMBER[] = {
    "Абз",  "Бр",  "Вып",  "Гл",   "Кв",   "Мал",  "Рис",  "Стр",  "Табл", "Тел",  "Чл",  "абз",
    "авг",  "ал",  "апр",  "бер",  "бл",   "бр",   "вер",  "вып",  "гл",   "груд", "д",   "дек",
    "жовт", "изд", "кв",   "квіт", "кн",   "корп", "лип",  "лист", "лют",  "мал",  "мар", "нояб",
    "окт",  "оф",  "п",    "пп",   "разд", "рис",  "с",    "сент", "серп", "стор", "стр", "т",
    "табл", "тел", "трав", "фев",  "февр", "ч",    "черв", "чл",   "янв",  "№"};

static const char *const CYRILLIC_EITHER[] = {
    "Ст",  "в",   "вв",  "г",   "гг",  "грн", "дол",  "долл", "ж",   "жж",  "кв.м", "квт",
    "кг",  "км",  "коп", "лв",  "мин", "млн", "млрд", "н.е",  "н.э", "обл", "р",    "рр",
    "руб", "сек", "ст",  "т.г", "тг",  "тис", "трлн", "тыс",  "час", "чел", "шт",   "эл"};

static const char *const CYRILLIC_LAST[] = {"др", "пр", "т.б", "т.д", "т.п", "т.ін", "ін"};

static const char *const CYRILLIC_STARTERS[] = {
    "І",      "Із",     "Їх",       "Її",     "А",     "Аз",     "Ако",     "Але",      "Без",
    "Був",    "Был",    "Была",     "Были",   "Было",  "Біз",    "Бірақ",   "Бүгін",    "Бұл",
    "В",      "Вече",   "Вже",      "Вие",    "Во",    "Вона",   "Вони",    "Воно",     "Все",
    "Всички", "Всё",    "Вчера",    "Вчора",  "Във",   "Вы",     "Від",     "Він",      "Где",
    "Да",     "Де",     "Для",      "Днес",   "До",    "Его",    "Ее",      "Если",     "Есть",
    "Её",     "Және",   "З",        "За",     "Зараз", "Затем",  "Затова",  "Защо",     "Згідно",
    "Здесь",  "Зі",     "И",        "Из",     "Их",    "Його",   "К",       "Каждый",   "Как",
    "Какво",  "Кеше",   "Ко",       "Когато", "Когда", "Кожен",  "Кой",     "Коли",     "Кроме",
    "Крім",   "Кто",    "Куда",     "Къде",   "Между", "Мен",    "Мы",      "Між",      "На",
    "Над",    "Не",     "Нет",      "Ние",    "Но",    "Ні",     "О",       "Об",       "Обаче",
    "Однак",  "Однако", "Ол",       "Олар",   "Он",    "Она",    "Они",     "Оно",      "Осы",
    "От",     "Перед",  "По",       "Под",    "После", "Потом",  "Потім",   "Почему",   "Поэтому",
    "Преди",  "При",    "Під",      "Після",  "С",     "Сега",   "Сегодня", "Сейчас",   "Сен",
    "След",   "Со",     "Согласно", "Содан",  "Сол",   "Според", "Също",    "Сьогодні", "Сіз",
    "Та",     "Тази",   "Так",      "Также",  "Також", "Там",    "Те",      "Тези",     "Тепер",
    "Теперь", "Ти",     "Това",     "Този",   "Той",   "Тому",   "Тот",     "Тут",      "Ты",
    "Тя",     "У",      "Уже",      "Усі",    "Хто",   "Це",     "Цей",     "Ця",       "Ці",
    "Через",  "Чому",   "Что",      "Що",     "Эта",   "Эти",    "Это",     "Этот",     "Я",
    "Як",     "Якщо",   "Қазір"};

// Finnish, Hungarian, Turkish, Greek and those of India: "Hän tuli esim.
// Turusta."
static const char *const OTHER_TITLE[] = {
    "Av", "Doç", "Dr", "Prof", "TS", "ThS", "dr", "id",  "ifj", "prof",   "tri", "Ö", "özv", "Αγ",
    "Δρ", "κ",   "κα", "κκ",   "कु",  "डॉ",  "पं",  "प्रो", "श्री", "श्रीमती", "सौ",  "ড", "ডা",  "ડૉ"};

static const char *const OTHER_INNER[] = {"Esim", "Mm", "Ns", "Pl", "bkz", "esim",
                                          "kb",   "mm", "ns", "pl", "vrt", "Örn",
                                          "örn",  "ún", "Őr", "βλ", "δηλ", "π.χ"};

static const char *const OTHER_NUMBER[] = {"Bkz", "cca", "klo", "old", "p",  "s",
                                           "sz",  "ç",   "αρ",  "σελ", "τηλ"};

static const char *const OTHER_EITHER[] = {"A.Ş", "Kft",  "Ltd", "Oy", "Oyj",
                                           "Rt",  "milj", "mrd", "Şti"};

static const char *const OTHER_LAST[] = {"jne", "stb",  "vb",    "vs.vb", "ym", "yms",
                                         "κ.ά", "κ.λπ", "κ.ο.κ", "κλπ",   "κτλ"};

static const char *const OTHER_STARTERS[] = {
    "A",     "Ama", "Az",  "Bu",    "De", "Ei",   "Ez",   "Ha",    "He",  "Hän",
    "Ja",    "Jos", "Kun", "Mutta", "Ne", "Nem",  "O",    "Oli",   "On",  "Onlar",
    "Se",    "Ve",  "És",  "Ő",     "Ők", "Αλλά", "Αυτή", "Αυτός", "Για", "Δεν",
    "Είναι", "Η",   "Και", "Με",    "Ο",  "Οι",   "Στη",  "Στο",   "Τα",  "Το"};

#define LIST_OF(words)                                                                             \
    {                                                                                              \
        words, COUNT(words)                                                                        \
    }

const ForeignWords FOREIGN[] = {
    {FAMILY_GERMANIC,
     {[ABBREVIATION_TITLE] = LIST_OF(GERMANIC_TITLE),
      [ABBREVIATION_INNER] = LIST_OF(GERMANIC_INNER),
      [ABBREVIATION_NUMBER] = LIST_OF(GERMANIC_NUMBER),
      [ABBREVIATION_MONTH] = LIST_OF(GERMANIC_MONTH),
      [ABBREVIATION_EITHER] = LIST_OF(GERMANIC_EITHER),
      [ABBREVIATION_LAST] = LIST_OF(GERMANIC_LAST)},
     LIST_OF(GERMANIC_STARTERS)},
    {FAMILY_ROMANCE,
     {[ABBREVIATION_TITLE] = LIST_OF(ROMANCE_TITLE),
      [ABBREVIATION_INNER] = LIST_OF(ROMANCE_INNER),
      [ABBREVIATION_NUMBER] = LIST_OF(ROMANCE_NUMBER),
      [ABBREVIATION_EITHER] = LIST_OF(ROMANCE_EITHER),
      [ABBREVIATION_LAST] = LIST_OF(ROMANCE_LAST)},
     LIST_OF(ROMANCE_STARTERS)},
    {FAMILY_WEST_SLAVIC,
     {[ABBREVIATION_TITLE] = LIST_OF(WEST_SLAVIC_TITLE),
      [ABBREVIATION_INNER] = LIST_OF(WEST_SLAVIC_INNER),
      [ABBREVIATION_NUMBER] = LIST_OF(WEST_SLAVIC_NUMBER),
      [ABBREVIATION_EITHER] = LIST_OF(WEST_SLAVIC_EITHER),
      [ABBREVIATION_LAST] = LIST_OF(WEST_SLAVIC_LAST)},
     LIST_OF(WEST_SLAVIC_STARTERS)},
    {FAMILY_CYRILLIC,
     {[ABBREVIATION_TITLE] = LIST_OF(CYRILLIC_TITLE),
      [ABBREVIATION_INNER] = LIST_OF(CYRILLIC_INNER),
      [ABBREVIATION_NUMBER] = LIST_OF(CYRILLIC_NUMBER),
      [ABBREVIATION_EITHER] = LIST_OF(CYRILLIC_EITHER),
      [ABBREVIATION_LAST] = LIST_OF(CYRILLIC_LAST)},
     LIST_OF(CYRILLIC_STARTERS)},
    {FAMILY_OTHER,
     {[ABBREVIATION_TITLE] = LIST_OF(OTHER_TITLE),
      [ABBREVIATION_INNER] = LIST_OF(OTHER_INNER),
      [ABBREVIATION_NUMBER] = LIST_OF(OTHER_NUMBER),
      [ABBREVIATION_EITHER] = LIST_OF(OTHER_EITHER),
      [ABBREVIATION_LAST] = LIST_OF(OTHER_LAST)},
     LIST_OF(OTHER_STARTERS)},
};

const size_t FOREIGN_COUNT = COUNT(FOREIGN);
