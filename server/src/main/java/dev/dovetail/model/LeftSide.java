package dev.dovetail.model;

import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.name.ColumnName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Where a {@link RemoteRelationship} starts: gives the keys that its definition names. */
interface LeftSide {
    /** Throws {@link Unresolvable} when there is no such key. */
    JoinKey key(String name);

    static Unresolvable unknown(String entity, String name) {
        return new Unresolvable("field with name \"" + name + "\" is not provided by the lhs entity \"" + entity
                + "\" for defining a join condition");
    }

    /** A row: its columns, by either of their names, and its computed fields of one value. */
    record OfTable(Table table) implements LeftSide {
        @Override
        public JoinKey key(String name) {
            return table.findColumn(new ColumnName(name))
                    .or(() -> table.findField(name))
                    .<JoinKey>map(JoinKey.OfColumn::new)
                    .or(() -> computed(name))
                    .orElseThrow(() -> unknown(table.toString(), name));
        }

        private Optional<JoinKey> computed(String name) {
            return Optional.ofNullable(table.computedFields().get(name))
                    .filter(each -> each.takesNothing() && each.returns() instanceof ComputedField.Returns.Value)
                    .map(JoinKey.OfComputed::new);
        }
    }

    /**
     * An object from outside. A name may lead through objects: {@code owner.id}.
     *
     * @param fieldType the type of a field of a type, if there is one
     * @param composite whether a type of this name has fields
     */
    record OfObject(
            String type, BiFunction<String, String, Optional<TypeSyntax>> fieldType, Predicate<String> composite)
            implements LeftSide {
        @Override
        public JoinKey key(String name) {
            var path = List.copyOf(Arrays.asList(name.split("\\.", -1)));
            var lists = 0;
            var holder = type;
            for (var i = 0; i < path.size(); i++) {
                var found = fieldType.apply(holder, path.get(i)).orElseThrow(() -> unknown(type, name));
                lists += lists(found);
                holder = found.typeName();
                if (composite.test(holder) == (i == path.size() - 1)) {
                    throw new Unresolvable("the field \"" + name + "\" is no scalar");
                }
            }
            if (lists > 1) {
                throw new Unresolvable("the field \"" + name + "\" is a list of lists");
            }
            return new JoinKey.OfField(path, lists == 1);
        }

        private static int lists(TypeSyntax type) {
            return switch (type) {
                case TypeSyntax.ListOf(var of) -> 1 + lists(of);
                case TypeSyntax.NonNull(var of) -> lists(of);
                case TypeSyntax.Named _ -> 0;
            };
        }
    }
}
