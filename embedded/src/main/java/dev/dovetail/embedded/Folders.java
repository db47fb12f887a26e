package dev.dovetail.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;

/** Whole folders: deleting them, giving them to another user, asking who can reach them. */
final class Folders {
    private Folders() {}

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    static int owner(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    /** Does nothing when the folder itself already belongs to that user: walking a large cluster takes time. */
    static void give(Path folder, int user) throws IOException {
        if (owner(folder) == user) {
            return;
        }
        try (var all = Files.walk(folder)) {
            // Deepest first: an interrupted change leaves the folder itself unchanged and is made up for at the next
            // start.
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    /** Whether a user with no rights of its own can walk down to this folder from the root. */
    static boolean reachableByAnyone(Path folder) throws IOException {
        for (var parent = folder.toRealPath().getParent(); parent != null; parent = parent.getParent()) {
            if (!Files.getPosixFilePermissions(parent).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }
}
