package dev.dovetail.schema;

import dev.dovetail.model.Column;
import dev.dovetail.model.ComputedField;
import dev.dovetail.model.DeleteRule;
import dev.dovetail.model.Function;
import dev.dovetail.model.InsertRule;
import dev.dovetail.model.LogicalModel;
import dev.dovetail.model.Model;
import dev.dovetail.model.NativeQuery;
import dev.dovetail.model.NativeRelationship;
import dev.dovetail.model.Relationship;
import dev.dovetail.model.RemoteRelationship;
import dev.dovetail.model.RemoteSchema;
import dev.dovetail.model.RemoteView;
import dev.dovetail.model.SelectRule;
import dev.dovetail.model.Table;
import dev.dovetail.model.TableRules;
import dev.dovetail.model.UpdateRule;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What exists for a role: predicates on the model, without building a type. */
final class Visibility {
    private final SchemaKey key;
    private final boolean functions;
    private final boolean aggregatePredicates;
    private final boolean arrays;

    Visibility(Model model, SchemaKey key) {
        this.key = key;
        this.functions = model.openness().functions();
        this.aggregatePredicates = model.openness().aggregatePredicates();
        this.arrays = model.openness().arrays();
    }

    /** Whether arrays are lists. */
    boolean arrays() {
        return arrays;
    }

    SchemaKey key() {
        return key;
    }

    private TableRules rules(Table table) {
        return table.isShown() ? table.rules(key.role()) : TableRules.NONE;
    }

    @Nullable
    SelectRule select(Table table) {
        return rules(table).select();
    }

    @Nullable
    InsertRule insert(Table table) {
        var rule = rules(table).insert();
        return rule == null || !table.info().insertable() || key.hides(rule.backendOnly()) ? null : rule;
    }

    @Nullable
    UpdateRule update(Table table) {
        var rule = rules(table).update();
        return rule == null || !table.info().updatable() || key.hides(rule.backendOnly()) ? null : rule;
    }

    @Nullable
    DeleteRule delete(Table table) {
        var rule = rules(table).delete();
        return rule == null || !table.info().deletable() || key.hides(rule.backendOnly()) ? null : rule;
    }

    boolean selectable(Table table) {
        return select(table) != null;
    }

    boolean aggregatable(Table table) {
        var rule = select(table);
        return rule != null && rule.aggregations();
    }

    boolean groupable(Table table) {
        return table.groupBy() && aggregatable(table) && !groupingColumns(table).isEmpty();
    }

    List<Column> groupingColumns(Table table) {
        return columns(table).stream()
                .filter(column -> column.type().hasEquality())
                .toList();
    }

    List<ComputedField> groupingComputed(Table table) {
        return computedFields(table).stream()
                .filter(ComputedField::takesNothing)
                .filter(each -> each.returns() instanceof ComputedField.Returns.Value(var type) && type.hasEquality())
                .toList();
    }

    Collection<Column> columns(Table table) {
        var rule = select(table);
        return rule == null ? List.of() : rule.columns();
    }

    boolean readsKey(Table table) {
        var key = table.primaryKey();
        var rule = select(table);
        return key != null && rule != null && rule.columns().containsAll(key);
    }

    List<Relationship> relationships(Table table) {
        return table.relationships().values().stream()
                .filter(each -> selectable(each.target().get()))
                .toList();
    }

    boolean selectable(NativeQuery query) {
        return query.returns().rule(key.role()) != null;
    }

    Collection<Column> fields(LogicalModel model) {
        var rule = model.rule(key.role());
        return rule == null ? List.of() : rule.columns();
    }

    List<Relationship> relationships(NativeQuery query) {
        return query.toTables().values().stream()
                .filter(each -> selectable(each.target().get()))
                .toList();
    }

    List<NativeRelationship> nativeRelationships(Collection<NativeRelationship> relationships) {
        return relationships.stream().filter(each -> selectable(each.target())).toList();
    }

    List<ComputedField> computedFields(Table table) {
        var rule = select(table);
        if (rule == null) {
            return List.of();
        }
        return table.computedFields().values().stream()
                .filter(each -> switch (each.returns()) {
                    case ComputedField.Returns.Value _ -> rule.computed().contains(each);
                    case ComputedField.Returns.Rows(var rows) -> selectable(rows);
                })
                .toList();
    }

    /** A mutation needs a permission of its own, whatever is inferred. */
    boolean callable(Function function) {
        if (!selectable(function.table())) {
            return false;
        }
        return key.role().isAdmin()
                || (functions && !function.mutation())
                || function.permitted().contains(key.role());
    }

    boolean comparesAggregates(Relationship relationship) {
        return aggregatePredicates
                && relationship.kind() == Relationship.Kind.ARRAY
                && aggregatable(relationship.target().get());
    }

    /** Null when the role sees nothing of it. */
    @Nullable
    RemoteView view(RemoteSchema remote) {
        return remote.view(key.role());
    }

    /** Whether the other side is the role's to ask. */
    boolean reaches(RemoteRelationship relationship) {
        return switch (relationship.target()) {
            case RemoteRelationship.Target.ToTable(var _, var table, var _) -> selectable(table);
            case RemoteRelationship.Target.ToRemoteSchema(var remote, var _, var _) -> view(remote) != null;
            case RemoteRelationship.Target.ToAction(var action, var _, var _) -> action.allows(key.role());
        };
    }
}
