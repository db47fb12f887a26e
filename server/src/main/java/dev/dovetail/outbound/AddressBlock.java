package dev.dovetail.outbound;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/**
 * A range of addresses, {@code 10.0.0.0/8} or {@code fd00::/8}. An IPv4 address written as IPv6 is the IPv4 address.
 *
 * @param bits how many of the start's bits an address must share
 */
record AddressBlock(InetAddress start, int bits) {

    /** Throws {@link IllegalArgumentException} when it is none; for texts that stand in the code. */
    static AddressBlock of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    /** Empty when it is neither an address nor a range of them. */
    static Optional<AddressBlock> parse(String text) {
        var slash = text.indexOf('/');
        try {
            var start = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
            var width = start.getAddress().length * Byte.SIZE;
            var bits = slash < 0 ? width : Integer.parseInt(text.substring(slash + 1));
            return bits < 0 || bits > width ? Optional.empty() : Optional.of(new AddressBlock(start, bits));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress address) {
        var ours = start.getAddress();
        var theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        var whole = bits / Byte.SIZE;
        if (!Arrays.equals(ours, 0, whole, theirs, 0, whole)) {
            return false;
        }
        var rest = bits % Byte.SIZE;
        return rest == 0 || ((ours[whole] ^ theirs[whole]) & 0xFF) >>> (Byte.SIZE - rest) == 0;
    }
}
