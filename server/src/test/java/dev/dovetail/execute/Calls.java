package dev.dovetail.execute;

import dev.dovetail.json.Json;
import dev.dovetail.name.RoleName;
import dev.dovetail.session.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.databind.node.ObjectNode;

/** Requests to try things with. */
public final class Calls {
    private Calls() {}

    public static Call of(String variables, Map<String, String> sessionVariables) {
        return of(variables, sessionVariables, new LinkedHashMap<>());
    }

    public static Call of(
            String variables, Map<String, String> sessionVariables, SequencedMap<String, List<String>> clientHeaders) {
        return new Call(
                (ObjectNode) Json.read(variables),
                Session.of(new RoleName("user"), sessionVariables),
                "query text",
                clientHeaders,
                "request-1",
                Deadline.NONE);
    }

    public static Call plain() {
        return of("{}", Map.of());
    }
}
