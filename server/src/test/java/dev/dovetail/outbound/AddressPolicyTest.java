package dev.dovetail.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which addresses a policy lets through, whatever they are written like. */
class AddressPolicyTest {
    private static final List<String> PRIVATE = List.of(
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "10.255.255.255",
            "100.64.0.1",
            "100.127.255.255",
            "100.100.100.200",
            "127.0.0.1",
            "127.255.0.1",
            "168.63.129.16",
            "169.254.169.254",
            "169.254.0.1",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.192",
            "192.168.1.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::127.0.0.1",
            "::ffff:127.0.0.1",
            "::ffff:a9fe:a9fe",
            "64:ff9b::a9fe:a9fe",
            "64:ff9b:1::1",
            "100::1",
            "2001:0:4136:e378:8000:63bf:3fff:fdd2",
            "2001:db8::1",
            "2002:7f00:1::",
            "fc00::1",
            "fd00:ec2::254",
            "fe80::1",
            "febf::1",
            "fec0::1",
            "ff02::1");
    private static final List<String> PUBLIC = List.of(
            "1.1.1.1",
            "9.255.255.255",
            "100.63.255.255",
            "100.128.0.1",
            "126.1.1.1",
            "172.15.255.255",
            "172.32.0.1",
            "192.167.1.1",
            "223.255.255.255",
            "::ffff:8.8.8.8",
            "2606:4700:4700::1111",
            "2a00::1");

    @Test
    void publicMeansReachableFromTheInternet() {
        PRIVATE.forEach(address -> check("public", "host.example", address, false));
        PUBLIC.forEach(address -> check("public", "host.example", address, true));
        PRIVATE.forEach(address -> check("any", "host.example", address, true));
    }

    @Test
    void rangesAndSingleAddresses() {
        check("10.1.0.0/16", "h", "10.1.255.255", true);
        check("10.1.0.0/16", "h", "10.2.0.0", false);
        check("10.1.0.0/16", "h", "1.1.1.1", false);
        check("10.1.0.0/16,public", "h", "1.1.1.1", true);
        check("10.0.0.128/25", "h", "10.0.0.127", false);
        check("10.0.0.128/25", "h", "10.0.0.200", true);
        check("fd00::/8, ::1", "h", "fd12::7", true);
        check("fd00::/8, ::1", "h", "::1", true);
        check("fd00::/8, ::1", "h", "::2", false);
        check("127.0.0.1", "h", "::ffff:127.0.0.1", true);
        check("0.0.0.0/0", "h", "169.254.169.254", true);
        check("0.0.0.0/0", "h", "::1", false);
    }

    @Test
    void hostsByName() {
        check("handlers", "handlers", "172.17.0.2", true);
        check("handlers", "Handlers.", "172.17.0.2", true);
        check("handlers", "handlers.evil.example", "172.17.0.2", false);
        check("*.internal.example", "a.b.internal.example", "10.0.0.1", true);
        check("*.internal.example", "internal.example", "10.0.0.1", false);
        check("*.internal.example", "evilinternal.example", "10.0.0.1", false);
        // Whoever can change the name must not get at the machine's own secrets.
        check("handlers", "handlers", "169.254.169.254", false);
        check("handlers", "handlers", "fe80::1", false);
        check("handlers", "handlers", "0.0.0.0", false);
        check("handlers", "handlers", "64:ff9b::a9fe:a9fe", false);
        check("handlers,169.254.169.254", "handlers", "169.254.169.254", true);
    }

    @Test
    void nonsenseIsRefused() {
        for (var text : List.of("", "public,", "10.0.0.0/33", "10.0.0.999", "a b", "http://x", "*", "x*.y", "::g")) {
            assertThatThrownBy(() -> AddressPolicy.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static void check(String policy, String host, String address, boolean allowed) {
        assertThat(AddressPolicy.parse(policy).allows(host, InetAddress.ofLiteral(address)))
                .as("%s: %s at %s", policy, host, address)
                .isEqualTo(allowed);
    }
}
