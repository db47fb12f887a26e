package dev.dovetail.metadata.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds an object by the sentence a server names it with, {@code object_relation author in table article in source
 * default}: answers about inconsistent metadata have no path.
 */
final class ObjectPlaces {
    private static final String TABLE = "(?<name>.+) in table (?<table>.+) in source (?<source>.+)";
    private static final String FUNCTION =
            "(?:(?<name>.+) permission for function )?(?<table>.+) in source (?<source>.+)";
    private static final String PERMISSION = "(?<name>.+) permission in (?:remote schema )?(?<table>.+)";
    private static final String NAMED = "(?:inherited role )?(?<name>.+)";

    /** By type of object: the sentence behind the type, and the keys that lead there. */
    private static final Map<String, Rule> RULES = Map.ofEntries(
            rule("source", NAMED, "sources"),
            rule("table", FUNCTION, "tables"),
            rule("function", FUNCTION, "functions"),
            rule("function_permission", FUNCTION, "functions", "permissions"),
            rule("object_relation", TABLE, "tables", "object_relationships"),
            rule("array_relation", TABLE, "tables", "array_relationships"),
            rule("computed_field", TABLE, "tables", "computed_fields"),
            rule("remote_relationship", TABLE, "tables", "remote_relationships"),
            rule("event_trigger", TABLE, "tables", "event_triggers"),
            rule("insert_permission", TABLE, "tables", "insert_permissions"),
            rule("select_permission", TABLE, "tables", "select_permissions"),
            rule("update_permission", TABLE, "tables", "update_permissions"),
            rule("delete_permission", TABLE, "tables", "delete_permissions"),
            rule("remote_schema", NAMED, "remote_schemas"),
            rule("remote_schema_permission", PERMISSION, "remote_schemas", "permissions"),
            rule("action", NAMED, "actions"),
            rule("action_permission", PERMISSION, "actions", "permissions"),
            rule("inherited_role", NAMED, "inherited_roles"),
            rule("cron_trigger", NAMED, "cron_triggers"),
            rule("rest_endpoint", NAMED, "rest_endpoints"));

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private final Tree root;

    ObjectPlaces(Tree root) {
        this.root = root;
    }

    /** Of the object, or of the innermost of those it is in that was found. */
    Optional<Place> find(String type, String sentence, String reason) {
        if (type.equals("custom_types")) {
            return place(type(reason));
        }
        var rule = RULES.get(type);
        if (rule == null) {
            return Optional.empty();
        }
        var words = sentence.startsWith(type + " ") ? sentence.substring(type.length() + 1) : sentence;
        var match = rule.sentence().matcher(words);
        return match.matches() ? place(follow(rule.keys(), match)) : Optional.empty();
    }

    /** All custom types are one object; which of them is meant is known only by the names quoted in the reason. */
    private @Nullable Tree type(String reason) {
        var types = root.get("custom_types");
        var quoted =
                QUOTED.matcher(reason).results().map(match -> match.group(1)).toList();
        for (var kind : ActionFiles.TYPE_KINDS) {
            for (var name : quoted) {
                var type = types == null ? null : named(types.get(kind), name);
                if (type != null) {
                    return part(type, quoted);
                }
            }
        }
        return types;
    }

    private static Tree part(Tree type, List<String> names) {
        for (var key : List.of("relationships", "fields", "values")) {
            for (var name : names) {
                var part = named(type.get(key), name);
                if (part != null) {
                    return part;
                }
            }
        }
        return type;
    }

    private @Nullable Tree follow(List<String> keys, Matcher match) {
        var inSource = keys.getFirst().equals("tables") || keys.getFirst().equals("functions");
        var at = inSource ? named(root.get("sources"), match.group("source")) : root;
        var outer = keys.size() == 2 || inSource ? group(match, "table") : group(match, "name");
        var found = at == null ? null : named(at.get(keys.getFirst()), outer);
        if (found == null || keys.size() == 1) {
            return found == null && inSource ? at : found;
        }
        var inner = named(found.get(keys.get(1)), group(match, "name"));
        return inner == null ? found : inner;
    }

    private static String group(Matcher match, String name) {
        return match.namedGroups().containsKey(name) ? String.valueOf(match.group(name)) : "";
    }

    private static @Nullable Tree named(@Nullable Tree list, String name) {
        Predicate<Tree> isIt = object -> name.equals(object.text("name"))
                || name.equals(object.text("value"))
                || name.equals(object.text("role"))
                || name.equals(object.text("role_name"))
                || name.equals(qualified(object.get("table")))
                || name.equals(qualified(object.get("function")));
        return list == null
                ? null
                : list.elements().stream().filter(isIt).findFirst().orElse(null);
    }

    private static String qualified(@Nullable Tree name) {
        if (name == null) {
            return "";
        }
        if (name.json().isString()) {
            return name.json().stringValue();
        }
        var schema = String.valueOf(name.text("schema"));
        return (schema.equals("public") || schema.equals("null") ? "" : schema + ".") + name.text("name");
    }

    private static Optional<Place> place(@Nullable Tree tree) {
        return Optional.ofNullable(tree).map(Tree::place);
    }

    private static Map.Entry<String, Rule> rule(String type, String sentence, String... keys) {
        return Map.entry(type, new Rule(Pattern.compile(sentence), List.of(keys)));
    }

    private record Rule(Pattern sentence, List<String> keys) {}
}
