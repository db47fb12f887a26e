package dev.dovetail.json;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes JSON. Numbers keep every digit (BigDecimal), objects keep their key order. */
public final class Json {
    private static final int NESTING_MAX = 500;
    private static final int NUMBER_DIGITS_MAX = 10_000;

    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(NESTING_MAX)
                            .maxNumberLength(NUMBER_DIGITS_MAX)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .nodeFactory(Nodes.INSTANCE)
            .build();

    private Json() {}

    /** Throws {@link JacksonException} when the text is no JSON. */
    public static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    /** Throws {@link JacksonException} when the bytes are no JSON. */
    public static JsonNode read(byte[] utf8) {
        return MAPPER.readTree(utf8);
    }

    /** Token by token, for what would be too big as one tree. Throws {@link JacksonException} where it is no JSON. */
    public static JsonParser parser(byte[] utf8) {
        return MAPPER.createParser(utf8);
    }

    public static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    public static byte[] writeBytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    /** Appends to the buffer, without a copy between. */
    public static void writeTo(ByteArrayOutputStream buffer, JsonNode node) {
        MAPPER.writeValue(buffer, node);
    }

    public static ObjectNode object() {
        return Nodes.INSTANCE.objectNode();
    }

    public static ArrayNode array() {
        return Nodes.INSTANCE.arrayNode();
    }

    public static JsonNode string(@Nullable String text) {
        return text == null ? Nodes.INSTANCE.nullNode() : Nodes.INSTANCE.stringNode(text);
    }

    /** The reference's word for a JSON value's kind, as its messages use it: {@code a string}, {@code an object}. */
    public static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            case ARRAY -> "a list";
            case OBJECT, POJO -> "an object";
            case NULL, MISSING, BINARY -> "null";
        };
    }
}
