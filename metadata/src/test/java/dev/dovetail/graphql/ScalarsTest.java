package dev.dovetail.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ScalarsTest {
    private static final Path HERE = Path.ROOT.key("here");
    private static final String INTEGER_BOUNDS =
            " lies outside the bounds or is not an integer. Maybe it is a float, or is there integer overflow?";
    private static final String FLOAT_BOUNDS = " lies outside the bounds. Is it overflowing the float bounds?";

    @Test
    void coercesVariables() {
        variable("Int", "7", "7");
        variable("Int", "-2147483648", "-2147483648");
        variable("Int", "1e2", "100");
        variable("Int", "1.0", "1");
        variable("Int", "0e999999999", "0");
        variable("Float", "7", "7");
        variable("Float", "1.7976931348623157e308", "1.7976931348623157E+308");
        variable("String", "\"a\"", "\"a\"");
        variable("Boolean", "true", "true");
        variable("ID", "\"a\"", "\"a\"");
        variable("ID", "7", "\"7\"");
        variable("ID", "12345678901", "\"12345678901\"");
        variable("numeric", "123456789012345678901234567890.10", "123456789012345678901234567890.10");
        variable("numeric", "1e999999999", "1E+999999999");
        variable("numeric", "\"1\"", "\"1\"");
        variable("jsonb", "{\"a\":[1]}", "{\"a\":[1]}");
        variable("anything", "{\"a\":[1]}", "{\"a\":[1]}");
    }

    @Test
    void refusesVariables() {
        refusedVariable("Int", "\"7\"", "expected a 32-bit integer for type 'Int', but found a string");
        refusedVariable("Int", "true", "expected a 32-bit integer for type 'Int', but found a boolean");
        refusedVariable("Int", "null", "expected a 32-bit integer for type 'Int', but found null");
        refusedVariable("Float", "[]", "expected a float for type 'Float', but found a list");
        refusedVariable("String", "7", "expected a string for type 'String', but found a number");
        refusedVariable("String", "{}", "expected a string for type 'String', but found an object");
        refusedVariable("Boolean", "\"true\"", "expected a boolean for type 'Boolean', but found a string");
        refusedVariable("ID", "true", "expected a String or a 32-bit integer for type 'ID', but found a boolean");
    }

    @Test
    void knowsTheBounds() {
        outside("Int", "2147483648", "The value 2.147483648e9" + INTEGER_BOUNDS);
        outside("Int", "-2147483649", "The value -2.147483649e9" + INTEGER_BOUNDS);
        outside("Int", "1.5", "The value 1.5" + INTEGER_BOUNDS);
        outside("Int", "0.25", "The value 0.25" + INTEGER_BOUNDS);
        outside("Int", "0.01", "The value 1.0e-2" + INTEGER_BOUNDS);
        outside("Int", "1e999999999", "The value 1.0e999999999" + INTEGER_BOUNDS);
        outside("Int", "10e2147483647", "The value 1.0e2147483648" + INTEGER_BOUNDS);
        outside("Int", "1e-999999999", "The value 1.0e-999999999" + INTEGER_BOUNDS);
        outside("Float", "1e309", "The value 1.0e309" + FLOAT_BOUNDS);
        outside("Float", "12e-400", "The value 1.2e-399" + FLOAT_BOUNDS);
        outside("ID", "1.5", "The value 1.5" + INTEGER_BOUNDS);
        outside("bigint", "9223372036854775808", "The value 9.223372036854775808e18" + INTEGER_BOUNDS);
    }

    @Test
    void coercesConstants() {
        constant("Int", "7", "7");
        constant("Float", "7", "7");
        constant("ID", "123456789012345678901234567890", "\"123456789012345678901234567890\"");
        constant("numeric", "1.50", "1.50");
        constant("anything", "{a: [B, 1.5, null, true]}", "{\"a\":[\"B\",1.5,null,true]}");
        refusedConstant("Int", "7.0", "expected a 32-bit integer for type 'Int', but found a float");
        refusedConstant("Int", "\"7\"", "expected a 32-bit integer for type 'Int', but found a string");
        refusedConstant("String", "7", "expected a string for type 'String', but found an integer");
        refusedConstant("String", "SEVEN", "expected a string for type 'String', but found an enum value");
        refusedConstant("Boolean", "1.5", "expected a boolean for type 'Boolean', but found a float");
        refusedConstant("ID", "1.5", "expected a String or a 32-bit integer for type 'ID', but found a float");
    }

    @Test
    void coercesArgumentsOfLists() {
        assertThat(Scalars.nonNegativeInt(Json.read("0"), HERE)).isEqualTo(Json.read("0"));
        assertThat(Scalars.bigInt(Json.read("\"9223372036854775807\""), HERE))
                .isEqualTo(Json.read("9223372036854775807"));
        fails(
                path -> Scalars.nonNegativeInt(Json.read("\"1\""), path),
                "validation-failed",
                "expected a non-negative 32-bit integer for type 'Int', but found a string");
        fails(
                path -> Scalars.nonNegativeInt(Json.read("-1"), path),
                "validation-failed",
                "expected a non-negative 32-bit integer for type 'Int', but found a number");
        fails(
                path -> Scalars.bigInt(Json.read("\"-1\""), path),
                "validation-failed",
                "expected a 32-bit integer, or a 64-bit integer represented as a string"
                        + " for type 'Int', but found a string");
    }

    @Test
    void coercesColumns() {
        column("Int", "\"7\"", "\"7\"");
        column("Int", "7", "7");
        column("Boolean", "\"t\"", "\"t\"");
        column("my_type", "\"x\"", "\"x\"");
        column("ltree", "\"a.b\"", "\"a.b\"");
        refusedColumn("Int", "null", "validation-failed", "unexpected null value for type 'Int'");
        refusedColumn(
                "Int",
                "true",
                "parse-failed",
                "parsing Integer expected for input type: PGInteger failed, expected Number, but encountered Boolean");
        refusedColumn("Int", "2147483648", "parse-failed", "The value 2.147483648e9" + INTEGER_BOUNDS);
        refusedColumn("Float", "1e39", "parse-failed", "The value 1.0e39" + FLOAT_BOUNDS);
        refusedColumn("String", "7", "parse-failed", "parsing Text failed, expected String, but encountered Number");
        refusedColumn("uuid", "[]", "parse-failed", "parsing UUID failed, expected String, but encountered Array");
        refusedColumn("Boolean", "1", "parse-failed", "parsing Bool failed, expected Boolean, but encountered Number");
        refusedColumn(
                "numeric", "{}", "parse-failed", "parsing Scientific failed, expected Number, but encountered Object");
        refusedColumn("my_type", "7", "parse-failed", "A string is expected for type: my_type");
        refusedColumn(
                "ltree",
                "\"a..b\"",
                "parse-failed",
                "Expecting label path: a sequence of zero or more labels separated by dots, for example L1.L2.L3");
    }

    private static void variable(String scalar, String value, String expected) {
        assertThat(Scalars.coerce(scalar, Json.read(value), HERE)).hasToString(expected);
    }

    private static void refusedVariable(String scalar, String value, String message) {
        fails(path -> Scalars.coerce(scalar, Json.read(value), path), "validation-failed", message);
    }

    private static void outside(String scalar, String value, String message) {
        fails(path -> Scalars.coerce(scalar, Json.read(value), path), "parse-failed", message);
    }

    private static void constant(String scalar, String value, String expected) {
        assertThat(Scalars.coerce(scalar, DocumentParser.constant(value), HERE)).hasToString(expected);
    }

    private static void refusedConstant(String scalar, String value, String message) {
        fails(path -> Scalars.coerce(scalar, DocumentParser.constant(value), path), "validation-failed", message);
    }

    private static void column(String scalar, String value, String expected) {
        assertThat(ColumnScalars.coerce(scalar, Json.read(value), HERE)).hasToString(expected);
    }

    private static void refusedColumn(String scalar, String value, String code, String message) {
        fails(path -> ColumnScalars.coerce(scalar, Json.read(value), path), code, message);
    }

    private static void fails(Function<Path, JsonNode> coercion, String code, String message) {
        assertThatThrownBy(() -> coercion.apply(HERE))
                .isInstanceOf(ApiException.class)
                .hasMessage(code + " at $.here: " + message);
    }
}
