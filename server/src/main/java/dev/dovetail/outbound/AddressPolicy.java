package dev.dovetail.outbound;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which addresses webhooks and remote schemas may be at. What counts is the address that a host's name stands for at
 * the time of the call, because whoever owns a name decides what it stands for.
 */
public sealed interface AddressPolicy {

    boolean allows(String host, InetAddress address);

    record Anywhere() implements AddressPolicy {
        @Override
        public boolean allows(String host, InetAddress address) {
            return true;
        }
    }

    /**
     * From {@code any}, or a list with commas of what may be called: {@code public}, addresses, ranges of addresses,
     * names of hosts, {@code *.example.com}. Throws {@link IllegalArgumentException} with what is expected.
     */
    static AddressPolicy parse(String text) {
        return text.strip().equalsIgnoreCase("any") ? new Anywhere() : Only.parse(text);
    }

    /**
     * @param everythingPublic whether what is reachable from the whole internet may be called
     * @param hosts names in lower case whose addresses may be called; {@code .example.com} stands for all below it
     */
    record Only(boolean everythingPublic, List<AddressBlock> blocks, List<String> hosts) implements AddressPolicy {
        private static final Pattern HOST = Pattern.compile("(?:\\*\\.)?[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?");

        /** An address with a slip in it must not become the name of a host. */
        private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");

        public Only {
            blocks = List.copyOf(blocks);
            hosts = List.copyOf(hosts);
        }

        private static Only parse(String text) {
            var everythingPublic = false;
            var blocks = new ArrayList<AddressBlock>();
            var hosts = new ArrayList<String>();
            for (var part : text.split(",", -1)) {
                var word = part.strip().toLowerCase(Locale.ROOT);
                var block = AddressBlock.parse(word);
                if (word.equals("public")) {
                    everythingPublic = true;
                } else if (block.isPresent()) {
                    blocks.add(block.get());
                } else {
                    hosts.add(host(word));
                }
            }
            return new Only(everythingPublic, blocks, hosts);
        }

        private static String host(String word) {
            if (HOST.matcher(word).matches() && !NUMBERS.matcher(word).matches()) {
                return word.startsWith("*") ? word.substring(1) : word;
            }
            throw new IllegalArgumentException("Only expecting any, or a list of public, addresses, ranges of addresses"
                    + " (10.0.0.0/8) and names of hosts (*.example.com)");
        }

        @Override
        public boolean allows(String host, InetAddress address) {
            return (everythingPublic && PublicAddresses.contains(address))
                    || blocks.stream().anyMatch(block -> block.contains(address))
                    || (isNamed(host) && !PublicAddresses.areOfOneMachine(address));
        }

        private boolean isNamed(String host) {
            var lower = host.toLowerCase(Locale.ROOT);
            // A dot at the end says only that the name is complete.
            var name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
            return hosts.stream().anyMatch(each -> each.startsWith(".") ? name.endsWith(each) : name.equals(each));
        }
    }
}
