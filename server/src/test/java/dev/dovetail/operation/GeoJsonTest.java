package dev.dovetail.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import org.junit.jupiter.api.Test;

class GeoJsonTest {
    private static final Path PATH = new Path("$.a");

    @Test
    void wholeGeometriesPass() {
        passes("{'type': 'Point', 'coordinates': [1, 2]}");
        passes("{'type': 'MultiPoint', 'coordinates': [[1, 2], [3, 4, 5]]}");
        passes("{'type': 'LineString', 'coordinates': [[1, 2], [3, 4]]}");
        passes("{'type': 'Polygon', 'coordinates': [[[1, 2], [3, 4], [5, 6], [1, 2]]]}");
        passes("{'type': 'GeometryCollection', 'geometries': [{'type': 'Point', 'coordinates': [1, 2]}]}");
        passes("'POINT(1 2)'");
    }

    @Test
    void whatIsWrongIsSaid() {
        check("{'type': 'Random', 'coordinates': [1, 2]}", "unexpected geometry type: Random");
        check("{'type': 'Point', 'coordinates': [1]}", "A Position needs at least 2 elements");
        check("{'type': 'MultiPoint', 'coordinates': [[1]]}", "A Position needs at least 2 elements");
        check("{'type': 'LineString', 'coordinates': [[1, 2]]}", "A LineString needs at least 2 Positions");
        check("{'type': 'Polygon', 'coordinates': [[[1, 2]]]}", "A LinearRing needs at least 4 Positions");
        check(
                "{'type': 'MultiPolygon', 'coordinates': [[[[1, 2], [3, 4], [5, 6], [7, 8]]]]}",
                "the first and last locations have to be equal for a LinearRing");
        check("{'type': 'Point', 'coordinates': ['1', 2]}", "expected Number, but encountered String");
        check("{'type': 'Point', 'coordinates': [1, null]}", "expected Number, but encountered Null");
        check("{'type': 'LineString', 'coordinates': [[1, 2], [3, [4]]]}", "expected Number, but encountered Array");
        check("{'type': 'MultiPoint', 'coordinates': 'x'}", "expected Array, but encountered String");
        check("{'type': 'Polygon', 'coordinates': [{'a': 1}]}", "expected Array, but encountered Object");
        check(
                "{'type': 'GeometryCollection', 'geometries': [{'type': 'Point', 'coordinates': []}]}",
                "A Position needs at least 2 elements");
    }

    private static void passes(String geometry) {
        assertThatCode(() -> GeoJson.check(Json.read(geometry.replace('\'', '"')), PATH))
                .doesNotThrowAnyException();
    }

    private static void check(String geometry, String expected) {
        var refusal = catchThrowableOfType(
                ApiException.class, () -> GeoJson.check(Json.read(geometry.replace('\'', '"')), PATH));
        assertThat(refusal.failure().toString()).contains("PARSE_FAILED", "$.a", expected);
    }
}
