package dev.dovetail.graphql.sdl;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An object in an introspection answer, and where it stands. Every reader says what is wrong there. */
record Part(JsonNode json, String place) {
    private static final Pattern NAME = Pattern.compile("[_A-Za-z][_0-9A-Za-z]*");

    Part {
        if (!json.isObject()) {
            throw malformed(place + " is " + Json.kind(json) + " instead of an object");
        }
    }

    Part object(String key) {
        var part = optionalObject(key);
        if (part == null) {
            throw refused("has no " + key);
        }
        return part;
    }

    @Nullable
    Part optionalObject(String key) {
        var child = json.path(key);
        return isAbsent(child) ? null : new Part(child, place + "." + key);
    }

    List<Part> list(String key) {
        if (isAbsent(json.path(key))) {
            throw refused("has no " + key);
        }
        return optionalList(key);
    }

    List<Part> optionalList(String key) {
        var parts = new ArrayList<Part>();
        var child = json.path(key);
        if (!isAbsent(child) && !child.isArray()) {
            throw refused("has " + Json.kind(child) + " instead of a list of " + key);
        }
        for (var each : child.values()) {
            parts.add(new Part(each, place + "." + key + "[" + parts.size() + "]"));
        }
        return parts;
    }

    String text(String key) {
        var text = optionalText(key);
        if (text == null) {
            throw refused("has no " + key);
        }
        return text;
    }

    @Nullable
    String optionalText(String key) {
        var child = json.path(key);
        if (isAbsent(child)) {
            return null;
        }
        if (!child.isString()) {
            throw refused("has " + Json.kind(child) + " instead of a string as its " + key);
        }
        return child.stringValue();
    }

    /** Absent means false. */
    boolean truth(String key) {
        return json.path(key).isBoolean() && json.path(key).booleanValue();
    }

    /** Its {@code name}, which has to be one. */
    String name() {
        var name = text("name");
        if (!NAME.matcher(name).matches()) {
            throw refused("has a name that is none in GraphQL: " + name);
        }
        return name;
    }

    ApiException refused(String what) {
        return malformed(place + " " + what);
    }

    static ApiException malformed(String reason) {
        return new ApiException(
                ErrorCode.REMOTE_SCHEMA_ERROR, Path.ROOT, "the introspection answer is malformed: " + reason);
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
