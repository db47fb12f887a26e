package dev.dovetail.postgres;

/** The statement that reads a whole catalog in one round trip. */
final class CatalogQuery {
    /** One row, one cell: {@code bytea} holding the JSON that {@link CatalogJson} reads. */
    static final String SQL = "SELECT convert_to((" + SqlFile.read("catalog.sql") + ")::text, 'UTF8')";

    private CatalogQuery() {}
}
