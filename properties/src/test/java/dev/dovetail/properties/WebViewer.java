package dev.dovetail.properties;

import dev.dovetail.json.Json;
import dev.dovetail.properties.Web.Argument;
import dev.dovetail.properties.Web.Check;
import dev.dovetail.properties.Web.Home;
import dev.dovetail.properties.Web.Link;
import dev.dovetail.properties.Web.Rights;
import dev.dovetail.properties.Web.Role;
import dev.dovetail.properties.Web.Root;
import dev.dovetail.properties.Web.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What somebody may see of a web: its role, or an administrator when there is none. */
record WebViewer(Web web, @Nullable Role role) {

    private @Nullable Rights rights(Service service) {
        return role == null ? null : role.rights().get(service.name());
    }

    boolean sees(Service service) {
        return role == null || rights(service) != null;
    }

    List<String> fields(Service service) {
        var rights = rights(service);
        return rights == null || service.home() == Home.ACTION ? service.home().fields() : rights.fields();
    }

    boolean counts(Service service) {
        var rights = rights(service);
        return rights == null || rights.counts();
    }

    /** The roots of a service that is no table. */
    List<Root> roots(Service service) {
        var rights = rights(service);
        if (service.home() == Home.ACTION) {
            return List.of(Root.ONE, Root.LIST);
        }
        return rights == null
                ? List.of(Root.values())
                : List.of(Root.values()).stream()
                        .filter(rights.roots()::containsKey)
                        .toList();
    }

    /** Both ends count: the service there and the arguments that the relationship gives. */
    boolean follows(Link link) {
        var target = web.service(link.target());
        return sees(target)
                && (target.home() != Home.REMOTE
                        || roots(target).contains(link.root())
                                && open(target, link.root()).containsAll(link.given()));
    }

    /** The arguments that a client gives, of a service that is no table. */
    List<String> open(Service service, Root root) {
        var rights = rights(service);
        return arguments(root).stream()
                .filter(each -> rights == null
                        || service.home() == Home.ACTION
                        || Objects.requireNonNull(rights.roots().get(root)).get(each) instanceof Argument.Open)
                .toList();
    }

    static List<String> arguments(Root root) {
        return root == Root.MANY ? List.of("id", "n", "s") : Web.VALUES;
    }

    /** What a remote schema is told besides. */
    SequencedMap<String, JsonNode> presets(Service service, Root root) {
        var found = new LinkedHashMap<String, JsonNode>();
        var rights = rights(service);
        if (rights != null && service.home() == Home.REMOTE) {
            rights.roots().getOrDefault(root, new LinkedHashMap<>()).forEach((name, argument) -> {
                if (argument instanceof Argument.Preset(var written)) {
                    found.put(name, resolved(Json.string(written)));
                }
            });
        }
        return found;
    }

    /** The rows of a table that may be seen, without the limit. */
    List<ObjectNode> rows(Service table) {
        var rights = rights(table);
        return rights == null
                ? table.rows()
                : table.rows().stream()
                        .filter(row -> rights.checks().stream().allMatch(check -> holds(check, row)))
                        .toList();
    }

    int limit(Service table) {
        var rights = rights(table);
        return rights == null || rights.limit() == null ? Integer.MAX_VALUE : rights.limit();
    }

    private boolean holds(Check check, ObjectNode row) {
        var value = row.path(check.column());
        if (check.operator().equals("_is_null")) {
            return value.isNull() == check.value().booleanValue();
        }
        if (value.isNull()) {
            return false;
        }
        var allowed = new ArrayList<String>();
        if (check.value().isArray()) {
            check.value().forEach(each -> allowed.add(resolved(each).asString()));
        } else {
            allowed.add(resolved(check.value()).asString());
        }
        return allowed.contains(value.asString()) != check.operator().equals("_neq");
    }

    private JsonNode resolved(JsonNode written) {
        Map<String, String> session = role == null ? Map.of() : role.session();
        var variable = session.get(written.asString(""));
        return variable == null ? written : Json.string(variable);
    }
}
