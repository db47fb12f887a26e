package dev.dovetail.derive;

import dev.dovetail.graphql.sdl.TypeDefinition.ScalarDefinition;
import dev.dovetail.metadata.CustomTypes.CustomScalar;
import dev.dovetail.model.CustomType;
import dev.dovetail.model.Model;
import dev.dovetail.model.RemoteSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Scalars that types of actions use. Those of remote schemas have to be declared first; all others are known. */
final class Scalars {
    private static final Set<String> BUILTIN = Set.of("Int", "Float", "String", "Boolean", "ID");

    private final Set<String> remote = new HashSet<>();
    private final Set<String> declared = new LinkedHashSet<>();

    Scalars(Model model) {
        model.remoteSchemas().values().forEach(this::addScalarsOf);
        model.customTypes().values().stream()
                .filter(CustomType.Scalar.class::isInstance)
                .map(CustomType::name)
                .forEach(remote::remove);
    }

    private void addScalarsOf(RemoteSchema schema) {
        schema.types().types().forEach((name, type) -> {
            if (type instanceof ScalarDefinition && !BUILTIN.contains(name)) {
                remote.add(schema.naming().type(name));
            }
        });
    }

    /** Gives the name back. */
    String use(String name) {
        if (remote.contains(name)) {
            declared.add(name);
        }
        return name;
    }

    List<CustomScalar> declared() {
        var scalars = new ArrayList<CustomScalar>();
        declared.forEach(name -> scalars.add(new CustomScalar(name, null)));
        return scalars;
    }
}
