package dev.dovetail.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.json.Json;
import org.junit.jupiter.api.Test;

class ValueJsonTest {
    @Test
    void goesToJsonAndBack() {
        check("[1,-2147483649,98765432109876543210,1.5,1.50,1E+400]");
        check("{\"b\":[true,false,null],\"a\":{\"text\":\"\\\"\u00e9\\n\"},\"\":{},\"l\":[]}");
    }

    @Test
    void putsVariablesIn() {
        var value = DocumentParser.parse("{a(b: {c: [$x, E]})}")
                .operations()
                .getFirst()
                .selections()
                .getFirst();
        var argument = ((dev.dovetail.graphql.ast.Selection.FieldNode) value)
                .arguments()
                .get("b");
        assertThat(argument).isNotNull();
        assertThat(ValueJson.toJson(argument, Json::string)).isEqualTo(Json.read("{\"c\":[\"x\",\"E\"]}"));
        assertThatThrownBy(() -> ValueJson.toJson(argument)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void check(String text) {
        var json = Json.read(text);
        assertThat(json).hasToString(text);
        assertThat(ValueJson.toJson(ValueJson.fromJson(json))).isEqualTo(json);
    }
}
