package dev.dovetail.model;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.catalog.ColumnInfo;
import dev.dovetail.catalog.Description;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.LogicalModelCodec;
import dev.dovetail.metadata.LogicalModelMetadata;
import dev.dovetail.metadata.LogicalModelMetadata.Field;
import dev.dovetail.metadata.LogicalModelMetadata.Type;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.NativeQueryCodec;
import dev.dovetail.metadata.NativeQueryMetadata;
import dev.dovetail.metadata.NativeQueryMetadata.Returns;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.name.ColumnName;
import dev.dovetail.sql.RawProbe;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the logical models and native queries of a source, still without relationships and permissions, and holds
 * what Postgres says of each query against its logical model. The reasons of refusals are in the reference's words.
 */
final class NativeStage {
    private final SourceMetadata source;
    private final Naming naming;
    private final NamedTypes types;
    private final NativeCode codes;
    private final Map<RawProbe, Description> descriptions;
    private final Faults faults;
    private final Natives natives = Natives.none();

    NativeStage(
            SourceMetadata source,
            Catalog catalog,
            Naming naming,
            Map<RawProbe, Description> descriptions,
            Faults faults) {
        this.source = source;
        this.naming = naming;
        this.types = new NamedTypes(catalog);
        this.codes = new NativeCode(source, types);
        this.descriptions = descriptions;
        this.faults = faults;
    }

    Natives resolve() {
        source.logicalModels().forEach(this::model);
        source.nativeQueries().forEach(this::query);
        return natives;
    }

    private void model(LogicalModelMetadata metadata) {
        var name = metadata.name();
        try {
            metadata.fields().forEach(field -> checkReferences(field.type()));
            natives.models().put(name, model(name.value(), metadata.description(), metadata.fields()));
        } catch (Unresolvable fault) {
            faults.add(
                    new ObjectId.LogicalModel(source.name(), name), LogicalModelCodec.encode(metadata), fault.reason());
        }
    }

    private void checkReferences(Type type) {
        switch (type) {
            case Type.Scalar _ -> {}
            case Type.ArrayOf(var element, var _) -> checkReferences(element);
            case Type.Model(var model, var _) -> {
                if (source.logicalModel(model).isEmpty()) {
                    throw new Unresolvable("logical model \"" + model + "\" is not tracked");
                }
            }
        }
    }

    private LogicalModel model(String name, @Nullable String description, List<Field> fields) {
        var columns = new ArrayList<Column>();
        var nested = new LinkedHashSet<ColumnName>();
        for (var field : fields) {
            if (!NameCodec.isGraphqlName(field.name().value())) {
                throw new Unresolvable("\"" + field.name() + "\" is not a valid GraphQL name");
            }
            switch (field.type()) {
                case Type.Scalar(var scalar, var nullable) ->
                    columns.add(column(field, scalar, nullable, columns.size()));
                case Type.ArrayOf(Type.Scalar _, var _) ->
                    throw new Unresolvable("Arrays of scalar types are not currently implemented");
                case Type.ArrayOf(Type.ArrayOf _, var _) ->
                    throw new Unresolvable("Nested arrays are not currently implemented");
                case Type.ArrayOf(Type.Model _, var _) -> nested.add(field.name());
                case Type.Model _ -> nested.add(field.name());
            }
        }
        return new LogicalModel(source.name(), naming, name, description, columns, nested);
    }

    private Column column(Field field, String scalar, boolean nullable, int position) {
        var type = types.of(scalar);
        var info = new ColumnInfo(
                field.name(), position + 1, type, nullable, false, ColumnInfo.Identity.NONE, false, null);
        return new Column(info, field.name().value(), field.description(), PgTypes.of(type), false);
    }

    private void query(NativeQueryMetadata metadata) {
        try {
            natives.queries().put(metadata.name(), resolve(metadata));
        } catch (Unresolvable fault) {
            fault(source, metadata, fault, faults);
        }
    }

    static void fault(SourceMetadata source, NativeQueryMetadata metadata, Unresolvable fault, Faults faults) {
        faults.add(
                new ObjectId.NativeQuery(source.name(), metadata.name()),
                NativeQueryCodec.encode(metadata),
                fault.reason(),
                fault.detail());
    }

    private NativeQuery resolve(NativeQueryMetadata metadata) {
        var returns = returns(metadata);
        var code = codes.code(metadata);
        check(codes.probe(code, codes.fields(metadata)), returns);
        return new NativeQuery(
                source.name(),
                metadata.name().value(),
                metadata.description(),
                code,
                codes.arguments(metadata),
                returns);
    }

    private LogicalModel returns(NativeQueryMetadata metadata) {
        return switch (metadata.returns()) {
            case Returns.Named(var name) -> {
                var model = natives.models().get(name);
                if (model == null) {
                    throw NativeCode.noModel(name);
                }
                yield model;
            }
            case Returns.Inline(var fields, var _) -> {
                fields.forEach(field -> checkReferences(field.type()));
                yield model(metadata.name().value(), metadata.description(), fields);
            }
        };
    }

    private void check(RawProbe probe, LogicalModel returns) {
        switch (descriptions.get(probe)) {
            case null -> {}
            case Description.Refused(var error) -> throw new Unresolvable("Failed to validate query", error);
            case Description.Columns(var found) -> returns.fields().forEach(field -> check(field, found));
        }
    }

    private static void check(Column field, Map<String, String> found) {
        var name = field.name().value();
        var expected = field.info().type();
        var actual = found.get(name);
        if (actual == null) {
            throw invalid("Column named '" + name + "' is not returned from the query.");
        }
        if (NamedTypes.isCompared(expected) && !actual.equals(expected.name())) {
            throw invalid("Return column '" + name + "' has a type mismatch. The expected type is '"
                    + NamedTypes.word(expected.name()) + "', but the actual type is '" + NamedTypes.word(actual)
                    + "'.");
        }
    }

    static Unresolvable invalid(String detail) {
        return new Unresolvable("Failed to validate query", Json.string(detail));
    }
}
