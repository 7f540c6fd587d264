// Currencies: signs, prefixed signs and the ISO 4217 codes that news uses.
#include "phrase/tables.h"

static const Currency CURRENCIES[] = {
    {"$", "dollar", "dollars", "cent", "cents"},
    {"£", "pound", "pounds", "pence", "pence"},
    {"€", "euro", "euros", "cent", "cents"},
    {"¥", "yen", "yen", NULL, NULL},
    {"₹", "rupee", "rupees", NULL, NULL},
    {"₩", "won", "won", NULL, NULL},
    {"₪", "shekel", "shekels", NULL, NULL},
    {"₽", "ruble", "rubles", NULL, NULL},
    {"₺", "lira", "lira", NULL, NULL},
    {"₦", "naira", "naira", NULL, NULL},
    {"₱", "peso", "pesos", NULL, NULL},
    {"฿", "baht", "baht", NULL, NULL},
    {"₫", "dong", "dong", NULL, NULL},
    {"₴", "hryvnia", "hryvnias", NULL, NULL},
    {"₿", "bitcoin", "bitcoin", NULL, NULL},
    {"₡", "colon", "colones", NULL, NULL},
    {"US$", "U S dollar", "U S dollars", "cent", "cents"},
    {"A$", "Australian dollar", "Australian dollars", "cent", "cents"},
    {"AU$", "Australian dollar", "Australian dollars", "cent", "cents"},
    {"C$", "Canadian dollar", "Canadian dollars", "cent", "cents"},
    {"CA$", "Canadian dollar", "Canadian dollars", "cent", "cents"},
    {"NZ$", "New Zealand dollar", "New Zealand dollars", "cent", "cents"},
    {"HK$", "Hong Kong dollar", "Hong Kong dollars", "cent", "cents"},
    {"S$", "Singapore dollar", "Singapore dollars", "cent", "cents"},
    {"NT$", "Taiwan dollar", "Taiwan dollars", NULL, NULL},
    {"R$", "real", "reais", NULL, NULL},
    {"Rs", "rupee", "rupees", NULL, NULL},
    {"USD", "U S dollar", "U S dollars", "cent", "cents"},
    {"AUD", "Australian dollar", "Australian dollars", "cent", "cents"},
    {"CAD", "Canadian dollar", "Canadian dollars", "cent", "cents"},
    {"NZD", "New Zealand dollar", "New Zealand dollars", "cent", "cents"},
    {"HKD", "Hong Kong dollar", "Hong Kong dollars", "cent", "cents"},
    {"EUR", "euro", "euros", "cent", "cents"},
    {"GBP", "pound", "pounds", "pence", "pence"},
    {"JPY", "yen", "yen", NULL, NULL},
    {"CHF", "Swiss franc", "Swiss francs", NULL, NULL},
    {"CNY", "yuan", "yuan", NULL, NULL},
    {"RMB", "renminbi", "renminbi", NULL, NULL},
    {"INR", "rupee", "rupees", NULL, NULL},
    {"ZAR", "rand", "rand", NULL, NULL},
    {"SEK", "Swedish krona", "Swedish kronor", NULL, NULL},
    {"NOK", "Norwegian krone", "Norwegian kroner", NULL, NULL},
    {"DKK", "Danish krone", "Danish kroner", NULL, NULL},
    {"MXN", "Mexican peso", "Mexican pesos", NULL, NULL},
    {"BRL", "real", "reais", NULL, NULL},
    {"RUB", "ruble", "rubles", NULL, NULL},
};

const Currency *find_currency(Str written)
{
    if (written.len == 0 || written.len > 3)
        return NULL;
    for (size_t i = 0; i < COUNT(CURRENCIES); i++)
        if (CURRENCIES[i].written[0] == written.data[0] &&
            str_equal(written, str_from(CURRENCIES[i].written)))
            return &CURRENCIES[i];
    return NULL;
}
