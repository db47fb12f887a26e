package dev.dovetail.model;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.metadata.ActionDefinition;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.NativeQueryMetadata;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.SourceCodec;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.metadata.TableMetadata;
import dev.dovetail.name.RoleName;
import dev.dovetail.name.SourceName;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Builds the model stage by stage; a stage's parameters are what it depends on. Never fails for what a user wrote. */
public final class ModelBuilder {
    private final Metadata metadata;
    private final Surroundings surroundings;
    private final Faults faults = new Faults();

    private ModelBuilder(Metadata metadata, Surroundings surroundings) {
        this.metadata = metadata;
        this.surroundings = surroundings;
    }

    public static Model build(Metadata metadata, Surroundings surroundings) {
        return new ModelBuilder(metadata, surroundings).build();
    }

    private Model build() {
        var environment = new EnvironmentText(surroundings.environment());
        var catalogs = catalogs();
        var resolved = tables(catalogs);
        var customTypes = new CustomTypeStage(metadata.customTypes(), resolved, catalogs.values());
        var types = customTypes.resolve(faults);
        var ownTypes = new TypeNameStage(surroundings.openness(), faults);
        var sources = ownTypes.check(resolved);
        Predicate<String> isOurs = name -> ownTypes.isTaken(name) || types.containsKey(name);
        var nativeNames = new NativeNames(isOurs);
        relateNatives(sources, catalogs, nativeNames);
        var taken = isOurs.or(nativeNames::isClaimed).or(reports()::contains);
        var remotes = new RemoteSchemaStage(
                        surroundings.introspections(),
                        environment,
                        taken,
                        surroundings.openness().remoteSchemas(),
                        faults)
                .resolve(metadata.remoteSchemas());
        relate(sources, catalogs, nativeNames);
        compute(sources, catalogs);
        var actions = new ActionStage(customTypes, environment, ownTypes::isTaken, faults).resolve(metadata.actions());
        var targets = new RemoteTargets(sources, remotes, actions);
        relateElsewhere(sources, targets);
        var typeRelationships = new TypeRelationshipStage(targets, faults).resolve(metadata, types);
        permit(sources);
        var roots = new RootStage(surroundings.openness(), faults).gather(sources, actions, remotes);
        ownTypes.hide();
        return new Model(
                sources,
                actions,
                types,
                remotes,
                typeRelationships,
                roots,
                roles(),
                surroundings.openness(),
                faults.all(),
                Warnings.of(metadata));
    }

    /** The types that tell what became of calls of asynchronous actions. */
    private Set<String> reports() {
        return metadata.actions().stream()
                .filter(action -> action.definition().kind() == ActionDefinition.ActionKind.ASYNCHRONOUS)
                .map(action -> action.name().value())
                .collect(Collectors.toSet());
    }

    private SequencedMap<SourceName, Catalog> catalogs() {
        var catalogs = new LinkedHashMap<SourceName, Catalog>();
        for (var source : metadata.sources()) {
            if (!source.isPostgres()) {
                fault(source, "sources of kind \"" + source.kind() + "\" are not supported, only Postgres is");
                continue;
            }
            switch (surroundings.catalogs().get(source.name())) {
                case null -> fault(source, "the source has not been read yet");
                case Fetched.Missing<Catalog>(var reason) -> fault(source, reason);
                case Fetched.Got<Catalog>(var catalog) -> catalogs.put(source.name(), catalog);
                case Fetched.Stale<Catalog>(var catalog, var reason) -> {
                    catalogs.put(source.name(), catalog);
                    fault(source, reason);
                }
            }
        }
        return catalogs;
    }

    private void fault(SourceMetadata source, String reason) {
        faults.add(
                new ObjectId.Source(source.name()), SourceCodec.encode(source).path("name"), reason);
    }

