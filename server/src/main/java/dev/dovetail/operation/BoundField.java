package dev.dovetail.operation;

import dev.dovetail.error.Path;
import dev.dovetail.graphql.IntrospectionField;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.type.FieldDef;
import dev.dovetail.schema.ArgumentName;
import dev.dovetail.schema.FieldMeaning;
import dev.dovetail.schema.Meaning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A selected field.
 *
 * @param key under which it stands in the answer
 * @param inputs the arguments given, defaults included
 * @param written the arguments as written, for passing them on
 * @param fields what is selected within, empty for a leaf
 * @param onType within an interface or union: the type for which the field was asked; null for all
 */
public record BoundField(
        String key,
        FieldDef<Meaning> definition,
        SequencedMap<String, Input.Entry> inputs,
        SequencedMap<String, Value> written,
        List<BoundField> fields,
        @Nullable String onType,
        Path path)
        implements IntrospectionField {

    public FieldMeaning meaning() {
        return (FieldMeaning) definition.meaning();
    }

    /** One of the product's own arguments; empty when it was not given. */
    public Optional<Input> argument(ArgumentName name) {
        return Input.argument(inputs, name);
    }

    @Override
    public String responseKey() {
        return key;
    }

    @Override
    public String name() {
        return definition.name();
    }

    @Override
    public SequencedMap<String, JsonNode> arguments() {
        var values = new LinkedHashMap<String, JsonNode>();
        inputs.forEach((name, entry) -> values.put(name, entry.value().json()));
        return values;
    }

    @Override
    public List<BoundField> children() {
        return fields;
    }
}
