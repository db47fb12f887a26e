package dev.dovetail.schema;

import dev.dovetail.model.CustomType;
import dev.dovetail.model.Model;
import dev.dovetail.model.RemoteRelationship;
import dev.dovetail.model.RemoteRelationship.Target;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The custom types of which a role would see no field, because all of them lead to tables it may not select from:
 * GraphQL has no objects without fields. What refers to them goes with them, so that there may be ever more.
 */
final class HiddenTypes {
    private final Model model;
    private final Predicate<String> unseenRow;
    private final Predicate<RemoteRelationship> reached;
    private final Set<String> hidden = new HashSet<>();

    private HiddenTypes(Model model, Predicate<String> unseenRow, Predicate<RemoteRelationship> reached) {
        this.model = model;
        this.unseenRow = unseenRow;
        this.reached = reached;
    }

    /**
     * By their names.
     *
     * @param unseenRow whether a type is that of a table's rows, which the role does not see
     * @param reached whether the role may ask the other side
     */
    static Set<String> of(Model model, Predicate<String> unseenRow, Predicate<RemoteRelationship> reached) {
        var types = new HiddenTypes(model, unseenRow, reached);
        var before = -1;
        while (before != types.hidden.size()) {
            before = types.hidden.size();
            model.customTypes().values().stream()
                    .filter(types::isEmpty)
                    .map(CustomType::name)
                    .forEach(types.hidden::add);
        }
        return types.hidden;
    }

    private boolean isEmpty(CustomType type) {
        return switch (type) {
            case CustomType.Object object ->
                areHidden(object.fields().values())
                        && model.typeRelationships().of(object).values().stream()
                                .noneMatch(this::leadsSomewhere);
            case CustomType.Interface face -> areHidden(face.fields().values()) || hidden.containsAll(face.members());
            case CustomType.Union(var _, var _, var members) -> hidden.containsAll(members);
            case CustomType.Scalar _, CustomType.Enum _, CustomType.InputObject _ -> false;
        };
    }

    private boolean areHidden(Collection<CustomType.Field> fields) {
        return fields.stream().map(each -> each.type().typeName()).allMatch(this::isHidden);
    }

    private boolean isHidden(String type) {
        return hidden.contains(type) || unseenRow.test(type);
    }

    private boolean leadsSomewhere(RemoteRelationship relationship) {
        return reached.test(relationship)
                && !(relationship.target() instanceof Target.ToAction to
                        && isHidden(to.action().output().typeName()));
    }
}
