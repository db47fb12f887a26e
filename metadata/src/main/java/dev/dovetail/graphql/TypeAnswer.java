package dev.dovetail.graphql;

import dev.dovetail.graphql.syntax.ValuePrinter;
import dev.dovetail.graphql.type.EnumType;
import dev.dovetail.graphql.type.EnumValueDef;
import dev.dovetail.graphql.type.FieldDef;
import dev.dovetail.graphql.type.Fields;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.InputObjectType;
import dev.dovetail.graphql.type.InterfaceType;
import dev.dovetail.graphql.type.NamedType;
import dev.dovetail.graphql.type.ObjectType;
import dev.dovetail.graphql.type.ScalarType;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.graphql.type.UnionType;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of {@code __Type} and of what hangs below it. The same use of a type under the same selected field is
 * answered once and shared: a schema uses few types thousands of times.
 */
final class TypeAnswer {
    private final Map<IntrospectionField, Map<String, Sized>> known = new IdentityHashMap<>();

    Sized named(NamedType<?> type, List<? extends IntrospectionField> selections) {
        return Sized.object("__Type", selections, field -> switch (field.name()) {
            case "kind" -> Sized.text(kind(type));
            case "name" -> Sized.text(type.name());
            case "description" -> Sized.text(type.description());
            case "fields" -> fields(type, field);
            case "interfaces" -> interfaces(type, field);
            case "possibleTypes" -> possibleTypes(type, field);
            case "enumValues" -> enumValues(type, field);
            case "inputFields" -> inputFields(type, field);
            default -> Sized.nothing();
        });
    }

    Sized input(InputField<?> input, List<? extends IntrospectionField> selections) {
        return Sized.object("__InputValue", selections, field -> switch (field.name()) {
            case "name" -> Sized.text(input.name());
            case "description" -> Sized.text(input.description());
            case "type" -> use(input.type(), field);
            case "defaultValue" -> {
                var value = input.defaultValue();
                yield value == null ? Sized.nothing() : Sized.text(ValuePrinter.print(value));
            }
            default -> Sized.nothing();
        });
    }

    private Sized use(TypeUse<?> use, IntrospectionField selected) {
        var answers = known.computeIfAbsent(selected, _ -> new LinkedHashMap<>());
        var text = use.print();
        var answer = answers.get(text);
        if (answer == null) {
            answer = switch (use) {
                case TypeUse.Named<?> named -> named(named.type().get(), selected.children());
                case TypeUse.ListOf<?> list -> wrapper("LIST", list.of(), selected.children());
                case TypeUse.NonNull<?> nonNull -> wrapper("NON_NULL", nonNull.of(), selected.children());
            };
            answers.put(text, answer);
        }
        return answer;
    }

    private Sized wrapper(String kind, TypeUse<?> of, List<? extends IntrospectionField> selections) {
        return Sized.object("__Type", selections, field -> switch (field.name()) {
            case "kind" -> Sized.text(kind);
            case "ofType" -> use(of, field);
            default -> Sized.nothing();
        });
    }

    private static String kind(NamedType<?> type) {
        return switch (type) {
            case ScalarType<?> _ -> "SCALAR";
            case EnumType<?> _ -> "ENUM";
            case ObjectType<?> _ -> "OBJECT";
            case InterfaceType<?> _ -> "INTERFACE";
            case UnionType<?> _ -> "UNION";
            case InputObjectType<?> _ -> "INPUT_OBJECT";
        };
    }

    private Sized fields(NamedType<?> type, IntrospectionField selected) {
        return switch (type) {
            case ObjectType<?> object -> fields(object.fields(), selected);
            case InterfaceType<?> face -> fields(face.fields(), selected);
            case ScalarType<?> _, EnumType<?> _, UnionType<?> _, InputObjectType<?> _ -> Sized.nothing();
        };
    }

    private Sized fields(Fields<?> fields, IntrospectionField selected) {
        var shown = fields.all().stream()
                .filter(field -> field.deprecation() == null || includesDeprecated(selected))
                .toList();
        return Sized.list(shown, field -> field(field, selected.children()));
    }

    private Sized field(FieldDef<?> definition, List<? extends IntrospectionField> selections) {
        return Sized.object("__Field", selections, field -> switch (field.name()) {
            case "name" -> Sized.text(definition.name());
            case "description" -> Sized.text(definition.description());
            case "args" -> arguments(definition, field);
            case "type" -> use(definition.type(), field);
            case "isDeprecated" -> Sized.truth(definition.deprecation() != null);
            case "deprecationReason" -> Sized.text(definition.deprecation());
            default -> Sized.nothing();
        });
    }

    /** Sorted by name, as the reference has them. */
    private Sized arguments(FieldDef<?> definition, IntrospectionField selected) {
        var sorted = definition.arguments().values().stream()
                .sorted(Comparator.comparing(InputField::name))
                .toList();
        return Sized.list(sorted, argument -> input(argument, selected.children()));
    }

    private Sized interfaces(NamedType<?> type, IntrospectionField selected) {
        return type instanceof ObjectType<?> object
                ? Sized.list(object.interfaces(), face -> use(face, selected))
                : Sized.nothing();
    }

    private Sized possibleTypes(NamedType<?> type, IntrospectionField selected) {
        return switch (type) {
            case InterfaceType<?> face ->
                Sized.list(face.possible().get(), object -> named(object, selected.children()));
            case UnionType<?> union -> Sized.list(union.members().get(), object -> named(object, selected.children()));
            case ScalarType<?> _, EnumType<?> _, ObjectType<?> _, InputObjectType<?> _ -> Sized.nothing();
        };
    }

    private static Sized enumValues(NamedType<?> type, IntrospectionField selected) {
        if (!(type instanceof EnumType<?> enumeration)) {
            return Sized.nothing();
        }
        var shown = enumeration.values().stream()
                .filter(value -> value.deprecation() == null || includesDeprecated(selected))
                .toList();
        return Sized.list(shown, value -> enumValue(value, selected.children()));
    }

    private static Sized enumValue(EnumValueDef value, List<? extends IntrospectionField> selections) {
        return Sized.object("__EnumValue", selections, field -> switch (field.name()) {
            case "name" -> Sized.text(value.name());
            case "description" -> Sized.text(value.description());
            case "isDeprecated" -> Sized.truth(value.deprecation() != null);
            case "deprecationReason" -> Sized.text(value.deprecation());
            default -> Sized.nothing();
        });
    }

    private Sized inputFields(NamedType<?> type, IntrospectionField selected) {
        return type instanceof InputObjectType<?> input
                ? Sized.list(input.fields().get().values(), field -> input(field, selected.children()))
                : Sized.nothing();
    }

    private static boolean includesDeprecated(IntrospectionField selected) {
        var include = selected.arguments().get("includeDeprecated");
        return include != null && include.isBoolean() && include.booleanValue();
    }
}
