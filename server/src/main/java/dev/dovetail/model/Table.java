package dev.dovetail.model;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.catalog.KeyInfo;
import dev.dovetail.catalog.TableInfo;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.name.ColumnName;
import dev.dovetail.name.RoleName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A tracked table or view. Tables refer to each other in circles, so relationships and rules are attached by
 * {@link ModelBuilder} after all tables exist; from the moment the model is handed out nothing changes any more.
 */
public final class Table {
    private final SourceName source;
    private final TableInfo info;
    private final Identity identity;
    private final SequencedMap<ColumnName, Column> columns;
    private final SequencedMap<String, Column> byField;
    private final @Nullable List<Column> primaryKey;
    private boolean hidden;
    private TableRules unrestricted;
    private SequencedMap<String, Relationship> relationships = new LinkedHashMap<>();
    private SequencedMap<String, NativeRelationship> nativeRelationships = new LinkedHashMap<>();
    private SequencedMap<String, RemoteRelationship> remoteRelationships = new LinkedHashMap<>();
    private SequencedMap<String, ComputedField> computedFields = new LinkedHashMap<>();
    private Map<RoleName, TableRules> rules = Map.of();

    /**
     * What the metadata says of the table itself.
     *
     * @param stem what GraphQL names are made of: {@code users}, {@code app_users}
     * @param naming of the source
     * @param groupBy whether its rows can be selected in groups
     * @param enumValues of an enum table, else null
     */
    record Identity(
            NameParts stem,
            Naming naming,
            @Nullable String description,
            RootNames roots,
            boolean groupBy,
            Catalog.@Nullable EnumTable enumValues) {}

    Table(SourceName source, TableInfo info, Identity identity, List<Column> columns) {
        this.source = source;
        this.info = info;
        this.identity = identity;
        var byName = new LinkedHashMap<ColumnName, Column>();
        var fields = new LinkedHashMap<String, Column>();
        for (var column : columns) {
            byName.put(column.name(), column);
            fields.put(column.field(), column);
        }
        this.columns = Collections.unmodifiableSequencedMap(byName);
        this.byField = Collections.unmodifiableSequencedMap(fields);
        this.primaryKey = exposedKey(info.primaryKey());
        this.unrestricted = TableRules.unrestricted(columns, List.of());
    }

    /** Null when there is no key, or a column of it has no GraphQL name. */
    private @Nullable List<Column> exposedKey(@Nullable KeyInfo key) {
        if (key == null || !columns.keySet().containsAll(key.columns())) {
            return null;
        }
        return key.columns().stream().map(this::column).toList();
    }

    void relate(RelationshipStage.Resolved local) {
        relationships = Collections.unmodifiableSequencedMap(local.toTables());
        nativeRelationships = Collections.unmodifiableSequencedMap(local.toQueries());
    }

    void relateElsewhere(SequencedMap<String, RemoteRelationship> remote) {
        remoteRelationships = Collections.unmodifiableSequencedMap(remote);
    }

    void compute(SequencedMap<String, ComputedField> computed) {
        computedFields = Collections.unmodifiableSequencedMap(computed);
        unrestricted = TableRules.unrestricted(columns.values(), computed.values());
    }

    void permit(Map<RoleName, TableRules> byRole) {
        rules = Collections.unmodifiableMap(byRole);
    }

    public SourceName source() {
        return source;
    }

    public TableName name() {
        return info.name();
    }

    public TableInfo info() {
        return info;
    }

    public Naming naming() {
        return identity.naming();
    }

    /** Its type's name: {@code users}. */
    public String typeName() {
        return naming().type(identity.stem());
    }

    /** The name of a type made from it: {@code users_bool_exp} of {@code "bool", "exp"}. */
    public String typeName(String... suffix) {
        return naming().type(stem(suffix));
    }

    public String typeName(NameParts suffix) {
        return naming().type(identity.stem().then(suffix));
    }

    /** What the names of its types are made of, before the source's naming. */
    public NameParts stem(String... suffix) {
        return identity.stem().then(suffix);
    }

    /**
     * False for a table whose name GraphQL does not allow, or whose types would be taken for another's: it is tracked,
     * but no schema shows it.
     */
    public boolean isShown() {
        return !hidden && NameCodec.isGraphqlName(identity.stem().snake());
    }

    void hide() {
        hidden = true;
    }

    public @Nullable String description() {
        return identity.description();
    }

    public RootNames roots() {
        return identity.roots();
    }

    public boolean groupBy() {
        return identity.groupBy();
    }

    public Catalog.@Nullable EnumTable enumValues() {
        return identity.enumValues();
    }

    /** In the order of the table. */
    public Collection<Column> columns() {
        return columns.values();
    }

    /** Throws for a column that is not exposed: callers have it from this table. */
    public Column column(ColumnName name) {
        return Optional.ofNullable(columns.get(name)).orElseThrow(() -> new IllegalArgumentException(name.value()));
    }

    public Optional<Column> findColumn(ColumnName name) {
        return Optional.ofNullable(columns.get(name));
    }

    public Optional<Column> findField(String field) {
        return Optional.ofNullable(byField.get(field));
    }

    public @Nullable List<Column> primaryKey() {
        return primaryKey;
    }

    /** By field name, sorted as introspection shows them. */
    public SequencedMap<String, Relationship> relationships() {
        return relationships;
    }

    /** To native queries: no part of filters, orders, aggregates and inserts. */
    public SequencedMap<String, NativeRelationship> nativeRelationships() {
        return nativeRelationships;
    }

    /** By field name. */
    public SequencedMap<String, RemoteRelationship> remoteRelationships() {
        return remoteRelationships;
    }

    /** By name. */
    public SequencedMap<String, ComputedField> computedFields() {
        return computedFields;
    }

    /** Never null: a role without permissions has {@link TableRules#NONE}. */
    public TableRules rules(RoleName role) {
        return role.isAdmin() ? unrestricted : rules.getOrDefault(role, TableRules.NONE);
    }

    @Override
    public String toString() {
        return info.name().display();
    }
}
