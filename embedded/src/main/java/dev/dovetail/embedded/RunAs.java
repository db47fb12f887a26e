package dev.dovetail.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who runs Postgres. It refuses to run as root, so root steps down: to {@code nobody} where that user can reach the
 * folder, else into a user namespace in which root is nobody special (it still owns its files, wherever they are).
 * Containers often forbid such namespaces, and home folders of root are closed to others: hence two ways.
 *
 * @param prefix put before every command
 * @param owner numeric id of the user that must own home and data
 */
record RunAs(List<String> prefix, int owner) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    private static final List<String> STEP_DOWN =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    private static final List<String> NAMESPACE = List.of("unshare", "--user");

    RunAs {
        prefix = List.copyOf(prefix);
    }

    static RunAs whoCanUse(Path home) throws IOException, InterruptedException {
        var self = (int) new UnixSystem().getUid();
        if (self != ROOT) {
            return new RunAs(List.of(), self);
        }
        if (Folders.reachableByAnyone(home) && works(STEP_DOWN)) {
            return new RunAs(STEP_DOWN, NOBODY);
        }
        if (works(NAMESPACE)) {
            return new RunAs(NAMESPACE, ROOT);
        }
        throw new EmbeddedPostgresException(
                "Postgres refuses to run as root, and this machine offers no way round it for " + home
                        + ". Run as an ordinary user, or from a folder that every user can reach.");
    }

    List<String> command(List<String> arguments) {
        return Stream.concat(prefix.stream(), arguments.stream()).toList();
    }

    private static boolean works(List<String> prefix) throws InterruptedException {
        try {
            return new ProcessBuilder(Stream.concat(prefix.stream(), Stream.of("true"))
                                    .toList())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
