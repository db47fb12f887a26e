package dev.dovetail.graphql.type;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public record EnumType<M>(String name, @Nullable String description, List<EnumValueDef> values)
        implements NamedType<M> {
    public EnumType {
        values = List.copyOf(values);
    }

    public Optional<EnumValueDef> value(String name) {
        return values.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
