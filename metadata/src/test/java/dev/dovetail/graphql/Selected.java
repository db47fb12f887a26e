package dev.dovetail.graphql;

import dev.dovetail.graphql.ast.Document;
import dev.dovetail.graphql.ast.Selection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;

/** Selected fields as a binder would give them: fragments are spread, nothing is validated or merged. */
record Selected(String responseKey, String name, SequencedMap<String, JsonNode> arguments, List<Selected> children)
        implements IntrospectionField {

    static List<Selected> of(Document document) {
        return fields(document, document.operations().getFirst().selections());
    }

    private static List<Selected> fields(Document document, List<Selection> selections) {
        var fields = new ArrayList<Selected>();
        for (var selection : selections) {
            switch (selection) {
                case Selection.FieldNode field -> fields.add(field(document, field));
                case Selection.FragmentSpread spread -> {
                    var fragment = document.fragments().get(spread.name());
                    if (fragment == null) {
                        throw new IllegalArgumentException("no fragment " + spread.name());
                    }
                    fields.addAll(fields(document, fragment.selections()));
                }
                case Selection.InlineFragment inline -> fields.addAll(fields(document, inline.selections()));
            }
        }
        return fields;
    }

    private static Selected field(Document document, Selection.FieldNode field) {
        var arguments = new LinkedHashMap<String, JsonNode>();
        field.arguments().forEach((name, value) -> arguments.put(name, ValueJson.toJson(value)));
        return new Selected(field.responseKey(), field.name(), arguments, fields(document, field.selections()));
    }
}
