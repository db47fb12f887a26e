package dev.dovetail.postgres;

import org.jspecify.annotations.Nullable;

/**
 * Certificates of a connection; each is a file's path or the PEM text itself (as {@code ssl_configuration} gives it).
 *
 * @param rootCert whom to trust; null means the platform's trust store
 */
public record TlsFiles(
        @Nullable String rootCert,
        @Nullable String cert,
        @Nullable String key) {
    public static final TlsFiles NONE = new TlsFiles(null, null, null);

    static boolean isPem(String pathOrPem) {
        return pathOrPem.contains("-----BEGIN ");
    }

    /** Says nothing of its content, which may be a private key. */
    @Override
    public String toString() {
        return "TlsFiles";
    }
}
