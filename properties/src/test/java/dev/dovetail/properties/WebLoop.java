package dev.dovetail.properties;

import dev.dovetail.json.Json;
import dev.dovetail.properties.Web.Link;
import dev.dovetail.properties.Web.Root;
import dev.dovetail.properties.Web.Service;
import dev.dovetail.properties.WebQuery.Asked;
import dev.dovetail.properties.WebQuery.Given;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The right answer: a loop over the rows of each service, and within it one over the rows of the next. */
final class WebLoop {
    private static final Given NOTHING = new Given(new LinkedHashMap<>(), null, null);

    private final WebViewer viewer;
    private int refusals;

    WebLoop(WebViewer viewer) {
        this.viewer = viewer;
    }

    /** A service refused a value, and no relationship on the way is partial. */
    static final class Refused extends RuntimeException {
        Refused() {
            super("refused");
        }
    }

    /** How often a partial relationship led nowhere because a service refused. */
    int refusals() {
        return refusals;
    }

    ObjectNode answer(WebQuery query) {
        var answer = Json.object();
        for (var entry : query.entries()) {
            answer.set(entry.key(), shown(entry.service(), rows(entry), entry.root() != Root.ONE, entry.fields()));
        }
        return answer;
    }

    private List<ObjectNode> rows(WebQuery.Entry entry) {
        try {
            var isMany = entry.root() == Root.MANY;
            return found(entry.service(), entry.root(), new LinkedHashMap<>(), entry.given(), isMany);
        } catch (NothingFound _) {
            throw new Refused();
        }
    }

    private JsonNode shown(Service service, List<ObjectNode> rows, boolean many, List<Asked> fields) {
        if (!many) {
            return rows.isEmpty() ? Json.string(null) : shown(service, rows.getFirst(), fields);
        }
        var list = Json.array();
        rows.forEach(row -> list.add(shown(service, row, fields)));
        return list;
    }

    private ObjectNode shown(Service service, ObjectNode row, List<Asked> fields) {
        var object = Json.object();
        for (var asked : fields) {
            object.set(asked.key(), shown(service, row, asked));
        }
        return object;
    }

    private JsonNode shown(Service service, ObjectNode row, Asked asked) {
        return switch (asked) {
            case Asked.Leaf(var _, var field) ->
                field.equals("__typename") ? Json.string(service.name()) : row.path(field);
            case Asked.Sub(var _, var fields) -> sub(row.path("sub"), fields);
            case Asked.Within(var within) -> shown(service, row, within);
            case Asked.Joined(var _, var link, var given, var fields, var _) -> joined(link, row, given, fields);
            case Asked.Counted(var _, var link) -> counted(link, row);
            case Asked.Absent _ -> throw new IllegalStateException("there is no answer");
        };
    }

    private static JsonNode sub(JsonNode sub, List<String> fields) {
        if (sub.isNull()) {
            return sub;
        }
        var object = Json.object();
        fields.forEach(each -> object.set(each, sub.path(each)));
        return object;
    }

    private JsonNode counted(Link link, ObjectNode row) {
        var target = viewer.web().service(link.target());
        var keys = keys(link, row);
        if (isMissing(keys)) {
            return Json.string(null);
        }
        var answer = Json.object();
        answer.putObject("aggregate")
                .put("count", found(target, Root.LIST, keys, NOTHING, false).size());
        return answer;
    }

    private JsonNode joined(Link link, ObjectNode row, Given given, List<Asked> fields) {
        var keys = keys(link, row);
        if (!link.spreads()) {
            return joined(link, keys, given, fields);
        }
        var elements = row.path("l");
        if (elements.isNull()) {
            return elements;
        }
        var list = Json.array();
        for (var element : elements) {
            keys.put(link.pairs().get("l"), element);
            var found = joined(link, keys, given, fields);
            if (!link.toMany()) {
                list.add(found);
            } else if (found.isArray()) {
                found.forEach(list::add);
            } else if (!isMissing(keys)) {
                return found;
            }
        }
        return list;
    }

    private static SequencedMap<String, JsonNode> keys(Link link, ObjectNode row) {
        var keys = new LinkedHashMap<String, JsonNode>();
        link.pairs().forEach((from, name) -> keys.put(name, row.at("/" + from.replace('.', '/'))));
        return keys;
    }

    private static boolean isMissing(SequencedMap<String, JsonNode> keys) {
        return keys.values().stream().anyMatch(each -> each.isNull() || each.isMissingNode());
    }

    private JsonNode joined(Link link, SequencedMap<String, JsonNode> keys, Given given, List<Asked> fields) {
        if (isMissing(keys)) {
            return Json.string(null);
        }
        var target = viewer.web().service(link.target());
        try {
            return shown(target, found(target, link.root(), keys, given, link.batch()), link.toMany(), fields);
        } catch (NothingFound _) {
            if (!link.partial()) {
                throw new Refused();
            }
            refusals++;
            return Json.string(null);
        }
    }

    /** Between the service that refuses and the relationship that led to it. */
    private static final class NothingFound extends RuntimeException {
        NothingFound() {
            super("refused");
        }
    }

    private List<ObjectNode> found(
            Service service, Root root, SequencedMap<String, JsonNode> keys, Given given, boolean batch) {
        if (service.home().isTable()) {
            return viewer.rows(service).stream()
                    .filter(fits(keys))
                    .filter(row -> given.least() == null || row.path("id").asInt() >= given.least())
                    .limit(Math.min(given.limit() == null ? Integer.MAX_VALUE : given.limit(), viewer.limit(service)))
                    .toList();
        }
        var arguments = Json.object();
        given.arguments().forEach(arguments::set);
        viewer.presets(service, root).forEach(arguments::set);
        keys.forEach(arguments::set);
        if (!batch && WebServices.refuses(service, arguments)) {
            throw new NothingFound();
        }
        return service.rows().stream()
                .filter(fits(arguments.properties().stream()
                        .collect(Collectors.toMap(
                                java.util.Map.Entry::getKey,
                                java.util.Map.Entry::getValue,
                                (one, _) -> one,
                                LinkedHashMap::new))))
                .toList();
    }

    /** Null as an argument stands for any value, a list for any of its own. */
    private static Predicate<ObjectNode> fits(SequencedMap<String, JsonNode> values) {
        return row -> values.entrySet().stream().allMatch(each -> {
            var wanted = each.getValue();
            var own = row.path(each.getKey()).asString("");
            return wanted.isNull()
                    || (wanted.isArray()
                            ? wanted.valueStream()
                                    .anyMatch(one -> one.asString().equals(own))
                            : wanted.asString().equals(own));
        });
    }
}
