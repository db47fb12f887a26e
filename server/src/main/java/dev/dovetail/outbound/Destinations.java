package dev.dovetail.outbound;

import dev.dovetail.execute.Address;
import dev.dovetail.execute.HttpFailure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;

/**
 * Where calls go. The address that was checked is the one that is connected to: were the name asked for a second time,
 * it could stand for another one by then.
 */
record Destinations(Resolver resolver, AddressPolicy policy) {

    /** From the name of a host, or an address as text, to what it stands for. */
    interface Resolver {
        Future<InetAddress> resolve(String host);
    }

    static Destinations of(Vertx vertx, AddressPolicy policy) {
        return new Destinations(((VertxInternal) vertx).nameResolver()::resolve, policy);
    }

    /** Whether there is anything to find out before a call. */
    boolean areFree() {
        return policy instanceof AddressPolicy.Anywhere;
    }

    Future<SocketAddress> of(Address address) {
        return resolver.resolve(address.host()).map(found -> {
            if (!policy.allows(address.host(), found)) {
                throw new HttpFailure(HttpFailure.Kind.FORBIDDEN_ADDRESS);
            }
            return SocketAddress.inetSocketAddress(address.port(), found.getHostAddress());
        });
    }
}
