package dev.dovetail.schema;

import dev.dovetail.graphql.type.FieldDef;
import dev.dovetail.graphql.type.Fields;
import dev.dovetail.model.RootField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The fields of a root: found by name without building the thousands of others. */
final class RootFieldView implements Fields<Meaning> {
    private final SequencedMap<String, RootField> all;
    private final Predicate<RootField> exists;
    private final Function<RootField, FieldDef<Meaning>> build;
    private final List<FieldDef<Meaning>> hidden;
    private final @Nullable FieldDef<Meaning> placeholder;
    private final ConcurrentMap<String, FieldDef<Meaning>> built = new ConcurrentHashMap<>();

    /**
     * @param hidden fields that are found by name but not listed: {@code __schema}, {@code __type}
     * @param placeholder listed when the role sees nothing else; null for a root that exists only with a field
     */
    RootFieldView(
            SequencedMap<String, RootField> all,
            Predicate<RootField> exists,
            Function<RootField, FieldDef<Meaning>> build,
            List<FieldDef<Meaning>> hidden,
            @Nullable FieldDef<Meaning> placeholder) {
        this.all = all;
        this.exists = exists;
        this.build = build;
        this.hidden = hidden;
        this.placeholder = placeholder;
    }

    boolean isEmpty() {
        return all.values().stream().noneMatch(exists);
    }

    @Override
    public @Nullable FieldDef<Meaning> get(String name) {
        var known = built.get(name);
        if (known != null) {
            return known;
        }
        for (var field : hidden) {
            if (field.name().equals(name)) {
                return field;
            }
        }
        var root = all.get(name);
        if (root != null && exists.test(root)) {
            return built.computeIfAbsent(name, _ -> build.apply(root));
        }
        return placeholder != null && name.equals(placeholder.name()) && isEmpty() ? placeholder : null;
    }

    @Override
    public Collection<FieldDef<Meaning>> all() {
        var fields = new ArrayList<FieldDef<Meaning>>();
        all.forEach((name, root) -> {
            if (exists.test(root)) {
                fields.add(built.computeIfAbsent(name, _ -> build.apply(root)));
            }
        });
        return fields.isEmpty() && placeholder != null ? List.of(placeholder) : fields;
    }
}
