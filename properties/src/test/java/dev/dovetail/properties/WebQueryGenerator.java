package dev.dovetail.properties;

import dev.dovetail.json.Json;
import dev.dovetail.properties.Web.Home;
import dev.dovetail.properties.Web.Link;
import dev.dovetail.properties.Web.Root;
import dev.dovetail.properties.Web.Service;
import dev.dovetail.properties.WebQuery.Asked;
import dev.dovetail.properties.WebQuery.Entry;
import dev.dovetail.properties.WebQuery.Given;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Queries over a web; mostly of what the viewer has. */
final class WebQueryGenerator {
    private static final int DEPTH = 3;

    private final WebViewer viewer;
    private final Choices choices;
    private final boolean asksForAbsent;
    private boolean absent;

    private WebQueryGenerator(WebViewer viewer, Choices choices) {
        this.viewer = viewer;
        this.choices = choices;
        this.asksForAbsent = choices.chance(25);
    }

    /** Throws {@link java.util.NoSuchElementException} when the viewer has nothing at all. */
    static WebQuery generate(WebViewer viewer, Choices choices) {
        var generator = new WebQueryGenerator(viewer, choices);
        var entries = new ArrayList<Entry>();
        var seen = viewer.web().services().stream().filter(viewer::sees).toList();
        var count = 1 + choices.below(2);
        for (var i = 0; i < count; i++) {
            entries.add(generator.entry("r" + i, choices.of(seen)));
        }
        return new WebQuery(entries, generator.absent);
    }

    /** Through one relationship of a service that the viewer sees; or, where it may not follow it, the attempt. */
    static WebQuery following(WebViewer viewer, Service service, Link link) {
        var field = viewer.follows(link)
                ? new Asked.Joined("a", link, nothing(), List.of(new Asked.Leaf("b", "__typename")), false)
                : new Asked.Absent("a", link.name() + " { __typename }");
        var root = service.home().isTable() ? Root.LIST : viewer.roots(service).getFirst();
        var given = nothing();
        if (root == Root.MANY) {
            given.arguments().put("id", Json.array());
        }
        return new WebQuery(List.of(new Entry("r", service, root, given, List.of(field))), !viewer.follows(link));
    }

    private static Given nothing() {
        return new Given(new LinkedHashMap<>(), null, null);
    }

    private Entry entry(String key, Service service) {
        var root = service.home().isTable() ? Root.LIST : choices.of(viewer.roots(service));
        var given = given(service, root, List.of());
        if (root == Root.MANY) {
            given.arguments().put("id", ids());
        }
        return new Entry(key, service, root, given, fields(service, DEPTH));
    }

    private JsonNode ids() {
        var ids = Json.array();
        var count = choices.below(4);
        for (var i = 0; i < count; i++) {
            ids.add(Json.read("" + choices.below(5)));
        }
        return ids;
    }

    /** @param taken arguments that the relationship gives */
    private Given given(Service service, Root root, List<String> taken) {
        var arguments = new LinkedHashMap<String, JsonNode>();
        if (service.home().isTable()) {
            return new Given(
                    arguments,
                    choices.chance(20) ? choices.below(3) : null,
                    choices.chance(20) ? choices.below(3) : null);
        }
        for (var name : WebViewer.arguments(root)) {
            var isIds = root == Root.MANY && name.equals("id");
            if (taken.contains(name) || isIds) {
                continue;
            }
            var isOpen = viewer.open(service, root).contains(name);
            if (isOpen ? choices.chance(15) : wantsAbsent()) {
                arguments.put(name, value(name));
            }
        }
        return new Given(arguments, null, null);
    }

    private JsonNode value(String argument) {
        if (choices.chance(20)) {
            return Json.string(null);
        }
        var number = "" + choices.below(5);
        return argument.equals("s") ? Json.string(number) : Json.read(number);
    }

    private boolean wantsAbsent() {
        var wants = asksForAbsent && choices.chance(40);
        absent |= wants;
        return wants;
    }

    private List<Asked> fields(Service service, int depth) {
        var fields = new ArrayList<Asked>();
        fields.add(field("a", service, depth));
        var more = choices.below(4);
        for (var i = 0; i < more; i++) {
            var asked = field("b" + i, service, depth);
            fields.add(choices.chance(15) ? new Asked.Within(asked) : asked);
        }
        return fields;
    }

    private Asked field(String key, Service service, int depth) {
        if (wantsAbsent()) {
            return absent(key, service);
        }
        var links = depth == 0
                ? List.<Link>of()
                : service.links().stream().filter(viewer::follows).toList();
        if (links.isEmpty() || choices.chance(40)) {
            return own(key, service);
        }
        var link = choices.of(links);
        var target = viewer.web().service(link.target());
        if (target.home().isTable()
                && link.toMany()
                && !link.spreads()
                && viewer.counts(target)
                && choices.chance(20)) {
            return new Asked.Counted(key, link);
        }
        return new Asked.Joined(
                key,
                link,
                target.home().isTable() && !link.toMany()
                        ? nothing()
                        : given(target, link.root(), List.copyOf(link.given())),
                fields(target, depth - 1),
                choices.chance(15));
    }

    private Asked own(String key, Service service) {
        var fields = viewer.fields(service);
        if (choices.chance(10)) {
            return new Asked.Leaf(key, "__typename");
        }
        var field = choices.of(fields);
        return field.equals("sub")
                ? new Asked.Sub(key, choices.atLeastOne(List.of("n", "s"), 60))
                : new Asked.Leaf(key, field);
    }

    private Asked absent(String key, Service service) {
        var options = new ArrayList<String>();
        service.links().stream()
                .filter(each -> !viewer.follows(each))
                .forEach(each -> options.add(each.name() + " { __typename }"));
        if (!options.isEmpty() && choices.chance(70)) {
            return new Asked.Absent(key, choices.of(options));
        }
        service.home().fields().stream()
                .filter(each -> !viewer.fields(service).contains(each))
                .forEach(each -> options.add(each.equals("sub") ? "sub { n }" : each));
        service.links().stream()
                .filter(each -> viewer.web().service(each.target()).home() == Home.TABLE)
                .filter(each -> each.toMany() && !each.spreads())
                .filter(each ->
                        !viewer.follows(each) || !viewer.counts(viewer.web().service(each.target())))
                .forEach(each -> options.add(each.name() + "_aggregate { aggregate { count } }"));
        return new Asked.Absent(key, options.isEmpty() ? "nothing" : choices.of(options));
    }
}
