package dev.dovetail.execute;

import dev.dovetail.error.Failure;
import dev.dovetail.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/**
 * What is told of partial joins that failed: no more than {@link JoinKeys#PLACES_MAX} errors, each a failure of its
 * own, since each key may fail by itself and there may be any number of them.
 */
final class JoinFailures {
    private JoinFailures() {}

    /**
     * Why there is nothing at any of the places. Each is told of the errors that name it or that name none; where there
     * are none of these of all errors, since something that was asked for it must have failed.
     */
    static List<Failure> at(List<Place> places, List<Failure> failed) {
        var single = single(failed).toList();
        var told = new ArrayList<Failure>();
        for (var place : places) {
            var path = Place.path(place);
            var own = single.stream().filter(each -> isAbout(path, each)).toList();
            (own.isEmpty() ? single : own)
                    .stream()
                            .limit(JoinKeys.PLACES_MAX - told.size())
                            .forEach(each -> told.add(new Failure.Partial(path, each)));
        }
        return told;
    }

    /** The first of them. */
    static List<Failure> bounded(Stream<Failure> failures) {
        return failures.flatMap(each -> single(List.of(each)))
                .limit(JoinKeys.PLACES_MAX)
                .toList();
    }

    private static Stream<Failure> single(List<Failure> failures) {
        return failures.stream().flatMap(failure -> switch (failure) {
            case Failure.Upstream(var errors) ->
                errors.valueStream()
                        .map(each -> new Failure.Upstream(Json.array().add(each)));
            case Failure.Partial(var path, var cause) ->
                single(List.of(cause)).map(each -> new Failure.Partial(path, each));
            case Failure.Own own -> Stream.of(own);
            case Failure.Handler handler -> Stream.of(handler);
        });
    }

    private static boolean isAbout(ArrayNode place, Failure single) {
        var path = path(single);
        return path == null || Failure.Partial.isWithin(path, place);
    }

    private static @Nullable ArrayNode path(Failure single) {
        return switch (single) {
            case Failure.Upstream(var errors) -> errors.path(0).path("path") instanceof ArrayNode path ? path : null;
            case Failure.Partial(var path, var _) -> path;
            case Failure.Own _, Failure.Handler _ -> null;
        };
    }
}
