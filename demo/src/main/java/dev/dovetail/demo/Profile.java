package dev.dovetail.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What the profile server knows about a user. Everything follows from the id, so every start tells the same story.
 *
 * @param lastLogin to the millisecond
 */
record Profile(String auth0Id, String email, String nickname, Instant lastLogin, int loginsCount) {
    private static final String FIRST_ID = "hodor|hodor";
    private static final Instant FIRST_LOGIN = Instant.parse("2016-05-22T01:35:48.863Z");
    private static final long LOGINS_SPAN_SECONDS = 3L * 365 * 24 * 3600;
    private static final int LOGINS_MAX = 500;

    /** Empty for an id that is not of the form {@code provider|name}. */
    static Optional<Profile> of(String auth0Id) {
        var name = auth0Id.substring(auth0Id.indexOf('|') + 1);
        if (name.isEmpty() || name.length() == auth0Id.length()) {
            return Optional.empty();
        }
        var nickname = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        var mailbox = name.replaceAll("[^\\p{L}\\p{N}]+", ".");
        var spread = Math.floorMod(hash(auth0Id) - hash(FIRST_ID), LOGINS_SPAN_SECONDS);
        return Optional.of(new Profile(
                auth0Id,
                mailbox + "@" + mailbox + ".com",
                nickname,
                FIRST_LOGIN.plusSeconds(spread),
                1 + (int) (spread % LOGINS_MAX)));
    }

    private static long hash(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
