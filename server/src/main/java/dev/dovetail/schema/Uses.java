package dev.dovetail.schema;

import dev.dovetail.graphql.type.FieldDef;
import dev.dovetail.graphql.type.InputField;
import dev.dovetail.graphql.type.TypeUse;
import dev.dovetail.model.Naming;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Short words for building fields and uses of types. */
final class Uses {
    private Uses() {}

    static TypeUse<Meaning> required(TypeUse<Meaning> type) {
        return type.nullable() ? new TypeUse.NonNull<>(type) : type;
    }

    static TypeUse<Meaning> list(TypeUse<Meaning> of) {
        return new TypeUse.ListOf<>(of);
    }

    /** {@code [t!]}. */
    static TypeUse<Meaning> listOfRequired(TypeUse<Meaning> of) {
        return list(required(of));
    }

    /** {@code [t!]!}. */
    static TypeUse<Meaning> requiredList(TypeUse<Meaning> of) {
        return required(listOfRequired(of));
    }

    static TypeUse<Meaning> nullableIf(boolean nullable, TypeUse<Meaning> type) {
        return nullable ? type : required(type);
    }

    static FieldDef<Meaning> field(String name, @Nullable String description, TypeUse<Meaning> type, Meaning meaning) {
        return new FieldDef<>(name, description, new LinkedHashMap<>(), type, meaning, null);
    }

    static FieldDef<Meaning> field(
            String name,
            @Nullable String description,
            List<InputField<Meaning>> arguments,
            TypeUse<Meaning> type,
            Meaning meaning) {
        return new FieldDef<>(name, description, byName(arguments), type, meaning, null);
    }

    static InputField<Meaning> argument(Naming naming, ArgumentName name, TypeUse<Meaning> type) {
        return argument(naming, name, name.description(), type);
    }

    static InputField<Meaning> argument(
            Naming naming, ArgumentName name, @Nullable String description, TypeUse<Meaning> type) {
        return input(naming.field(name.wire()), description, type, new InputMeaning.Argument(name));
    }

    static InputField<Meaning> input(
            String name, @Nullable String description, TypeUse<Meaning> type, Meaning meaning) {
        return new InputField<>(name, description, type, null, meaning);
    }

    static SequencedMap<String, InputField<Meaning>> byName(List<InputField<Meaning>> fields) {
        var map = new LinkedHashMap<String, InputField<Meaning>>();
        fields.forEach(field -> map.put(field.name(), field));
        return map;
    }

    /** Introspection lists the fields of our own types by name, as the reference does. */
    static SequencedMap<String, InputField<Meaning>> sorted(List<InputField<Meaning>> fields) {
        return byName(
                fields.stream().sorted(Comparator.comparing(InputField::name)).toList());
    }
}
