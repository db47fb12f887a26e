package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Failure;
import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.json.Json;
import dev.dovetail.plan.JoinTarget;
import dev.dovetail.plan.JoinTree.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One request to a remote schema for many keys: the field once per key tuple, under the aliases {@code _0, _1 …}; or
 * once with a list of all keys.
 */
record RemoteBatch(JoinTarget.ToRemote target, Spread spread, List<JoinKeys.Tuple> tuples, String prefix) {
    private static final Pattern ALIAS = Pattern.compile("_(0|[1-9][0-9]{0,8})");

    /**
     * The variables that carry the keys are {@code $_0_0}, or with more underscores when the client uses such names.
     */
    static RemoteBatch of(JoinTarget.ToRemote target, Spread spread, List<JoinKeys.Tuple> tuples) {
        var prefix = new StringBuilder("_");
        while (target.variables().stream().anyMatch(variable -> variable.name().startsWith(prefix.toString()))) {
            prefix.append('_');
        }
        return new RemoteBatch(target, spread, tuples, prefix.toString());
    }

    /** @param tries of a partial join: errors may stand beside what the remote answers */
    Underway<JoinFetcher.Fetched> start(RemoteRunner remotes, Turn turn, @Nullable Tries tries) {
        return tries != null
                ? Salvage.fetch(
                        tuples, tries, some -> new RemoteBatch(target, spread, some, prefix).attempt(remotes, turn))
                : ask(remotes, turn, false)
                        .then(answer -> fetched(Objects.requireNonNull(answer.data()), List.of()))
                        .orElse(fault -> {
                            throw UpstreamPaths.of(refusal(fault), this::place);
                        });
    }

    private Underway<RemoteAnswer.Parts> ask(RemoteRunner remotes, Turn turn, boolean partial) {
        return Underway.starting(() -> remotes.ask(target.remote(), document(Inputs.of(turn.call())), turn, partial));
    }

    private static ApiException refusal(Throwable fault) {
        if (fault instanceof ApiException refused) {
            return refused;
        }
        throw new CompletionException(fault);
    }

    private Underway<Salvage.Attempt> attempt(RemoteRunner remotes, Turn turn) {
        var unfit = unfit(KeyFit::check);
        if (!unfit.isEmpty()) {
            return Underway.done(Salvage.unfit(tuples, unfit));
        }
        return ask(remotes, turn, true)
                .then(this::attempted)
                .orElse(fault -> new Salvage.Attempt.Refused(refusal(fault)));
    }

    /** Keys for which a remote would refuse the whole request, by their positions. */
    private SequencedMap<Integer, ApiException> unfit(BiConsumer<TypeSyntax, JsonNode> check) {
        var unfit = new LinkedHashMap<Integer, ApiException>();
        for (var i = 0; i < tuples.size(); i++) {
            try {
                for (var carried : target.carried()) {
                    check.accept(carried.type(), value(carried, i));
                }
            } catch (ApiException refused) {
                unfit.put(i, refused);
            }
        }
        return unfit;
    }

    private Salvage.Attempt attempted(RemoteAnswer.Parts answer) {
        var data = answer.data();
        var errors = answer.errors();
        if (errors == null) {
            return new Salvage.Attempt.Told(fetched(Objects.requireNonNull(data), List.of()));
        }
        var failure = new Failure.Upstream(placed(errors, data));
        if (data != null && (target.batch() == null || at(data.path("_0")).isArray())) {
            return new Salvage.Attempt.Told(fetched(data, List.of(failure)));
        }
        var named = named(errors);
        var failed = new ApiException(failure);
        return named.isEmpty() && !answer.executed() ? refused(failed) : new Salvage.Attempt.Spoiled(failed, named);
    }

    /** It may lie with numbers that only some servers take. */
    private Salvage.Attempt refused(ApiException failed) {
        var beyond = unfit(KeyFit::checkBounds).keySet();
        return beyond.isEmpty() ? new Salvage.Attempt.Refused(failed) : new Salvage.Attempt.Spoiled(failed, beyond);
    }

    private Set<Integer> named(ArrayNode errors) {
        var named = new LinkedHashSet<Integer>();
        for (var error : errors) {
            var index = error.path("path") instanceof ArrayNode path ? index(path) : -1;
            if (index >= 0) {
                named.add(index);
            }
        }
        return named;
    }

    private JoinFetcher.Fetched fetched(ObjectNode data, List<Failure> failures) {
        var found = target.batch() == null ? null : Matches.of(target, at(data.path("_0")));
        var results = new ArrayList<@Nullable JsonNode>(tuples.size());
        for (var i = 0; i < tuples.size(); i++) {
            results.add(found == null ? result(at(data.path("_" + i))) : found.of(tuples.get(i)));
        }
        return new JoinFetcher.Fetched(results, failures);
    }

    private JsonNode at(JsonNode field) {
        var value = field;
        for (var key : target.unwrap()) {
            value = value.path(key);
        }
        return value;
    }

    private JsonNode result(JsonNode value) {
        return value.isMissingNode()
                ? Json.string(null)
                : new RemoteShape(target.remote().naming()).apply(target.shape(), value);
    }

