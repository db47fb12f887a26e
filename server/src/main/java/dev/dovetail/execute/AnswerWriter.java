package dev.dovetail.execute;

import dev.dovetail.json.Json;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Puts the answers of steps together to one object, its keys in the order of the request. */
final class AnswerWriter {
    private final ByteArrayOutputStream out;
    private final Map<String, StepAnswer> byKey = new LinkedHashMap<>();

    private AnswerWriter(List<StepAnswer> answers) {
        var size = 256;
        for (var answer : answers) {
            answer.keys().forEach(key -> byKey.put(key, answer));
            size += answer.rawBytes();
        }
        this.out = new ByteArrayOutputStream(size);
    }

    static byte[] write(List<String> keys, List<StepAnswer> answers) {
        if (answers.size() == 1
                && answers.getFirst() instanceof StepAnswer.Raw(var rawKeys, var object)
                && rawKeys.equals(keys)) {
            return object;
        }
        return new AnswerWriter(answers).all(keys);
    }

    private byte[] all(List<String> keys) {
        out.write('{');
        var at = 0;
        while (at < keys.size()) {
            if (at > 0) {
                out.write(',');
            }
            at += writeFrom(keys, at);
        }
        out.write('}');
        return out.toByteArray();
    }

    /** Writes the members that start at this key; returns how many. */
    private int writeFrom(List<String> keys, int at) {
        var key = keys.get(at);
        var answer = Objects.requireNonNull(byKey.get(key), key);
        if (answer instanceof StepAnswer.Raw(var rawKeys, var object)) {
            var end = at + rawKeys.size();
            if (end <= keys.size() && keys.subList(at, end).equals(rawKeys)) {
                writeMembers(object);
                return rawKeys.size();
            }
        }
        writeMember(key, answer instanceof StepAnswer.Raw raw ? parse(raw) : answer);
        return 1;
    }

    /** What stands between the braces. */
    private void writeMembers(byte[] object) {
        var from = 0;
        while (object[from] != '{') {
            from++;
        }
        var to = object.length - 1;
        while (object[to] != '}') {
            to--;
        }
        out.write(object, from + 1, to - from - 1);
    }

    private void writeMember(String key, StepAnswer answer) {
        Json.writeTo(out, Json.string(key));
        out.write(':');
        switch (answer) {
            case StepAnswer.RawValue(var _, var value, var _) -> out.writeBytes(value);
            case StepAnswer.Nodes(var object, var _) -> Json.writeTo(out, object.path(key));
            case StepAnswer.Raw _ -> throw new IllegalArgumentException("not parsed");
        }
    }

    private StepAnswer parse(StepAnswer.Raw raw) {
        var nodes = raw.parsed();
        raw.keys().forEach(key -> byKey.put(key, nodes));
        return nodes;
    }
}
