package dev.dovetail.cli;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * Writes a metadata directory so that whoever stops it midway leaves a readable project: every file is replaced as a
 * whole; a file that includes others comes after them; files of tables and functions that are gone go last, when
 * nothing includes them any more. Files that do not change are not touched, nor those an export never wrote.
 */
final class FolderWriter {
    private static final Pattern OBJECT = Pattern.compile("databases/[^/]+/(tables|functions)/[^/]+\\.yaml");

    /** Of writing. */
    static final Comparator<String> ORDER = Comparator.comparing(FolderWriter::rank);

    private final Path folder;

    FolderWriter(Path folder) {
        this.folder = folder;
    }

    void write(SequencedMap<String, String> files) {
        try {
            var names = new ArrayList<>(files.keySet());
            names.sort(ORDER);
            for (var name : names) {
                replace(folder.resolve(name), String.valueOf(files.get(name)));
            }
            for (var file : objects()) {
                if (!files.containsKey(file)) {
                    remove(folder.resolve(file));
                }
            }
        } catch (IOException e) {
            throw Failed.files(folder + ": cannot be written: " + e);
        }
    }

    private static int rank(String file) {
        if (file.equals("databases/databases.yaml")) {
            return 2;
        }
        return file.endsWith("/tables.yaml") || file.endsWith("/functions.yaml") ? 1 : 0;
    }

    /** Those on the disk, as paths in the metadata directory. */
    private List<String> objects() throws IOException {
        try (var walk = Files.walk(folder.resolve("databases"), 3)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> OBJECT.matcher(file).matches())
                    .sorted()
                    .toList();
        }
    }

    /** With the folders that it leaves empty. */
    private void remove(Path file) throws IOException {
        Files.delete(file);
        for (var parent = file.getParent(); parent != null && !parent.equals(folder); parent = parent.getParent()) {
            try {
                Files.delete(parent);
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }

    /** Nothing happens when the file says so already. */
    static void replace(Path file, String text) {
        try {
            if (Files.isRegularFile(file) && Files.readString(file).equals(text)) {
                return;
            }
            var parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            var fresh = file.resolveSibling("." + file.getFileName() + ".new");
            Files.writeString(fresh, text);
            move(fresh, file);
        } catch (IOException e) {
            throw Failed.files(file + ": cannot be written: " + e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