    RemoteRunner.Document document(Inputs inputs) {
        var declarations = new StringBuilder(RemoteRunner.declarations(target.variables()));
        var variables = RemoteRunner.values(target.variables(), inputs);
        var fields = new StringBuilder();
        var count = target.batch() == null ? tuples.size() : 1;
        for (var i = 0; i < count; i++) {
            declareKeys(i, declarations, variables);
            fields.append(" _").append(i).append(": ");
            writeTemplate(i, fields);
        }
        var text = RemoteRunner.head(OperationKind.QUERY, null, declarations.toString()) + " {" + fields + " }";
        return new RemoteRunner.Document(text, null, variables);
    }

    private void declareKeys(int tuple, StringBuilder declarations, ObjectNode variables) {
        for (var i = 0; i < target.carried().size(); i++) {
            var carried = target.carried().get(i);
            declarations
                    .append(declarations.isEmpty() ? "$" : ", $")
                    .append(variable(tuple, i))
                    .append(": ")
                    .append(carried.type());
            variables.set(variable(tuple, i), target.batch() == null ? value(carried, tuple) : all(carried));
        }
    }

    private JsonNode all(JoinTarget.Carried carried) {
        var list = Json.array();
        for (var i = 0; i < tuples.size(); i++) {
            list.add(value(carried, i));
        }
        return list;
    }

    private JsonNode value(JoinTarget.Carried carried, int tuple) {
        return KeyFit.of(carried.type(), tuples.get(tuple).values().get(carried.key()));
    }

    private void writeTemplate(int tuple, StringBuilder fields) {
        for (var part : target.template()) {
            switch (part) {
                case JoinTarget.Part.Text(var text) -> fields.append(text);
                case JoinTarget.Part.Key(var index) -> fields.append('$').append(variable(tuple, index));
            }
        }
    }

    private String variable(int tuple, int carried) {
        return prefix + tuple + "_" + carried;
    }

    /** Each error at all places that wait for what failed, up to {@link JoinKeys#PLACES_MAX} errors. */
    private ArrayNode placed(ArrayNode errors, @Nullable ObjectNode data) {
        var placed = Json.array();
        for (var error : errors) {
            var paths = error.path("path") instanceof ArrayNode path ? paths(path, data) : List.<ArrayNode>of();
            if (paths.isEmpty()) {
                placed.add(UpstreamPaths.of(error, _ -> null));
            }
            paths.forEach(path -> placed.add(UpstreamPaths.of(error, _ -> path)));
            if (placed.size() >= JoinKeys.PLACES_MAX) {
                break;
            }
        }
        return first(placed);
    }

    private static ArrayNode first(ArrayNode placed) {
        while (placed.size() > JoinKeys.PLACES_MAX) {
            placed.remove(placed.size() - 1);
        }
        return placed;
    }

    private List<ArrayNode> paths(ArrayNode path, @Nullable ObjectNode data) {
        if (target.batch() != null) {
            return data == null ? List.of() : within(at(data.path("_0")), target.batch(), path);
        }
        var tuple = tuple(path);
        return tuple == null
                ? List.of()
                : places(tuple).stream().map(place -> at(place, path)).toList();
    }

    /** {@code [_0, unwrapped …, 5, rest …]}: the sixth object of a batch tells which key it belongs to. */
    private List<ArrayNode> within(JsonNode list, JoinTarget.Batch batch, ArrayNode path) {
        var depth = 1 + target.unwrap().size();
        var index = path.path(depth).asInt(-1);
        var key = list.path(index).path(batch.match());
        var paths = new ArrayList<ArrayNode>();
        for (var tuple : tuples) {
            if (Matches.fits(key, tuple)) {
                var before = Matches.positions(list, batch.match(), tuple).indexOf(index);
                if (before == 0 || before > 0 && batch.many()) {
                    places(tuple).forEach(place -> {
                        var start = batch.many() ? new Place(place, before) : place;
                        paths.add(
                                isFlat()
                                        ? Place.path(place)
                                        : UpstreamPaths.append(Place.path(start), path, depth + 1));
                    });
                }
            }
        }
        return paths;
    }

    /** How far what a key leads to comes to stand in a list of several lists is not known yet. */
    private boolean isFlat() {
        return spread == Spread.FLAT;
    }

    /** A list may hold a key twice, and be one place. */
    private static List<Place> places(JoinKeys.Tuple tuple) {
        return tuple.places().stream().distinct().toList();
    }

    /** {@code [_3, unwrapped …, rest …]} of the remote is where the third tuple is wanted first, then the rest. */
    private @Nullable ArrayNode place(ArrayNode path) {
        var tuple = tuple(path);
        return tuple == null ? null : at(tuple.place(), path);
    }

    private ArrayNode at(Place place, ArrayNode path) {
        var field = Place.path(place);
        return isFlat()
                ? field
                : UpstreamPaths.append(field, path, 1 + target.unwrap().size());
    }

    /** Null where the path does not tell it. */
    private JoinKeys.@Nullable Tuple tuple(ArrayNode path) {
        var index = index(path);
        return index < 0 ? null : tuples.get(index);
    }

    private int index(ArrayNode path) {
        var alias = path.path(0).asString("");
        if (target.batch() != null || !ALIAS.matcher(alias).matches()) {
            return -1;
        }
        var index = Integer.parseInt(alias.substring(1));
        return index < tuples.size() ? index : -1;
    }
}
