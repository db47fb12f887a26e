package dev.dovetail.postgres;

import org.jspecify.annotations.Nullable;

/** How much a connection insists on TLS, as libpq's {@code sslmode}. */
public enum SslMode {
    DISABLE("disable"),
    ALLOW("allow"),
    PREFER("prefer"),
    REQUIRE("require"),
    VERIFY_CA("verify-ca"),
    VERIFY_FULL("verify-full");

    private final String wire;

    SslMode(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    /** libpq, too, verifies the chain in mode {@code require} once it is told whom to trust. */
    SslMode with(TlsFiles files) {
        return this == REQUIRE && files.rootCert() != null ? VERIFY_CA : this;
    }

    public static @Nullable SslMode of(String wire) {
        for (var mode : values()) {
            if (mode.wire.equals(wire)) {
                return mode;
            }
        }
        return null;
    }
}
