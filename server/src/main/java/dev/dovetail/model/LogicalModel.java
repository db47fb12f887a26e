package dev.dovetail.model;

import dev.dovetail.name.ColumnName;
import dev.dovetail.name.RoleName;
import dev.dovetail.name.SourceName;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of native queries look like, and who may see them. Its rules are attached by {@link ModelBuilder} after
 * all tables have theirs; from the moment the model is handed out nothing changes any more.
 */
public final class LogicalModel {
    private final SourceName source;
    private final Naming naming;
    private final String name;
    private final @Nullable String description;
    private final SequencedMap<ColumnName, Column> fields;
    private final Set<ColumnName> nested;
    private final SelectRule unrestricted;
    private Map<RoleName, SelectRule> rules = Map.of();

    /** @param nested the fields that hold objects or lists: only a relationship of that name can fill them */
    LogicalModel(
            SourceName source,
            Naming naming,
            String name,
            @Nullable String description,
            List<Column> fields,
            Set<ColumnName> nested) {
        this.source = source;
        this.naming = naming;
        this.name = name;
        this.description = description;
        var byName = new LinkedHashMap<ColumnName, Column>();
        fields.forEach(field -> byName.put(field.name(), field));
        this.fields = Collections.unmodifiableSequencedMap(byName);
        this.nested = Collections.unmodifiableSet(new LinkedHashSet<>(nested));
        this.unrestricted =
                new SelectRule(new LinkedHashSet<>(fields), Set.of(), Condition.ALWAYS, null, false, null, null);
    }

    void permit(Map<RoleName, SelectRule> byRole) {
        rules = Collections.unmodifiableMap(byRole);
    }

    public SourceName source() {
        return source;
    }

    public Naming naming() {
        return naming;
    }

    public String name() {
        return name;
    }

    /** The name is the reference's, which says twice what it is. */
    public String boolExpType() {
        return naming.type(NameParts.custom(name).then("bool", "exp").then("bool", "exp"));
    }

    public String orderByType() {
        return naming.type(NameParts.custom(name).then("order", "by"));
    }

    /** The name is the reference's, and follows no customization. */
    public String selectColumnType() {
        return name + "_enum_name";
    }

    public @Nullable String description() {
        return description;
    }

    /** Those that hold one value, in the order of the metadata. */
    public Collection<Column> fields() {
        return fields.values();
    }

    public Optional<Column> find(ColumnName field) {
        return Optional.ofNullable(fields.get(field));
    }

    Set<ColumnName> nested() {
        return nested;
    }

    /** Null for a role that sees nothing of it. */
    public @Nullable SelectRule rule(RoleName role) {
        return role.isAdmin() ? unrestricted : rules.get(role);
    }

    @Override
    public String toString() {
        return name;
    }
}
