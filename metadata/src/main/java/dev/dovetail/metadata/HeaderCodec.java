package dev.dovetail.metadata;

import dev.dovetail.error.Path;
import tools.jackson.databind.JsonNode;

/** Headers on the wire: {@code {name, value}} or {@code {name, value_from_env}}. */
public final class HeaderCodec {
    private static final String RESERVED = "HASURA_GRAPHQL_";

    private HeaderCodec() {}

    public static HeaderConf decode(JsonNode node, Path path) {
        if (!node.isObject()) throw Fields.fail(path, "expecting object for headers");
        var fields = Fields.of("HeaderConf", node, path);
        var name = fields.string("name");
        var value = fields.optionalString("value");
        var variable = fields.optionalString("value_from_env");
        if (value != null && variable != null) {
            throw Fields.fail(path, "expecting only one of value or value_from_env keys");
        }
        if (value != null) return new HeaderConf.Value(name, value);
        if (variable == null) throw Fields.fail(path, "expecting value or value_from_env keys");
        if (variable.startsWith(RESERVED)) {
            throw Fields.fail(
                    path,
                    "env variables starting with \"" + RESERVED + "\" are not allowed in value_from_env: " + variable);
        }
        return new HeaderConf.FromEnv(name, variable);
    }

    public static JsonNode encode(HeaderConf header) {
        return switch (header) {
            case HeaderConf.Value(var name, var template) ->
                Out.object().put("name", name).put("value", template).done();
            case HeaderConf.FromEnv(var name, var variable) ->
                Out.object().put("name", name).put("value_from_env", variable).done();
        };
    }
}
