package dev.dovetail.model;

import static dev.dovetail.model.RoutineReader.quoted;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.catalog.FunctionInfo;
import dev.dovetail.catalog.PgType;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.ComputedFieldMetadata;
import dev.dovetail.metadata.FunctionCodec;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.metadata.TableMetadata;
import dev.dovetail.name.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Resolves the computed fields of tables. The reasons of refusals are in the reference's words. */
final class ComputedFieldStage {
    private static final Set<PgType.Kind> VALUES = Set.of(PgType.Kind.BASE, PgType.Kind.ARRAY, PgType.Kind.ENUM);

    private final SourceMetadata source;
    private final Catalog catalog;
    private final Map<TableName, Table> tables;
    private final Faults faults;

    ComputedFieldStage(SourceMetadata source, Catalog catalog, Map<TableName, Table> tables, Faults faults) {
        this.source = source;
        this.catalog = catalog;
        this.tables = tables;
        this.faults = faults;
    }

    SequencedMap<String, ComputedField> of(TableMetadata metadata, Table table, Set<String> relationships) {
        var resolved = new LinkedHashMap<String, ComputedField>();
        for (var field : metadata.computedFields()) {
            var conflict = conflict(field.name(), table, relationships);
            if (conflict != null) {
                fault(field, table, conflict);
                continue;
            }
            try {
                resolved.put(field.name(), resolve(field, table));
            } catch (Unresolvable fault) {
                fault(
                        field,
                        table,
                        "in table " + quoted(table.name().display()) + ": in computed field " + quoted(field.name())
                                + ": " + fault.reason());
            }
        }
        return resolved;
    }

    private static @Nullable String conflict(String field, Table table, Set<String> relationships) {
        if (relationships.contains(field)) {
            return "conflicting definitions for field " + quoted(field);
        }
        return RelationshipStage.conflict(field, table);
    }

    private void fault(ComputedFieldMetadata field, Table table, String reason) {
        var definition = (ObjectNode) FunctionCodec.computedField(field);
        // The reference shows the function with its schema, whatever the metadata says.
        var name = Json.object()
                .put("schema", field.function().schema())
                .put("name", field.function().name());
        ((ObjectNode) definition.get("definition")).set("function", name);
        faults.add(
                new ObjectId.ComputedField(source.name(), table.name(), field.name()),
                Definitions.commentedInTable(source.name(), table.name(), definition),
                reason);
    }

    private ComputedField resolve(ComputedFieldMetadata field, Table table) {
        var overloads = catalog.functions().getOrDefault(field.function(), List.of());
        var info = RoutineReader.only(field.function(), overloads);
        var reader = new RoutineReader(info);
        var function = quoted(info.name().display());
        var reasons = new ArrayList<String>();
        if (!NameCodec.isGraphqlName(field.name())) {
            reasons.add(quoted(field.name()) + " is not valid GraphQL name");
        }
        if (info.volatility() == FunctionInfo.Volatility.VOLATILE) {
            reasons.add("the function " + function + " is of type VOLATILE; cannot be added as a computed field");
        }
        var returns = returns(info, function, reasons);
        var row = rowArgument(field, info, table, reader, reasons);
        var session = sessionArgument(field, info, reader, reasons);
        if (!reasons.isEmpty() || returns == null) {
            throw new Unresolvable("the computed field " + quoted(field.name()) + " cannot be added to table "
                    + quoted(table.name().display()) + " " + RoutineReader.because(reasons));
        }
        return new ComputedField(field.name(), reader.read(row, session), description(field, info), returns);
    }

    private ComputedField.@Nullable Returns returns(FunctionInfo info, String function, List<String> reasons) {
        var name = info.returnsTable();
        if (name != null) {
            var table = tables.get(name);
            if (table == null) {
                reasons.add("the function " + function + " returning set of table " + quoted(name.display())
                        + " is not tracked or not found in database");
                return null;
            }
            return new ComputedField.Returns.Rows(table);
        }
        if (!VALUES.contains(info.returns().undomained().kind())) {
            reasons.add("the function " + function + " returning type "
                    + info.returns().name() + " is not a BASE type");
            return null;
        }
        return new ComputedField.Returns.Value(PgTypes.of(info.returns()));
    }

    private static int rowArgument(
            ComputedFieldMetadata field, FunctionInfo info, Table table, RoutineReader reader, List<String> reasons) {
        var function = quoted(info.name().display());
        var name = field.tableArgument();
        var index = name == null ? 0 : reader.indexOf(name);
        if (index < 0) {
            reasons.add(quoted(name) + " is not an input argument of the function " + function);
            return index;
        }
        if (info.arguments().isEmpty()) {
            reasons.add("the function " + function + " has no input arguments");
            return index;
        }
        var shown = (name == null ? "first" : quoted(name)) + " argument of the function " + function;
        var argument = info.arguments().get(index);
        var rowOf = argument.rowOf();
        if (rowOf == null && argument.type().kind() != PgType.Kind.COMPOSITE) {
            reasons.add(shown + " is not COMPOSITE type");
        }
        if (!table.name().equals(rowOf)) {
            reasons.add(shown + " of type " + quoted(typeName(argument))
                    + " is not the table to which the computed field is being added");
        }
        return index;
    }

    private static String typeName(FunctionInfo.Argument argument) {
        var rowOf = argument.rowOf();
        if (rowOf != null) {
            return rowOf.display();
        }
        return new TableName(argument.type().schema(), argument.type().name()).display();
    }

    private static int sessionArgument(
            ComputedFieldMetadata field, FunctionInfo info, RoutineReader reader, List<String> reasons) {
        var name = field.sessionArgument();
        if (name == null) {
            return -1;
        }
        var function = quoted(info.name().display());
        var index = reader.indexOf(name);
        if (index < 0) {
            reasons.add(quoted(name) + " is not an input argument of the function " + function);
        } else if (!PgTypes.of(info.arguments().get(index).type()).isJson()) {
            reasons.add(quoted(name) + " argument of the function " + function + " is not of type JSON");
        }
        return index;
    }

    private static @Nullable String description(ComputedFieldMetadata field, FunctionInfo info) {
        var comment = field.comment();
        if (comment != null) {
            return comment.isEmpty() ? null : comment;
        }
        return info.comment() != null
                ? info.comment()
                : "A computed field, executes function " + quoted(info.name().display());
    }
}
