package dev.dovetail.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which endpoint answers at which path to which method. */
final class Routes {
    private final SequencedMap<String, Map<String, Endpoint>> byPath = new LinkedHashMap<>();
    private final SequencedMap<String, Map<String, Endpoint>> byStart = new LinkedHashMap<>();

    Routes add(String method, String path, Endpoint endpoint) {
        byPath.computeIfAbsent(path, absent -> new LinkedHashMap<>()).put(method, endpoint);
        return this;
    }

    /** The path itself, and all that lies under it and has no endpoint of its own. */
    Routes addAllUnder(String method, String path, Endpoint endpoint) {
        byStart.computeIfAbsent(path + "/", absent -> new LinkedHashMap<>()).put(method, endpoint);
        return add(method, path, endpoint);
    }

    /** HEAD is answered as GET is; the HTTP server leaves the body out. */
    @Nullable
    Endpoint find(String method, String path) {
        var methods = methods(path);
        return methods == null ? null : methods.get(method.equals("HEAD") ? "GET" : method);
    }

    /** For the Allow header; null for a path that leads nowhere. */
    @Nullable
    String methodsAt(String path) {
        var methods = methods(path);
        return methods == null ? null : new TreeSet<>(methods.keySet()).stream().collect(Collectors.joining(", "));
    }

    private @Nullable Map<String, Endpoint> methods(String path) {
        var exact = byPath.get(withoutSlash(path));
        if (exact != null || byStart.isEmpty()) {
            return exact;
        }
        for (var start : byStart.entrySet()) {
            if (path.startsWith(start.getKey())) {
                return start.getValue();
            }
        }
        return null;
    }

    private static String withoutSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
