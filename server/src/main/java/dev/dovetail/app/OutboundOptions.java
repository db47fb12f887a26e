package dev.dovetail.app;

import dev.dovetail.outbound.AddressPolicy;
import java.util.List;

/** Calls that the server makes: webhooks and remote schemas. */
record OutboundOptions(AddressPolicy addresses) {

    static final Option<AddressPolicy> ADDRESSES = Option.of(
            "outbound-addresses",
            "DOVETAIL_OUTBOUND_ADDRESSES",
            new Syntax<>("any|public|list", "", AddressPolicy::parse),
            "any",
            "What webhooks and remote schemas may be at: any, or a list of public, addresses, ranges (10.0.0.0/8)"
                    + " and names of hosts (*.example.com)");

    static final OptionGroup GROUP = new OptionGroup("Outbound calls", List.of(ADDRESSES));

    static OutboundOptions of(Settings settings) {
        return new OutboundOptions(settings.get(ADDRESSES));
    }
}
