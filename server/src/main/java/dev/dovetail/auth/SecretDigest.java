package dev.dovetail.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * An admin secret as we keep it: its SHA-512. Two digests have one length, so that comparing them tells nothing about
 * the secret, neither by time nor in a heap dump's strings.
 */
public final class SecretDigest {
    private final byte[] digest;

    private SecretDigest(byte[] digest) {
        this.digest = digest;
    }

    public static SecretDigest of(String secret) {
        return new SecretDigest(sha512().digest(secret.getBytes(StandardCharsets.UTF_8)));
    }

    /** Takes the same time whatever is given, for secrets of one length. */
    public boolean matches(String candidate) {
        return MessageDigest.isEqual(digest, of(candidate).digest);
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "SecretDigest";
    }

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-512", e);
        }
    }
}
