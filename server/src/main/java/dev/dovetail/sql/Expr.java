package dev.dovetail.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression. */
public sealed interface Expr {
    Expr TRUE = new Bool(true);
    Expr FALSE = new Bool(false);
    Expr NULL = new Null();

    record Column(Alias from, String name) implements Expr {}

    /** The row a source of rows stands for, as one composite value. */
    record WholeRow(Alias from) implements Expr {}

    record Text(String value) implements Expr {}

    record Int(long value) implements Expr {}

    record Bool(boolean value) implements Expr {}

    record Null() implements Expr {}

    /** A slot as text, or text[]; {@link Cast} gives it a type. */
    record Parameter(Slot slot) implements Expr {}

    record Cast(Expr of, TypeName type) implements Expr {}

    record CastArray(Expr of, TypeName element) implements Expr {}

    record Call(@Nullable String schema, String function, List<Expr> arguments) implements Expr {}

    /** A call whose arguments are given by name: {@code f("a" => 1)}; null names are positional and come first. */
    record NamedCall(String schema, String function, List<Argument> arguments) implements Expr {
        public record Argument(@Nullable String name, Expr value) {}
    }

    record Binary(Expr left, Operator operator, Expr right) implements Expr {}

    record And(List<Expr> of) implements Expr {}

    record Or(List<Expr> of) implements Expr {}

    record Not(Expr of) implements Expr {}

    record IsNull(Expr of) implements Expr {}

    /** {@code value = ANY (array)}, or {@code value <> ALL (array)} when negated. */
    record AnyOf(Expr value, Expr array, boolean negated) implements Expr {}

    record Exists(Select select) implements Expr {}

    record Subselect(Select select) implements Expr {}

    record Case(Expr condition, Expr then, Expr otherwise) implements Expr {}

    record Aggregate(
            String function,
            boolean distinct,
            List<Expr> arguments,
            List<Order> orderBy,
            @Nullable Expr filter) implements Expr {}

    record RowOf(List<Expr> of) implements Expr {}

    /** In ON CONFLICT DO UPDATE: the value that could not be inserted. */
    record Excluded(String column) implements Expr {}

    /** {@code DEFAULT} in a VALUES list or a SET. */
    record Default() implements Expr {}

    static Expr call(String function, Expr... arguments) {
        return new Call(null, function, List.of(arguments));
    }

    static Expr aggregate(String function, Expr... arguments) {
        return new Aggregate(function, false, List.of(arguments), List.of(), null);
    }

    static Expr equal(Expr left, Expr right) {
        return new Binary(left, Operator.EQUAL, right);
    }

    static Expr and(List<Expr> of) {
        var needed = of.stream().filter(e -> !e.equals(TRUE)).toList();
        if (needed.contains(FALSE)) {
            return FALSE;
        }
        return switch (needed.size()) {
            case 0 -> TRUE;
            case 1 -> needed.getFirst();
            default -> new And(needed);
        };
    }

    static Expr and(Expr... of) {
        return and(List.of(of));
    }

    static Expr or(List<Expr> of) {
        var needed = of.stream().filter(e -> !e.equals(FALSE)).toList();
        if (needed.contains(TRUE)) {
            return TRUE;
        }
        return switch (needed.size()) {
            case 0 -> FALSE;
            case 1 -> needed.getFirst();
            default -> new Or(needed);
        };
    }

    static Expr not(Expr of) {
        if (of instanceof Bool(var value)) {
            return new Bool(!value);
        }
        return new Not(of);
    }
}
