package dev.dovetail.acceptance;

import graphql.GraphqlErrorException;
import graphql.schema.DataFetcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A remote schema with a bit of everything: arguments, enums, input objects, interfaces, unions, mutations, errors. */
final class Library {
    private static final String SDL = """
            schema { query: LibraryQuery mutation: LibraryMutation }

            type LibraryQuery {
              "One book; null when there is none."
              book(id: Int!): Book
              books(first: Int = 2, genre: Genre, like: BookFilter): [Book!]!
              "Those that there are, in no order of the ids."
              books_by_id(ids: [Int!]!): [Book]
              first_books(count: Int! = 2): [Book!]!
              "Two fields whose names look like ways to one."
              copy: Copy
              "As book, but an id that there is no book of is an error."
              fragile(id: Int!): Book
              "As fragile, but an answer without a book is none at all."
              brittle(id: Int!): Book!
              "As books_by_id, but an id that there is no book of is an error, and no list then."
              brittle_books(ids: [Int!]!): [Book!]
              item(id: Int!): Item
              anything: [Anything!]!
              caller(header: String!): String
              broken: String
              brokenToo: Int!
              "What it was given, as text."
              told(
                wish: Wish, wishes: [Wish!], mark: String, count: Int, sure: Boolean, weight: Float, genre: Genre): String!
            }

            type LibraryMutation {
              lend(id: Int!, to: String!): Loan!
            }

            enum Genre { NOVEL POETRY }
            input BookFilter { title: String, pages: [Int!] }
            input Wish { by: String, genre: Genre, count: Int, inner: Wish, stamp: Stamp, pages: [Int] }
            input Stamp { day: String }
            interface Item { id: Int! title: String! author: Author }
            type Book implements Item { id: Int! title: String! genre: Genre! pages: Int author: Author }
            type Map implements Item { id: Int! title: String! scale: Int! author: Author }
            union Anything = Book | Map
            type Copy { of: Book of__id: Int }
            type Author { name: String! books: [Book!]! kept: Item }
            type Loan { book: Book to: String! number: Int! }
            """;

    private Library() {}

    static RemoteServer start() throws IOException {
        var loans = new ArrayList<String>();
        return RemoteServer.start(
                SDL,
                wiring -> wiring.type("LibraryQuery", Library::queries)
                        .type(
                                "LibraryMutation",
                                type -> type.dataFetcher("lend", environment -> {
                                    String to = Objects.requireNonNull(environment.getArgument("to"));
                                    loans.add(to);
                                    return row(
                                            "book",
                                            book(environment.getArgumentOrDefault("id", 0)),
                                            "to",
                                            to,
                                            "number",
                                            loans.size());
                                }))
                        .type(
                                "Item",
                                type -> type.typeResolver(environment ->
                                        environment.getSchema().getObjectType(kind(environment.getObject()))))
                        .type(
                                "Anything",
                                type -> type.typeResolver(environment ->
                                        environment.getSchema().getObjectType(kind(environment.getObject())))));
    }

    private static graphql.schema.idl.TypeRuntimeWiring.Builder queries(
            graphql.schema.idl.TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("book", environment -> book(environment.getArgumentOrDefault("id", 0)))
                .dataFetcher("books", environment -> {
                    int first = environment.getArgumentOrDefault("first", 2);
                    Object genre = environment.getArgument("genre");
                    return books().stream()
                            .filter(book -> genre == null || genre.equals(book.get("genre")))
                            .limit(first)
                            .toList();
                })
                .dataFetcher("books_by_id", environment -> {
                    List<Integer> ids = environment.getArgumentOrDefault("ids", List.of());
                    return books().reversed().stream()
                            .filter(book -> ids.contains(book.get("id")))
                            .toList();
                })
                .dataFetcher("first_books", environment -> {
                    int count = environment.getArgumentOrDefault("count", 0);
                    return books().stream().limit(count).toList();
                })
                .dataFetcher("copy", environment -> row("of", book(1), "of__id", 2))
                .dataFetcher("fragile", environment -> bookOrError(environment.getArgumentOrDefault("id", 0)))
                .dataFetcher("brittle", environment -> bookOrError(environment.getArgumentOrDefault("id", 0)))
                .dataFetcher("brittle_books", environment -> {
                    List<Integer> ids = environment.getArgumentOrDefault("ids", List.of());
                    return ids.stream().map(Library::bookOrError).toList();
                })
                .dataFetcher("item", environment -> {
                    int id = environment.getArgumentOrDefault("id", 0);
                    return id < 10 ? book(id) : map();
                })
                .dataFetcher("anything", environment -> List.of(books().getFirst(), map()))
                .dataFetcher("caller", caller())
                .dataFetcher("broken", environment -> {
                    throw GraphqlErrorException.newErrorException()
                            .message("the shelf broke")
                            .extensions(row("code", "SHELF"))
                            .build();
                })
                .dataFetcher("brokenToo", environment -> null)
                .dataFetcher("told", environment -> new TreeMap<>(environment.getArguments()).toString());
    }

    private static DataFetcher<@Nullable String> caller() {
        return environment -> {
            Map<String, List<String>> headers = environment.getGraphQlContext().get("headers");
            String name = environment.getArgumentOrDefault("header", "");
            var values = headers.get(name);
            return values == null ? null : values.getFirst();
        };
    }

    private static String kind(Map<String, Object> item) {
        return item.containsKey("scale") ? "Map" : "Book";
    }

    private static Map<String, Object> bookOrError(int id) {
        var found = book(id);
        if (found == null) {
            throw GraphqlErrorException.newErrorException()
                    .message("no such book")
                    .build();
        }
        return found;
    }

    private static @Nullable Map<String, Object> book(int id) {
        return books().stream()
                .filter(book -> book.get("id").equals(id))
                .findFirst()
                .orElse(null);
    }

    private static List<Map<String, Object>> books() {
        var king = row("name", "Halldor");
        var independent = row("id", 1, "title", "Independent People", "genre", "NOVEL", "pages", 482, "author", king);
        var bell = row("id", 2, "title", "Iceland's Bell", "genre", "NOVEL", "pages", 425, "author", king);
        var edda = row("id", 3, "title", "Edda", "genre", "POETRY", "pages", null, "author", null);
        king.put("books", List.of(independent, bell));
        king.put("kept", independent);
        return List.of(independent, bell, edda);
    }

    private static Map<String, Object> map() {
        var maker = row("name", "Snorri", "books", List.of(books().getLast()));
        return row("id", 10, "title", "Reykjavik", "scale", 5000, "author", maker);
    }

    private static Map<String, Object> row(@Nullable Object... pairs) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (var i = 0; i < pairs.length; i += 2) {
            row.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return row;
    }
}
