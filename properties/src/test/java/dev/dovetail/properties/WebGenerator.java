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
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Services, rows with nulls and few different values, relationships between them, and a role. */
final class WebGenerator {
    static final String NUMBER = "x-hasura-n";
    static final String TEXT = "x-hasura-s";
    private static final int NUMBERS = 5;

    private final Choices choices;
    private final List<Home> homes = new ArrayList<>();
    private final boolean partial;

    private WebGenerator(Choices choices) {
        this.choices = choices;
        this.partial = choices.chance(50);
        homes.addAll(List.of(Home.values()));
        var more = choices.below(3);
        for (var i = 0; i < more; i++) {
            homes.add(choices.of(List.of(Home.values())));
        }
    }

    static Web generate(Choices choices) {
        return new WebGenerator(choices).web();
    }

    private Web web() {
        var services = new ArrayList<Service>();
        for (var i = 0; i < homes.size(); i++) {
            var home = homes.get(i);
            services.add(new Service(
                    name(i),
                    home,
                    rows(home),
                    links(home),
                    !home.isTable() && choices.chance(30) ? choices.below(NUMBERS) : null));
        }
        var rights = new LinkedHashMap<String, Rights>();
        services.stream().filter(_ -> choices.chance(75)).forEach(each -> rights.put(each.name(), rights(each.home())));
        return new Web(services, new Role("r", session(choices), rights));
    }

    static SequencedMap<String, String> session(Choices choices) {
        var session = new LinkedHashMap<String, String>();
        session.put(NUMBER, "" + choices.below(NUMBERS));
        session.put(TEXT, "" + choices.below(NUMBERS));
        return session;
    }

    private static String name(int service) {
        return "w" + service;
    }

    private List<ObjectNode> rows(Home home) {
        var rows = new ArrayList<ObjectNode>();
        var count = choices.below(7);
        for (var i = 0; i < count; i++) {
            var row = Json.object().put("id", home.isTable() ? i : choices.below(NUMBERS));
            row.set("n", number());
            row.set("s", text());
            if (!home.isTable()) {
                row.set("l", choices.chance(15) ? Json.string(null) : list());
                row.set("sub", choices.chance(20) ? Json.string(null) : sub());
            }
            rows.add(row);
        }
        return rows;
    }

    private ObjectNode sub() {
        var sub = Json.object();
        sub.set("n", number());
        sub.set("s", text());
        return sub;
    }

    private JsonNode list() {
        var list = Json.array();
        var size = choices.below(4);
        for (var i = 0; i < size; i++) {
            list.add(number());
        }
        return list;
    }

    private JsonNode number() {
        return choices.chance(20) ? Json.string(null) : Json.read("" + choices.below(NUMBERS));
    }

    private JsonNode text() {
        return choices.chance(20) ? Json.string(null) : Json.string("" + choices.below(NUMBERS));
    }

    private List<Link> links(Home from) {
        var links = new ArrayList<Link>();
        var count = 1 + choices.below(4);
        for (var i = 0; i < count; i++) {
            links.add(link("to" + i, from, choices.below(homes.size())));
        }
        return links;
    }

    private Link link(String name, Home from, int target) {
        var home = homes.get(target);
        var root = choices.chance(50) ? Root.LIST : Root.ONE;
        if (home == Home.REMOTE && choices.chance(30)) {
            return new Link(
                    name, name(target), pair(numbers(from), "id"), Root.MANY, choices.chance(50), true, partial);
        }
        // Of several rows any may be the one of a table.
        var pairs = home.isTable() && root == Root.ONE ? pair(numbers(from), "id") : pair(from);
        if (choices.chance(25)) {
            var texts = from.isTable() ? List.of("s") : List.of("s", "sub.s");
            if (!pairs.containsValue("s")) {
                var text = choices.of(texts);
                pairs.putIfAbsent(text, "s");
            }
        }
        return new Link(
                name, name(target), pairs, root, root == Root.LIST, home == Home.ACTION && choices.chance(40), partial);
    }

    private SequencedMap<String, String> pair(Home from) {
        if (choices.chance(35)) {
            return pair(from.isTable() ? List.of("s") : List.of("s", "sub.s"), "s");
        }
        return pair(numbers(from), choices.chance(50) ? "n" : "id");
    }

    private SequencedMap<String, String> pair(List<String> from, String to) {
        var pairs = new LinkedHashMap<String, String>();
        pairs.put(choices.of(from), to);
        return pairs;
    }

    private static List<String> numbers(Home from) {
        return from.isTable() ? List.of("n", "id") : List.of("n", "id", "l", "sub.n");
    }

    private Rights rights(Home home) {
        var fields = new ArrayList<String>(choices.atLeastOne(home.fields(), 70));
        if (home.isTable() && !fields.contains("id")) {
            // By which rows are ordered.
            fields.addFirst("id");
        }
        var checks = new ArrayList<Check>();
        var count = home.isTable() ? choices.below(3) : 0;
        for (var i = 0; i < count; i++) {
            checks.add(check());
        }
        var limit = home.isTable() && choices.chance(20) ? 1 + choices.below(3) : null;
        return new Rights(fields, checks, limit, limit == null && choices.chance(60), roots());
    }

    private Check check() {
        var column = choices.of(List.of("n", "s"));
        var isNumber = column.equals("n");
        return switch (choices.below(4)) {
            case 0 -> new Check(column, "_eq", Json.string(isNumber ? NUMBER : TEXT));
            case 1 -> new Check(column, "_neq", Json.string(isNumber ? NUMBER : TEXT));
            case 2 -> new Check(column, "_in", someOf(isNumber));
            default -> new Check(column, "_is_null", Json.read(choices.chance(30) ? "true" : "false"));
        };
    }

    private JsonNode someOf(boolean areNumbers) {
        var list = Json.array();
        for (var i = 0; i < NUMBERS; i++) {
            if (choices.chance(60)) {
                list.add(areNumbers ? Json.read("" + i) : Json.string("" + i));
            }
        }
        return list;
    }

    private Map<Root, SequencedMap<String, Argument>> roots() {
        var roots = new LinkedHashMap<Root, SequencedMap<String, Argument>>();
        for (var root : choices.atLeastOne(List.of(Root.values()), 75)) {
            var arguments = new LinkedHashMap<String, Argument>();
            for (var name : WebViewer.arguments(root)) {
                arguments.put(name, root == Root.MANY && name.equals("id") ? new Argument.Open() : argument(name));
            }
            roots.put(root, arguments);
        }
        return roots;
    }

    private Argument argument(String name) {
        if (choices.chance(75)) {
            return new Argument.Open();
        }
        return choices.chance(40)
                ? new Argument.Hidden()
                : new Argument.Preset(
                        choices.chance(50) ? (name.equals("s") ? TEXT : NUMBER) : "" + choices.below(NUMBERS));
    }
}
