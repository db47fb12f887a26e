package dev.dovetail.command;

import static dev.dovetail.command.Refusals.notExists;
import static dev.dovetail.command.Refusals.quoted;

import dev.dovetail.error.Path;
import dev.dovetail.metadata.AbstractTypes;
import dev.dovetail.metadata.AbstractTypes.CustomInterface;
import dev.dovetail.metadata.AbstractTypes.CustomUnion;
import dev.dovetail.metadata.CustomTypes;
import dev.dovetail.metadata.CustomTypes.CustomEnum;
import dev.dovetail.metadata.CustomTypes.CustomInputObject;
import dev.dovetail.metadata.CustomTypes.CustomObject;
import dev.dovetail.metadata.CustomTypes.CustomScalar;
import dev.dovetail.metadata.CustomTypesCodec;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.ObjectId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Adds, replaces and drops some types and leaves the others as they are, where {@code set_custom_types} needs all of
 * them. A type that is put takes the place of the one of its name, whatever kind that was.
 */
record ChangeCustomTypes(CustomTypes put, List<String> drop) implements Command {
    static ChangeCustomTypes decode(JsonNode args, Path path) {
        var fields = Fields.of("ChangeCustomTypes", args, path);
        var put = fields.optional("put", CustomTypesCodec::decode);
        return new ChangeCustomTypes(put == null ? CustomTypes.empty() : put, fields.list("drop", Fields::text));
    }

    @Override
    public Metadata apply(Metadata metadata, Facts facts) {
        var types = metadata.customTypes();
        var there = Set.copyOf(names(types));
        for (var name : drop) {
            if (!there.contains(name)) throw notExists("custom type " + quoted(name) + " does not exist");
        }
        var gone = new HashSet<>(drop);
        var coming = Set.copyOf(names(put));
        return metadata.withCustomTypes(new CustomTypes(
                merged(types.scalars(), put.scalars(), CustomScalar::name, gone, coming),
                merged(types.enums(), put.enums(), CustomEnum::name, gone, coming),
                merged(types.inputObjects(), put.inputObjects(), CustomInputObject::name, gone, coming),
                merged(types.objects(), put.objects(), CustomObject::name, gone, coming),
                new AbstractTypes(
                        merged(
                                types.abstracts().interfaces(),
                                put.abstracts().interfaces(),
                                CustomInterface::name,
                                gone,
                                coming),
                        merged(
                                types.abstracts().unions(),
                                put.abstracts().unions(),
                                CustomUnion::name,
                                gone,
                                coming))));
    }

    private static List<String> names(CustomTypes types) {
        return Stream.of(
                        types.scalars().stream().map(CustomScalar::name),
                        types.enums().stream().map(CustomEnum::name),
                        types.inputObjects().stream().map(CustomInputObject::name),
                        types.objects().stream().map(CustomObject::name),
                        types.abstracts().interfaces().stream().map(CustomInterface::name),
                        types.abstracts().unions().stream().map(CustomUnion::name))
                .flatMap(each -> each)
                .toList();
    }

    private static <T> List<T> merged(
            List<T> before, List<T> put, Function<T, String> name, Set<String> gone, Set<String> coming) {
        var byName = new LinkedHashMap<String, T>();
        put.forEach(each -> byName.put(name.apply(each), each));
        var merged = new ArrayList<T>();
        for (var each : before) {
            var key = name.apply(each);
            var replacement = byName.remove(key);
            if (replacement != null) merged.add(replacement);
            else if (!gone.contains(key) && !coming.contains(key)) merged.add(each);
        }
        merged.addAll(byName.values());
        return merged;
    }

    @Override
    public Verdict verdict() {
        return new Verdict.Subject(new ObjectId.Types());
    }
}
