package dev.dovetail.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A SELECT. Built from {@link #of} by the {@code with…} methods, each of which replaces one clause. */
public record Select(
        List<Item> items,
        @Nullable From from,
        List<Expr> distinctOn,
        Expr where,
        List<Expr> groupBy,
        Expr having,
        List<Order> orderBy,
        @Nullable Expr limit,
        @Nullable Expr offset)
        implements Body {

    public static Select of(List<Item> items) {
        return new Select(items, null, List.of(), Expr.TRUE, List.of(), Expr.TRUE, List.of(), null, null);
    }

    public static Select of(Item... items) {
        return of(List.of(items));
    }

    public Select withItems(Item... items) {
        return new Select(List.of(items), from, distinctOn, where, groupBy, having, orderBy, limit, offset);
    }

    public Select withFrom(@Nullable From from) {
        return new Select(items, from, distinctOn, where, groupBy, having, orderBy, limit, offset);
    }

    public Select withWhere(Expr where) {
        return new Select(items, from, distinctOn, where, groupBy, having, orderBy, limit, offset);
    }

    public Select withDistinctOn(List<Expr> distinctOn) {
        return new Select(items, from, distinctOn, where, groupBy, having, orderBy, limit, offset);
    }

    public Select withGroupBy(List<Expr> groupBy) {
        return new Select(items, from, distinctOn, where, groupBy, having, orderBy, limit, offset);
    }

    /** @param having true for every group that counts */
    public Select withHaving(Expr having) {
        return new Select(items, from, distinctOn, where, groupBy, having, orderBy, limit, offset);
    }

    public Select withOrderBy(List<Order> orderBy) {
        return new Select(items, from, distinctOn, where, groupBy, having, orderBy, limit, offset);
    }

    public Select withLimit(@Nullable Expr limit) {
        return new Select(items, from, distinctOn, where, groupBy, having, orderBy, limit, offset);
    }

    public Select withOffset(@Nullable Expr offset) {
        return new Select(items, from, distinctOn, where, groupBy, having, orderBy, limit, offset);
    }
}
