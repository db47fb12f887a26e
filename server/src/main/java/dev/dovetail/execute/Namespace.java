package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Failure;
import dev.dovetail.json.Json;
import java.util.List;
import java.util.concurrent.CompletionException;
import tools.jackson.databind.node.ArrayNode;

/** What steps gave that stand together under one response key. */
final class Namespace {
    private Namespace() {}

    static StepAnswer of(String key, List<String> keys, List<StepAnswer> answers) {
        List<Failure> failures =
                answers.stream().flatMap(each -> each.failures().stream()).toList();
        return new StepAnswer.RawValue(
                key, AnswerWriter.write(keys, answers), UpstreamPaths.of(failures, path -> below(key, path)));
    }

    /** A failure within, its paths led through the key. */
    static RuntimeException placed(String key, Throwable fault) {
        return fault instanceof ApiException refused
                ? UpstreamPaths.of(refused, path -> below(key, path))
                : new CompletionException(fault);
    }

    private static ArrayNode below(String key, ArrayNode path) {
        return UpstreamPaths.append(Json.array().add(key), path, 0);
    }
}
