package dev.dovetail.codegen;

import dev.dovetail.codegen.Shape.Choice;
import dev.dovetail.codegen.Shape.Field;
import dev.dovetail.codegen.Shape.Scalar;
import dev.dovetail.codegen.Shape.Structure;
import dev.dovetail.graphql.DocumentParser;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.metadata.ActionMetadata;
import dev.dovetail.metadata.CustomTypes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a handler is written from.
 *
 * @param types those that the action uses, from the arguments inwards; scalars are not among them
 */
record Program(
        String action,
        List<Field> arguments,
        TypeSyntax output,
        SequencedMap<String, Shape> types,
        @Nullable Delegation delegation) {

    static Program of(ActionMetadata action, CustomTypes all, @Nullable Delegation delegation) {
        var definition = action.definition();
        var arguments = definition.arguments().stream()
                .map(each -> field(each.name(), each.type()))
                .toList();
        var output = DocumentParser.type(definition.outputType());
        var known = known(all);
        var used = new LinkedHashMap<String, Shape>();
        var open = new ArrayDeque<String>();
        arguments.forEach(each -> open.add(each.type().typeName()));
        open.add(output.typeName());
        for (var name = open.poll(); name != null; name = open.poll()) {
            var shape = known.get(name);
            if (shape != null && used.putIfAbsent(name, shape) == null && shape instanceof Structure structure) {
                structure.fields().forEach(each -> open.add(each.type().typeName()));
            }
        }
        return new Program(action.name().value(), arguments, output, used, delegation);
    }

    /** Interfaces and unions are left out: they are what is not known, any value. */
    private static SequencedMap<String, Shape> known(CustomTypes all) {
        var known = new LinkedHashMap<String, Shape>();
        for (var type : all.inputObjects()) {
            var fields = new ArrayList<Field>();
            type.fields().forEach(each -> fields.add(field(each.name(), each.type())));
            known.put(type.name(), new Structure(type.name(), fields, true));
        }
        for (var type : all.objects()) {
            var fields = new ArrayList<Field>();
            type.fields().forEach(each -> fields.add(field(each.name(), each.type())));
            known.put(type.name(), new Structure(type.name(), fields, false));
        }
        for (var type : all.enums()) {
            known.put(
                    type.name(),
                    new Choice(
                            type.name(),
                            type.values().stream()
                                    .map(CustomTypes.CustomEnumValue::value)
                                    .toList()));
        }
        return known;
    }

    private static Field field(String name, String type) {
        return new Field(name, DocumentParser.type(type));
    }

    Shape shape(String type) {
        var known = types.get(type);
        return known == null ? new Scalar(type, Basic.of(type)) : known;
    }

    /** {@code CreateUser} of {@code createUser}. */
    String title() {
        return action.substring(0, 1).toUpperCase(Locale.ROOT) + action.substring(1);
    }
}
