package dev.dovetail.graphql.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

public record EnumType<M>(String name, @Nullable String description, List<EnumValueDef> values)
        implements NamedType<M> {
    public EnumType {
        values = List.copyOf(values);
    }

    public boolean has(String value) {
        return values.stream().anyMatch(each -> each.name().equals(value));
    }
}
