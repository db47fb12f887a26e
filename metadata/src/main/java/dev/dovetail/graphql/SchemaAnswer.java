package dev.dovetail.graphql;

import dev.dovetail.graphql.type.DirectiveDef;
import dev.dovetail.graphql.type.NamedType;
import dev.dovetail.graphql.type.Schema;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The fields of {@code __Schema} and {@code __Directive}. */
final class SchemaAnswer {
    private final Schema<?> schema;
    private final SortedMap<String, NamedType<?>> types;
    private final TypeAnswer answer = new TypeAnswer();

    SchemaAnswer(Schema<?> schema, SortedMap<String, NamedType<?>> types) {
        this.schema = schema;
        this.types = types;
    }

    Sized schema(List<? extends IntrospectionField> selections) {
        return Sized.object("__Schema", selections, field -> switch (field.name()) {
            case "types" -> Sized.list(types.values(), type -> answer.named(type, field.children()));
            case "queryType" -> root(schema.query(), field);
            case "mutationType" -> root(schema.mutation(), field);
            case "subscriptionType" -> root(schema.subscription(), field);
            case "directives" -> Sized.list(schema.directives(), directive -> directive(directive, field.children()));
            default -> Sized.nothing();
        });
    }

    private Sized root(@Nullable NamedType<?> type, IntrospectionField field) {
        return type == null ? Sized.nothing() : answer.named(type, field.children());
    }

    private Sized directive(DirectiveDef directive, List<? extends IntrospectionField> selections) {
        return Sized.object("__Directive", selections, field -> switch (field.name()) {
            case "name" -> Sized.text(directive.name());
            case "description" -> Sized.text(directive.description());
            case "locations" -> Sized.list(directive.locations(), Sized::text);
            case "args" -> Sized.list(directive.arguments(), argument -> answer.input(argument, field.children()));
            case "isRepeatable" -> Sized.truth(false);
            default -> Sized.nothing();
        });
    }
}
