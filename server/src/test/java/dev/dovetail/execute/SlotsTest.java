package dev.dovetail.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.ScalarRule;
import dev.dovetail.json.Json;
import dev.dovetail.model.ValueSource;
import dev.dovetail.plan.SlotValue;
import dev.dovetail.plan.SlotValue.Encoding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SlotsTest {
    private static final Call CALL =
            Calls.of("""
            {"n": 1, "text": "a\\"b", "null": null, "list": [1, null, "x", {"k": 1.50}], "object": {"a": [{"b": true}]},
             "long": 123456789012345678901234567890, "decimal": 1.100, "small": 1e-7, "huge": 1e400000, "yes": true,
             "one": "lone", "empty": []}
            """, Map.of("x-hasura-user-id", "7", "x-hasura-ids", "{1,2}", "x-hasura-doc", "{\"a\": 1}"));

    @Test
    void text() {
        check(variable("n"), Encoding.TEXT, "1");
        check(variable("text"), Encoding.TEXT, "a\"b");
        check(variable("yes"), Encoding.TEXT, "true");
        check(variable("null"), Encoding.TEXT, null);
        check(variable("absent"), Encoding.TEXT, null);
        check(variable("long"), Encoding.TEXT, "123456789012345678901234567890");
        check(variable("decimal"), Encoding.TEXT, "1.100");
        check(variable("small"), Encoding.TEXT, "0.0000001");
        check(variable("huge"), Encoding.TEXT, "1E+400000");
        check(variable("object"), Encoding.TEXT, "{\"a\":[{\"b\":true}]}");
        check(variable("object", "a", 0, "b"), Encoding.TEXT, "true");
        check(variable("object", "a", 1, "b"), Encoding.TEXT, null);
        check(variable("object", "nothing", "here"), Encoding.TEXT, null);
        check(variable("one", 0), Encoding.TEXT, "lone");
        check(literal("5"), Encoding.TEXT, "5");
        check(new ValueSource.Fixed(Json.read("\"f\"")), Encoding.TEXT, "f");
    }

    @Test
    void arrays() {
        check(variable("list"), Encoding.TEXT_ARRAY, new @Nullable String[] {"1", null, "x", "{\"k\":1.50}"});
        check(variable("empty"), Encoding.TEXT_ARRAY, new @Nullable String[] {});
        check(variable("one"), Encoding.TEXT_ARRAY, new @Nullable String[] {"lone"});
        check(variable("null"), Encoding.TEXT_ARRAY, null);
        check(
                new ValueSource.ListOf(List.of(literal("1"), variable("text"), session("x-hasura-user-id"))),
                Encoding.TEXT_ARRAY,
                new @Nullable String[] {"1", "a\"b", "7"});
    }

    @Test
    void json() {
        check(variable("text"), Encoding.JSON, "\"a\\\"b\"");
        check(variable("list"), Encoding.JSON, "[1,null,\"x\",{\"k\":1.50}]");
        check(variable("null"), Encoding.JSON, null);
        check(
                new ValueSource.ObjectOf(List.of(
                        new ValueSource.ObjectOf.Field("id", session("x-hasura-user-id")),
                        new ValueSource.ObjectOf.Field("gone", variable("absent")),
                        new ValueSource.ObjectOf.Field("nil", variable("null")))),
                Encoding.JSON,
                "{\"id\":\"7\",\"nil\":null}");
    }

    @Test
    void session() {
        check(session("x-hasura-user-id"), Encoding.TEXT, "7");
        check(session("x-hasura-ids"), Encoding.TEXT_ARRAY, "{1,2}");
        check(session("x-hasura-doc"), Encoding.JSON, "{\"a\": 1}");
        check(
                new ValueSource.SessionObject(),
                Encoding.JSON,
                "{\"x-hasura-doc\":\"{\\\"a\\\": 1}\",\"x-hasura-ids\":\"{1,2}\",\"x-hasura-role\":\"user\","
                        + "\"x-hasura-user-id\":\"7\"}");
        checkRefused(
                new SlotValue(session("x-hasura-org"), Encoding.TEXT, null, Path.ROOT.key("elsewhere")),
                ErrorCode.NOT_FOUND,
                Path.ROOT,
                "missing session variable: \"x-hasura-org\"");
    }

    @Test
    void valuesOfClientsAreChecked() {
        var integer = new ScalarRule(ScalarRule.Kind.LANGUAGE, "Int");
        var path = Path.ROOT.key("args");
        checkRefused(
                new SlotValue(variable("text"), Encoding.TEXT, integer, path),
                ErrorCode.VALIDATION_FAILED,
                path,
                "expected a 32-bit integer for type 'Int', but found a string");
        checkRefused(
                new SlotValue(variable("list"), Encoding.TEXT_ARRAY, integer, path),
                ErrorCode.VALIDATION_FAILED,
                path.index(2),
                "expected a 32-bit integer for type 'Int', but found a string");
    }

    private static ValueSource variable(String name, Object... path) {
        return new ValueSource.Variable(name, List.of(path));
    }

    private static ValueSource literal(String json) {
        return new ValueSource.Literal(Json.read(json));
    }

    private static ValueSource session(String name) {
        return new ValueSource.SessionVariable(name);
    }

    private static void check(ValueSource source, Encoding encoding, @Nullable Object expected) {
        var filled = new Slots(Inputs.of(CALL)).fill(new SlotValue(source, encoding, null, Path.ROOT));
        assertThat(filled).as("%s as %s", source, encoding).isEqualTo(expected);
    }

    private static void checkRefused(SlotValue slot, ErrorCode code, Path path, String message) {
        assertThatThrownBy(() -> new Slots(Inputs.of(CALL)).fill(slot))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.failure()).isEqualTo(new Failure.Own(code, path, message, null)));
    }
}
