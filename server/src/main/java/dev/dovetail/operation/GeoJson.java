package dev.dovetail.operation;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.metadata.Fields;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Says what is wrong with a geometry before Postgres sees it, in the reference's words. */
final class GeoJson {
    private static final int LINE_MIN = 2;
    private static final int RING_MIN = 4;

    private final Path path;

    private GeoJson(Path path) {
        this.path = path;
    }

    static boolean is(String scalar) {
        return scalar.equals("geometry") || scalar.equals("geography");
    }

    /** Throws {@code parse-failed}. Text is left to Postgres: it may be in a form of its own. */
    static void check(JsonNode value, Path path) {
        if (value.isObject()) {
            new GeoJson(path).geometry(value);
        }
    }

    private void geometry(JsonNode value) {
        var type = value.path("type").asString("");
        var coordinates = value.path(type.equals("GeometryCollection") ? "geometries" : "coordinates");
        switch (type) {
            case "Point" -> position(coordinates);
            case "MultiPoint" -> each(coordinates, this::position);
            case "LineString" -> line(coordinates);
            case "MultiLineString" -> each(coordinates, this::line);
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" -> each(coordinates, this::polygon);
            case "GeometryCollection" -> each(coordinates, this::geometry);
            default -> throw refused("unexpected geometry type: " + type);
        }
    }

    private void position(JsonNode value) {
        requireArray(value, "Position");
        for (var number : value) {
            if (!number.isNumber()) {
                throw Fields.mismatch(path, "Double", "Number", number);
            }
        }
        if (value.size() < LINE_MIN) {
            throw refused("A Position needs at least 2 elements");
        }
    }

    private void line(JsonNode value) {
        requireArray(value, "LineString");
        if (value.size() < LINE_MIN) {
            throw refused("A LineString needs at least 2 Positions");
        }
        each(value, this::position);
    }

    private void polygon(JsonNode value) {
        each(value, this::ring);
    }

    private void ring(JsonNode value) {
        requireArray(value, "LinearRing");
        if (value.size() < RING_MIN) {
            throw refused("A LinearRing needs at least 4 Positions");
        }
        each(value, this::position);
        if (!value.get(0).equals(value.get(value.size() - 1))) {
            throw refused("the first and last locations have to be equal for a LinearRing");
        }
    }

    private void each(JsonNode list, Consumer<JsonNode> check) {
        requireArray(list, "[]");
        list.forEach(check);
    }

    private void requireArray(JsonNode value, String what) {
        if (!value.isArray()) {
            throw Fields.mismatch(path, what, "Array", value);
        }
    }

    private ApiException refused(String message) {
        return new ApiException(ErrorCode.PARSE_FAILED, path, message);
    }
}
