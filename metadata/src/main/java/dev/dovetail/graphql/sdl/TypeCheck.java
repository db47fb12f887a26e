package dev.dovetail.graphql.sdl;

import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.sdl.TypeDefinition.EnumDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.InputObjectDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.InterfaceDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.ObjectDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.ScalarDefinition;
import dev.dovetail.graphql.sdl.TypeDefinition.UnionDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether definitions hang together. Knows GraphQL's own scalars without their being defined. */
public final class TypeCheck {
    private static final Set<String> OWN_SCALARS = Set.of("Int", "Float", "String", "Boolean", "ID");

    private final TypeDefinitions definitions;
    private final List<String> faults = new ArrayList<>();

    private TypeCheck(TypeDefinitions definitions) {
        this.definitions = definitions;
    }

    /** What is wrong, one sentence each; empty when all is well. */
    public static List<String> faults(TypeDefinitions definitions) {
        var check = new TypeCheck(definitions);
        check.root("query", definitions.queryType());
        check.root("mutation", definitions.mutationType());
        check.root("subscription", definitions.subscriptionType());
        definitions.types().values().forEach(check::type);
        return check.faults;
    }

    private void root(String kind, @Nullable String name) {
        if (name != null && !(definitions.types().get(name) instanceof ObjectDefinition)) {
            faults.add("the " + kind + " root " + name + " is not an object type");
        }
    }

    private void type(TypeDefinition type) {
        switch (type) {
            case ScalarDefinition _ -> {}
            case EnumDefinition(var name, var _, var values) ->
                unique(name, values.stream().map(EnumValueDefinition::name).toList());
            case ObjectDefinition(var name, var _, var fields, var interfaces) -> {
                fields(name, fields);
                interfaces.stream()
                        .filter(face -> !(definitions.types().get(face) instanceof InterfaceDefinition))
                        .forEach(face -> faults.add(name + " implements " + face + ", which is not an interface"));
            }
            case InterfaceDefinition(var name, var _, var fields, var possible) -> {
                fields(name, fields);
                objects(name, possible);
            }
            case UnionDefinition(var name, var _, var members) -> {
                unique(name, members);
                objects(name, members);
            }
            case InputObjectDefinition(var name, var _, var fields) -> inputs(name, fields);
        }
    }

    private void fields(String owner, List<FieldDefinition> fields) {
        unique(owner, fields.stream().map(FieldDefinition::name).toList());
        for (var field : fields) {
            var place = owner + "." + field.name();
            inputs(place, field.arguments());
            var type = known(place, field.type());
            if (type instanceof InputObjectDefinition) {
                faults.add(place + " is of the input type " + type.name());
            }
        }
    }

    private void inputs(String owner, List<InputDefinition> inputs) {
        unique(owner, inputs.stream().map(InputDefinition::name).toList());
        for (var input : inputs) {
            var place = owner + "." + input.name();
            var type = known(place, input.type());
            if (type instanceof ObjectDefinition
                    || type instanceof InterfaceDefinition
                    || type instanceof UnionDefinition) {
                faults.add(place + " takes the output type " + type.name());
            }
        }
    }

    private @Nullable TypeDefinition known(String place, TypeSyntax syntax) {
        var name = syntax.typeName();
        var type = definitions.types().get(name);
        if (type == null && !OWN_SCALARS.contains(name)) {
            faults.add(place + " is of the type " + name + ", which is not defined");
        }
        return type;
    }

    private void objects(String owner, List<String> names) {
        names.stream()
                .filter(name -> !(definitions.types().get(name) instanceof ObjectDefinition))
                .forEach(name -> faults.add(owner + " includes " + name + ", which is not an object type"));
    }

    private void unique(String owner, Collection<String> names) {
        var seen = new HashSet<String>();
        names.stream()
                .filter(name -> !seen.add(name))
                .forEach(name -> faults.add(owner + " has two parts of the name " + name));
    }
}
