package dev.dovetail.model;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.catalog.PgType;
import dev.dovetail.metadata.LogicalModelMetadata;
import dev.dovetail.metadata.LogicalModelMetadata.Field;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.NativeQueryMetadata;
import dev.dovetail.metadata.NativeQueryMetadata.Returns;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.name.LogicalModelName;
import dev.dovetail.sql.RawProbe;
import dev.dovetail.sql.RawSelect;
import dev.dovetail.sql.TypeName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the code of native queries, before anything is asked of Postgres. */
public final class NativeCode {
    private final SourceMetadata source;
    private final NamedTypes types;

    NativeCode(SourceMetadata source, NamedTypes types) {
        this.source = source;
        this.types = types;
    }

    /** What has to be asked of Postgres about a source's native queries; nothing about those that are at fault. */
    public static Set<RawProbe> probes(SourceMetadata source, Catalog catalog) {
        var reader = new NativeCode(source, new NamedTypes(catalog));
        var probes = new LinkedHashSet<RawProbe>();
        for (var query : source.nativeQueries()) {
            try {
                probes.add(reader.probe(reader.code(query), reader.fields(query)));
            } catch (Unresolvable fault) {
                // It becomes an inconsistency when the model is built.
                continue;
            }
        }
        return probes;
    }

    RawProbe probe(NativeQuery.Code code, Collection<Field> fields) {
        var holes = code.holes().stream().map(each -> name(each.type().pg())).toList();
        var columns = fields.stream()
                .filter(field -> field.type() instanceof LogicalModelMetadata.Type.Scalar)
                .map(field -> field.name().value())
                .toList();
        return new RawProbe(code.query(), holes, columns);
    }

    private static TypeName name(PgType type) {
        return new TypeName(type.schema(), type.name());
    }

    List<Field> fields(NativeQueryMetadata query) {
        return switch (query.returns()) {
            case Returns.Inline(var fields, var _) -> fields;
            case Returns.Named(var model) ->
                source.logicalModel(model).orElseThrow(() -> noModel(model)).fields();
        };
    }

    static Unresolvable noModel(LogicalModelName model) {
        return new Unresolvable("The logical model " + model + " could not be found");
    }

    SequencedMap<String, NativeQuery.Argument> arguments(NativeQueryMetadata query) {
        var arguments = new LinkedHashMap<String, NativeQuery.Argument>();
        query.arguments().forEach((name, argument) -> {
            if (!NameCodec.isGraphqlName(name)) {
                throw new Unresolvable("the argument \"" + name + "\" has no valid GraphQL name");
            }
            var type = PgTypes.of(types.of(argument.type()));
            arguments.put(name, new NativeQuery.Argument(name, type, argument.nullable(), argument.description()));
        });
        return arguments;
    }

    NativeQuery.Code code(NativeQueryMetadata query) {
        var used = query.code().used();
        var declared = query.arguments().sequencedKeySet();
        refuse("used in the query, but are not declared as arguments: ", without(used, declared));
        refuse("declared as arguments, but are not used in the query: ", without(declared, used));
        var arguments = arguments(query);
        var holes = query.code().variables().stream()
                .map(each -> {
                    var argument = arguments.get(each);
                    if (argument == null) {
                        throw new IllegalStateException("the argument " + each + " was declared");
                    }
                    return argument;
                })
                .toList();
        try {
            return new NativeQuery.Code(RawSelect.read(query.code().texts()), holes);
        } catch (IllegalArgumentException notOneSelect) {
            throw NativeStage.invalid(String.valueOf(notOneSelect.getMessage()));
        }
    }

    private static void refuse(String what, List<String> names) {
        if (!names.isEmpty()) {
            throw new Unresolvable(names.stream()
                    .map(name -> "'" + name + "'")
                    .collect(Collectors.joining(", ", "The following columns are " + what + "[", "]")));
        }
    }

    private static List<String> without(SequencedSet<String> names, SequencedSet<String> others) {
        return names.stream().filter(each -> !others.contains(each)).sorted().toList();
    }
}
