package dev.dovetail.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The statement that reads a whole catalog in one round trip. */
final class CatalogQuery {
    /** One row, one cell: {@code bytea} holding the JSON that {@link CatalogJson} reads. */
    static final String SQL = "SELECT convert_to((" + read() + ")::text, 'UTF8')";

    private CatalogQuery() {}

    private static String read() {
        try (var stream = CatalogQuery.class.getResourceAsStream("catalog.sql")) {
            if (stream == null) {
                throw new IllegalStateException("catalog.sql is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
