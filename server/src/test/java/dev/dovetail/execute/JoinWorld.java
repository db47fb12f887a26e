package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.json.Json;
import dev.dovetail.model.RemoteSchema;
import dev.dovetail.name.SourceName;
import dev.dovetail.plan.JoinTarget;
import dev.dovetail.plan.JoinTree;
import dev.dovetail.plan.Shape;
import dev.dovetail.plan.SqlCall;
import dev.dovetail.world.Others;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Random kinds of objects joined to each other, and tables and remote schemas that answer for them. What a key leads to
 * is a function of the key's text alone, so that a nested loop can ask the same.
 */
final class JoinWorld {
    private static final RemoteSchema REMOTE = Others.remote();
    private static final Pattern REMOTE_FIELD = Pattern.compile("_([0-9]+): t([0-9]+)\\(");

    private final Random random;
    private final List<Join> joins = new ArrayList<>();

    JoinWorld(long seed) {
        this.random = new Random(seed);
    }

    int joins() {
        return joins.size();
    }

    /** Fields of an object in their order. */
    sealed interface Field {}

    record Plain() implements Field {}

    /** @param lists how many lists stand around the object */
    record Nested(Kind kind, int lists) implements Field {}

    enum Service {
        TABLE,
        REMOTE,
        ACTION
    }

    /**
     * @param lists how many lists stand around what a key leads to
     * @param fails whether the service fails; the join is partial then
     */
    record Join(
            int number, List<String> keys, Kind kind, int lists, Service service, JoinTree.Spread spread, boolean fails)
            implements Field {}

    record Kind(SequencedMap<String, Field> fields) {
        JoinTree tree(String... path) {
            var found = new ArrayList<JoinTree.Join>();
            var hidden = new ArrayList<JoinTree.Hidden>();
            collect(List.of(path), found, hidden);
            return new JoinTree(found, hidden);
        }

        private void collect(List<String> path, List<JoinTree.Join> found, List<JoinTree.Hidden> hidden) {
            fields.forEach((name, field) -> {
                switch (field) {
                    case Plain _ -> {}
                    case Nested(var kind, var _) ->
                        kind.collect(
                                Stream.concat(path.stream(), Stream.of(name)).toList(), found, hidden);
                    case Join join -> {
                        found.add(new JoinTree.Join(
                                path,
                                name,
                                join.keys().stream()
                                        .map(key -> new JoinTree.Key(key, List.of()))
                                        .toList(),
                                join.spread(),
                                target(join),
                                join.fails()));
                        join.keys().forEach(key -> hidden.add(new JoinTree.Hidden(path, key)));
                    }
                }
            });
        }
    }

    Kind kind(int depth) {
        var fields = new LinkedHashMap<String, Field>();
        var count = 1 + random.nextInt(4);
        for (var i = 0; i < count; i++) {
            fields.put("f" + i, depth == 0 ? new Plain() : field(depth));
        }
        return new Kind(fields);
    }