    private SequencedMap<SourceName, SourceModel> tables(Map<SourceName, Catalog> catalogs) {
        var sources = new LinkedHashMap<SourceName, SourceModel>();
        catalogs.forEach((name, catalog) -> {
            var source = metadata.source(name).orElseThrow();
            var naming =
                    Naming.of(source.customization(), surroundings.openness().conventions());
            var tables = new TableStage(source, catalog, naming, faults).resolve();
            var functions = new FunctionStage(source, catalog, tables, naming, faults).resolve();
            var descriptions = surroundings.descriptions().getOrDefault(name, Map.of());
            var natives = new NativeStage(source, catalog, naming, descriptions, faults).resolve();
            sources.put(
                    name,
                    new SourceModel(
                            name,
                            naming,
                            Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tables)),
                            Collections.unmodifiableSequencedMap(functions),
                            natives));
        });
        return sources;
    }

    private void relateNatives(
            Map<SourceName, SourceModel> sources, Map<SourceName, Catalog> catalogs, NativeNames names) {
        forEachSource(sources, (source, model) -> {
            var catalog = Objects.requireNonNull(catalogs.get(source.name()));
            new NativeRelations(source, catalog, model, names, faults).relate();
        });
    }

    private void relate(Map<SourceName, SourceModel> sources, Map<SourceName, Catalog> catalogs, NativeNames names) {
        forEachTable(sources, (source, model, tableMetadata, table) -> {
            var catalog = Objects.requireNonNull(catalogs.get(source.name()));
            var queries = model.natives().queries();
            var inside = new RelationshipStage(source, catalog, model.tables(), queries, names, faults);
            table.relate(inside.of(tableMetadata, table));
        });
    }

    private void relateElsewhere(Map<SourceName, SourceModel> sources, RemoteTargets targets) {
        forEachTable(
                sources,
                (source, model, tableMetadata, table) -> table.relateElsewhere(
                        new RemoteRelationshipStage(source, targets, faults).of(tableMetadata, table)));
    }

    private void compute(Map<SourceName, SourceModel> sources, Map<SourceName, Catalog> catalogs) {
        forEachTable(sources, (source, model, tableMetadata, table) -> {
            if (!tableMetadata.computedFields().isEmpty()) {
                var catalog = Objects.requireNonNull(catalogs.get(source.name()));
                table.compute(new ComputedFieldStage(source, catalog, model.tables(), faults)
                        .of(tableMetadata, table, relationships(table)));
            }
        });
    }

    private static Set<String> relationships(Table table) {
        var names = new HashSet<>(table.relationships().keySet());
        names.addAll(table.nativeRelationships().keySet());
        return names;
    }

    private void permit(Map<SourceName, SourceModel> sources) {
        forEachTable(
                sources,
                (source, model, tableMetadata, table) ->
                        table.permit(new PermissionStage(source, model.tables(), faults).of(tableMetadata, table)));
        forEachSource(sources, (source, model) -> new NativePermissions(source, model, faults).permit());
    }

    private void forEachSource(Map<SourceName, SourceModel> sources, BiConsumer<SourceMetadata, SourceModel> visitor) {
        for (var source : metadata.sources()) {
            var model = sources.get(source.name());
            if (model != null) {
                visitor.accept(source, model);
            }
        }
    }

    private interface TableVisitor {
        void visit(SourceMetadata source, SourceModel model, TableMetadata metadata, Table table);
    }

    private void forEachTable(Map<SourceName, SourceModel> sources, TableVisitor visitor) {
        forEachSource(sources, (source, model) -> {
            for (var tableMetadata : source.tables()) {
                var table = model.tables().get(tableMetadata.table());
                if (table != null) {
                    visitor.visit(source, model, tableMetadata, table);
                }
            }
        });
    }

    private Set<RoleName> roles() {
        var roles = new HashSet<RoleName>();
        for (var source : metadata.sources()) {
            for (var table : source.tables()) {
                table.selectPermissions().forEach(each -> roles.add(each.role()));
                table.insertPermissions().forEach(each -> roles.add(each.role()));
                table.updatePermissions().forEach(each -> roles.add(each.role()));
                table.deletePermissions().forEach(each -> roles.add(each.role()));
            }
            for (var model : source.logicalModels()) {
                model.selectPermissions().forEach(each -> roles.add(each.role()));
            }
            for (var query : source.nativeQueries()) {
                if (query.returns() instanceof NativeQueryMetadata.Returns.Inline(var _, var permissions)) {
                    permissions.forEach(each -> roles.add(each.role()));
                }
            }
        }
        metadata.actions().forEach(action -> action.permissions().forEach(each -> roles.add(each.role())));
        return roles;
    }
}
