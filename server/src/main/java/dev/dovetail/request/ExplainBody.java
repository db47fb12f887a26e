package dev.dovetail.request;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.name.RoleName;
import dev.dovetail.session.Session;
import java.util.Locale;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What is to be explained.
 *
 * @param session in whose name; an administrator's when nobody is named
 * @param statement whether the statement as it is sent is wanted, too
 */
record ExplainBody(RequestBody request, Session session, boolean statement) {
    private static final String TYPE = "parsing Hasura.GraphQL.Explain.GQLExplain(GQLExplain) failed, ";

    static ExplainBody of(JsonNode body) {
        if (!body.isObject()) {
            throw refusal(Path.ROOT, TYPE + "expected Object, but encountered " + RequestBody.encountered(body));
        }
        var query = body.get("query");
        if (query == null) {
            throw refusal(Path.ROOT, TYPE + "key \"query\" not found");
        }
        var request = RequestBody.one(query, Path.ROOT.key("query"));
        return new ExplainBody(
                request, session(body.path("user")), body.path("statement").asBoolean(false));
    }

    private static Session session(JsonNode user) {
        var path = Path.ROOT.key("user");
        if (!user.isObject() && !user.isMissingNode() && !user.isNull()) {
            throw refusal(
                    path, "parsing HashMap failed, expected Object, but encountered " + RequestBody.encountered(user));
        }
        var variables = new TreeMap<String, String>();
        for (var each : user.properties()) {
            if (!each.getValue().isString()) {
                throw refusal(
                        path.key(each.getKey()),
                        "parsing Text failed, expected String, but encountered "
                                + RequestBody.encountered(each.getValue()));
            }
            variables.put(
                    each.getKey().toLowerCase(Locale.ROOT), each.getValue().stringValue());
        }
        var role = variables.get(Session.ROLE_VARIABLE);
        return Session.of(role == null || role.isEmpty() ? RoleName.ADMIN : new RoleName(role), variables);
    }

    private static ApiException refusal(Path path, String message) {
        return new ApiException(ErrorCode.PARSE_FAILED, path, message);
    }
}
