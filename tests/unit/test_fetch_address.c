// Which addresses a fetch may connect to.
#include "fetch/address.h"

#include <arpa/inet.h>
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <cmocka.h>

typedef struct {
    const char *address;
    bool public;
} Row;

static const Row ROWS[] = {
    // The two ends of each block, and what lies beside them.
    {"0.0.0.0", false},
    {"0.255.255.255", false},
    {"1.0.0.0", true},
    {"9.255.255.255", true},
    {"10.0.0.0", false},
    {"10.255.255.255", false},
    {"11.0.0.0", true},
    {"100.63.255.255", true},
    {"100.64.0.0", false},
    {"100.127.255.255", false},
    {"100.128.0.0", true},
    {"126.255.255.255", true},
    {"127.0.0.0", false},
    {"127.0.0.1", false},
    {"127.255.255.255", false},
    {"128.0.0.0", true},
    {"169.253.255.255", true},
    {"169.254.0.0", false},
    {"169.254.169.254", false},
    {"169.254.255.255", false},
    {"169.255.0.0", true},
    {"172.15.255.255", true},
    {"172.16.0.0", false},
    {"172.31.255.255", false},
    {"172.32.0.0", true},
    {"191.255.255.255", true},
    {"192.0.0.0", false},
    {"192.0.0.255", false},
    {"192.0.1.0", true},
    {"192.0.2.0", false},
    {"192.0.2.255", false},
    {"192.0.3.0", true},
    {"192.88.98.255", true},
    {"192.88.99.1", false},
    {"192.88.100.0", true},
    {"192.167.255.255", true},
    {"192.168.0.0", false},
    {"192.168.255.255", false},
    {"192.169.0.0", true},
    {"198.17.255.255", true},
    {"198.18.0.0", false},
    {"198.19.255.255", false},
    {"198.20.0.0", true},
    {"198.51.99.255", true},
    {"198.51.100.0", false},
    {"198.51.100.255", false},
    {"198.51.101.0", true},
    {"203.0.112.255", true},
    {"203.0.113.0", false},
    {"203.0.113.255", false},
    {"203.0.114.0", true},
    {"223.255.255.255", true},
    {"224.0.0.0", false},
    {"239.255.255.255", false},
    {"240.0.0.0", false},
    {"255.255.255.255", false},
    {"8.8.8.8", true},
    {"93.184.216.34", true},

    {"::", false},
    {"::1", false},
    {"::2", false},
    {"::8.8.8.8", false}, // compatible, given up
    {"::ffff:8.8.8.8", true},
    {"::ffff:127.0.0.1", false},
    {"::ffff:10.1.2.3", false},
    {"::ffff:169.254.169.254", false},
    {"::fffe:8.8.8.8", false},
    {"64:ff9b::8.8.8.8", true},
    {"64:ff9b::192.168.1.1", false},
    {"64:ff9b::127.0.0.1", false},
    {"64:ff9b:1::8.8.8.8", false}, // of a network's own
    {"100::1", false},             // discard
    {"1fff:ffff::1", false},
    {"2000::1", true},
    {"2606:4700::1111", true},
    {"2a00:1450:4001::200e", true},
    {"2001::1", false},
    {"2001:1ff:ffff::1", false},
    {"2001:200::1", true},
    {"2001:db7:ffff::1", true},
    {"2001:db8::1", false},
    {"2001:db8:ffff::1", false},
    {"2001:db9::1", true},
    {"2002:808:808::1", true},            // 6to4 of 8.8.8.8
    {"2002:7f00:1::1", false},            // of 127.0.0.1
    {"2002:a01:203::1", false},           // of 10.1.2.3
    {"2002:c0a8:101::1", false},          // of 192.168.1.1
    {"2001:0:808:808::f7f7:f7f7", true},  // Teredo: server 8.8.8.8, client 8.8.8.8
    {"2001:0:808:808::80ff:fffe", false}, // client 127.0.0.1
    {"2001:0:a00:1::f7f7:f7f7", false},   // server 10.0.0.1
    {"3fff::1", false},
    {"3fff:1000::1", true},
    {"3fff:ffff::1", true},
    {"4000::1", false},
    {"5f00::1", false},
    {"fc00::1", false},
    {"fdff:ffff::1", false},
    {"fe80::1", false},
    {"febf::1", false},
    {"fec0::1", false},
    {"ff02::1", false},
    {"ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", false},
};

static void only_the_publics_addresses_are_the_publics(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(ROWS); i++) {
        unsigned char bytes[16];
        bool four = inet_pton(AF_INET, ROWS[i].address, bytes) == 1;
        assert_true(four || inet_pton(AF_INET6, ROWS[i].address, bytes) == 1);
        if (bytes_are_public(bytes, four ? 4 : 16) != ROWS[i].public)
            fail_msg("%s is taken for %s", ROWS[i].address,
                     ROWS[i].public ? "private" : "the public's");
    }
}

static void what_is_no_internet_address_is_refused(void **state)
{
    (void)state;
    const unsigned char bytes[16] = {8, 8, 8, 8};
    assert_false(bytes_are_public(bytes, 0));
    assert_false(bytes_are_public(bytes, 5));
    struct sockaddr_un local = {.sun_family = AF_UNIX};
    assert_false(address_is_public((const struct sockaddr *)&local));
}

static void addresses_of_sockets_are_judged_by_the_same_rule(void **state)
{
    (void)state;
    struct sockaddr_in four = {.sin_family = AF_INET};
    assert_int_equal(inet_pton(AF_INET, "8.8.8.8", &four.sin_addr), 1);
    assert_true(address_is_public((const struct sockaddr *)&four));
    assert_int_equal(inet_pton(AF_INET, "127.0.0.1", &four.sin_addr), 1);
    assert_false(address_is_public((const struct sockaddr *)&four));
    struct sockaddr_in6 six = {.sin6_family = AF_INET6};
    assert_int_equal(inet_pton(AF_INET6, "2606:4700::1111", &six.sin6_addr), 1);
    assert_true(address_is_public((const struct sockaddr *)&six));
    assert_int_equal(inet_pton(AF_INET6, "::ffff:127.0.0.1", &six.sin6_addr), 1);
    assert_false(address_is_public((const struct sockaddr *)&six));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_the_publics_addresses_are_the_publics),
        cmocka_unit_test(what_is_no_internet_address_is_refused),
        cmocka_unit_test(addresses_of_sockets_are_judged_by_the_same_rule),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
