package dev.dovetail.outbound;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** What everybody on the internet can reach, and what nobody but one machine should. From IANA's registries. */
final class PublicAddresses {
    private static final List<AddressBlock> NOT_PUBLIC = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    /** All that is in use of IPv6; what it leaves out is loopback, NAT64, link-local, local and multicast. */
    private static final AddressBlock IN_USE = AddressBlock.of("2000::/3");

    /** Where clouds tell a machine its secrets, and what is no other machine's address at all. */
    private static final List<AddressBlock> OF_ONE_MACHINE = blocks(
            "0.0.0.0/8",
            "100.100.100.200/32",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "192.0.0.192/32",
            "224.0.0.0/3",
            "::/128",
            "64:ff9b::/96",
            "fd00:ec2::254/128",
            "fd20:ce::254/128",
            "fe80::/10",
            "ff00::/8");

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        var inUse = address instanceof Inet4Address || IN_USE.contains(address);
        return inUse && NOT_PUBLIC.stream().noneMatch(block -> block.contains(address));
    }

    /** Not even the name of a host that may be called may stand for one of these. */
    static boolean areOfOneMachine(InetAddress address) {
        return OF_ONE_MACHINE.stream().anyMatch(block -> block.contains(address));
    }

    private static List<AddressBlock> blocks(String... texts) {
        return Arrays.stream(texts).map(AddressBlock::of).toList();
    }
}