    private Field field(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> new Plain();
            case 1 -> new Nested(kind(depth - 1), random.nextInt(3));
            default -> {
                var number = joins.size();
                var nothing = new Kind(new LinkedHashMap<>());
                joins.add(new Join(number, List.of(), nothing, 0, Service.TABLE, JoinTree.Spread.NONE, false));
                var keys = new ArrayList<String>();
                for (var k = 0; k <= random.nextInt(2); k++) {
                    keys.add("." + number + "_" + k);
                }
                var lists = random.nextInt(2);
                var each = lists == 0 ? JoinTree.Spread.EACH : JoinTree.Spread.FLAT;
                var join = new Join(
                        number,
                        keys,
                        kind(depth - 1),
                        lists,
                        Service.values()[random.nextInt(3)],
                        random.nextInt(3) == 0 ? each : JoinTree.Spread.NONE,
                        random.nextInt(6) == 0);
                joins.set(number, join);
                yield join;
            }
        };
    }

    private static JoinTarget target(Join join) {
        var tree = join.kind().tree(JoinTarget.ELEMENT);
        if (join.service() == Service.ACTION) {
            var input = new LinkedHashMap<String, JoinTarget.Given>();
            for (var k = 0; k < join.keys().size(); k++) {
                input.put("k" + k, new JoinTarget.Given.Key(k));
            }
            return new JoinTarget.ToAction(
                    Others.action("t" + join.number(), "json"), input, true, new Shape.Verbatim(true), tree, Path.ROOT);
        }
        if (join.service() == Service.TABLE) {
            var arguments = new ArrayList<SqlCall.Argument>();
            for (var k = 0; k < join.keys().size(); k++) {
                arguments.add(new SqlCall.Argument.JoinKeys(k));
            }
            return new JoinTarget.ToTable(new SourceName("db"), new SqlCall("t" + join.number(), arguments), tree);
        }
        var template = new ArrayList<JoinTarget.Part>();
        var carried = new ArrayList<JoinTarget.Carried>();
        template.add(new JoinTarget.Part.Text("t" + join.number() + "("));
        for (var k = 0; k < join.keys().size(); k++) {
            template.add(new JoinTarget.Part.Text("k" + k + ": "));
            template.add(new JoinTarget.Part.Key(k));
            carried.add(new JoinTarget.Carried(k, new TypeSyntax.NonNull(new TypeSyntax.Named("String"))));
        }
        template.add(new JoinTarget.Part.Text(") { w }"));
        return new JoinTarget.ToRemote(
                REMOTE, template, carried, List.of(), List.of("w"), new Shape.Verbatim(true), tree);
    }

    ObjectNode object(Kind kind, Random data) {
        var object = Json.object();
        kind.fields().forEach((name, field) -> {
            switch (field) {
                case Plain _ -> object.put(name, data.nextInt(100));
                case Nested(var nested, var lists) -> object.set(name, value(nested, lists, data));
                case Join join -> {
                    object.putNull(name);
                    for (var k = 0; k < join.keys().size(); k++) {
                        var list = k == 0 && join.spread() != JoinTree.Spread.NONE;
                        object.set(join.keys().get(k), list ? keys(data) : key(data));
                    }
                }
            }
        });
        return object;
    }

    /** Few different ones, so that they repeat; the same text as a number and as a string; null. */
    private static JsonNode key(Random data) {
        var number = data.nextInt(5);
        return number == 4 ? Json.string(null) : Json.read(data.nextBoolean() ? "" + number : "\"" + number + "\"");
    }

    private static JsonNode keys(Random data) {
        if (data.nextInt(5) == 0) {
            return Json.string(null);
        }
        var list = Json.array();
        var size = data.nextInt(4);
        for (var i = 0; i < size; i++) {
            list.add(key(data));
        }
        return list;
    }

    private JsonNode value(Kind kind, int lists, Random data) {
        if (data.nextInt(5) == 0) {
            return Json.string(null);
        }
        if (lists == 0) {
            return object(kind, data);
        }
        var list = Json.array();
        var size = data.nextInt(4);
        for (var i = 0; i < size; i++) {
            list.add(value(kind, lists - 1, data));
        }
        return list;
    }

    /** What a key leads to. */
    private JsonNode found(Join join, List<String> key) {
        return value(join.kind(), join.lists(), new Random(31L * key.hashCode() + join.number()));
    }

    String sql(String table, List<@Nullable Object> values) {
        var join = join(table);
        var rows = Json.array();
        for (var i = 0; i < ((String[]) values.getFirst()).length; i++) {
            var key = new ArrayList<String>();
            for (var column : values) {
                key.add(((String[]) column)[i]);
            }
            rows.add(found(join, key));
        }
        return Json.write(rows);
    }

    /** Throws when its service fails. */
    private Join join(String name) {
        var join = joins.get(Integer.parseInt(name.substring(1)));
        if (join.fails()) {
            throw new ApiException(ErrorCode.UNEXPECTED, Path.ROOT, name + " fails");
        }
        return join;
    }

    Http.Response http(Http.Request request) {
        var body = Json.read(request.body());
        return new Http.Response(
                200, List.of(), Json.writeBytes(body.has("action") ? acted(body) : remotelyAnswered(body)));
    }

    private JsonNode acted(JsonNode body) {
        var join = join(body.path("action").path("name").stringValue());
        var answers = Json.array();
        for (var input : body.path("input")) {
            var key = new ArrayList<String>();
            input.forEach(value -> key.add(value.asString()));
            answers.add(found(join, key));
        }
        return answers;
    }

    private JsonNode remotelyAnswered(JsonNode body) {
        var data = Json.object();
        var fields = REMOTE_FIELD.matcher(body.path("query").stringValue());
        while (fields.find()) {
            var join = join("t" + fields.group(2));
            var key = new ArrayList<String>();
            for (var k = 0; k < join.keys().size(); k++) {
                key.add(body.path("variables")
                        .path("_" + fields.group(1) + "_" + k)
                        .stringValue());
            }
            data.putObject("_" + fields.group(1)).set("w", found(join, key));
        }
        var answer = Json.object();
        answer.set("data", data);
        return answer;
    }

    JsonNode nestedLoop(Kind kind, JsonNode value) {
        if (value.isNull()) {
            return value;
        }
        if (value.isArray()) {
            var list = Json.array();
            value.forEach(item -> list.add(nestedLoop(kind, item)));
            return list;
        }
        var object = Json.object();
        kind.fields()
                .forEach((name, field) -> object.set(
                        name,
                        switch (field) {
                            case Plain _ -> value.path(name);
                            case Nested(var nested, var _) -> nestedLoop(nested, value.path(name));
                            case Join join -> looked(join, value);
                        }));
        return object;
    }

    private JsonNode looked(Join join, JsonNode holder) {
        var key = new ArrayList<JsonNode>();
        join.keys().forEach(name -> key.add(holder.path(name)));
        if (join.spread() == JoinTree.Spread.NONE) {
            return looked(join, key);
        }
        if (key.getFirst().isNull()) {
            return key.getFirst();
        }
        var list = Json.array();
        for (var element : key.getFirst()) {
            var one = new ArrayList<>(key);
            one.set(0, element);
            var found = looked(join, one);
            if (join.spread() == JoinTree.Spread.EACH) {
                list.add(found);
            } else if (found.isArray()) {
                found.forEach(list::add);
            } else if (join.fails() && one.stream().noneMatch(JsonNode::isNull)) {
                return Json.string(null);
            }
        }
        return list;
    }

    private JsonNode looked(Join join, List<JsonNode> key) {
        if (join.fails() || key.stream().anyMatch(JsonNode::isNull)) {
            return Json.string(null);
        }
        return nestedLoop(
                join.kind(), found(join, key.stream().map(JsonNode::asString).toList()));
    }
}
