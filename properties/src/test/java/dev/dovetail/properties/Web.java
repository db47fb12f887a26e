package dev.dovetail.properties;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Generated services with rows of one shape, and relationships from each to each. */
record Web(List<Service> services, Role role) {

    /** What every row has: {@code id} is never null, and {@code n} and {@code s} are numbers and texts. */
    static final List<String> VALUES = List.of("id", "n", "s");

    enum Home {
        TABLE,
        TABLE_ELSEWHERE,
        REMOTE,
        ACTION;

        boolean isTable() {
            return this == TABLE || this == TABLE_ELSEWHERE;
        }

        /** Rows from outside have besides {@code l}, a list of numbers, and {@code sub}, an object of n and s. */
        List<String> fields() {
            return isTable() ? VALUES : List.of("id", "n", "s", "l", "sub");
        }
    }

    /** @param refused the number of which the service knows nothing but an error; null when it answers everything */
    record Service(
            String name,
            Home home,
            List<ObjectNode> rows,
            List<Link> links,
            @Nullable Integer refused) {}

    /**
     * A relationship.
     *
     * @param pairs what it starts at ({@code n}, {@code l}, {@code sub.n} …), to the field or argument there
     * @param batch whether all keys go in one call
     * @param partial for all relationships of a web, or for none: what fails below one that is partial is not at hand
     */
    record Link(
            String name,
            String target,
            SequencedMap<String, String> pairs,
            Root root,
            boolean toMany,
            boolean batch,
            boolean partial) {

        boolean spreads() {
            return pairs.containsKey("l");
        }

        Set<String> given() {
            return Set.copyOf(pairs.values());
        }
    }

    /** The fields that lead into a service, and the kinds of relationships to a table. */
    enum Root {
        ONE,
        LIST,
        /** Of a remote schema: those of a list of ids. */
        MANY;

        String of(String service) {
            return service + "_" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    Service service(String name) {
        return services.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** @param rights by service; it may do nothing where absent */
    record Role(String name, SequencedMap<String, String> session, Map<String, Rights> rights) {}

    /**
     * @param fields it sees
     * @param checks of a table: what must hold of a row
     * @param limit of a table
     * @param roots of a remote schema: those it sees, with what becomes of their arguments
     */
    record Rights(
            List<String> fields,
            List<Check> checks,
            @Nullable Integer limit,
            boolean counts,
            Map<Root, SequencedMap<String, Argument>> roots) {}

    /** @param value what is written in the metadata: a literal, or the name of a session variable */
    record Check(String column, String operator, JsonNode value) {}

    /** What becomes of an argument of a remote schema. */
    sealed interface Argument {
        record Open() implements Argument {}

        record Hidden() implements Argument {}

        record Preset(String written) implements Argument {}
    }
}
