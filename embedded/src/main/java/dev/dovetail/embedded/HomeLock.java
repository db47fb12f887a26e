package dev.dovetail.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One process per home: the system gives the lock back even when its holder is killed. */
final class HomeLock {
    private HomeLock() {}

    /** The lock is held until the channel is closed. */
    static FileChannel take(Path home) throws IOException {
        var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // Same answer as below: two servers cannot share one folder.
        }
        channel.close();
        throw new EmbeddedPostgresException(
                "The embedded Postgres in " + home + " is in use by another running Dovetail. Stop that one first.");
    }
}
