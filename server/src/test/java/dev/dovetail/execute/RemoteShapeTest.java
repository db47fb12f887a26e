package dev.dovetail.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import dev.dovetail.model.RemoteNaming;
import dev.dovetail.plan.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RemoteShapeTest {
    private static final Shape TEXT = new Shape.Leaf("String", true);

    @Test
    @DisplayName("RSC-12: who sees all of a remote schema is told the type that it tells, also one that is new to us")
    void typesThatAreNew() {
        check(null, "Book", """
                {"__typename": "Book", "title": "t", "pages": "p"}""");
        check(null, "Scroll", """
                {"__typename": "Scroll", "title": "t"}""");
    }

    @Test
    @DisplayName("RSC-09: who sees a part is told no type but those that the permission leaves")
    void typesThatAreHidden() {
        var seen = Set.of("Book", "Map");
        check(seen, "Book", """
                {"__typename": "Book", "title": "t", "pages": "p"}""");
        check(seen, "Map", """
                {"__typename": "Map", "title": "t"}""");
        check(seen, "Scroll", """
                {"__typename": "Item", "title": "t"}""");
    }

    private static void check(@Nullable Set<String> seen, String type, String told) {
        List<Shape.Field> common = List.of(new Shape.Field.TypeName("__typename"), taken("title"));
        var members = new LinkedHashMap<String, List<Shape.Field>>();
        members.put("Book", List.of(new Shape.Field.TypeName("__typename"), taken("title"), taken("pages")));
        var shape = new Shape.AnyOf("Item", "__typename", seen, members, common, true);
        var answer = Json.object().put("__typename", type).put("title", "t").put("pages", "p");
        assertThat(new RemoteShape(RemoteNaming.PLAIN).apply(shape, answer)).isEqualTo(Json.read(told));
    }

    private static Shape.Field taken(String name) {
        return new Shape.Field.Taken(name, name, TEXT);
    }
}
