package dev.dovetail.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A template, parsed. */
sealed interface Expr {
    Span span();

    record Null(Span span) implements Expr {}

    record Bool(Span span, boolean value) implements Expr {}

    record Numeric(Span span, BigDecimal value) implements Expr {}

    /** Text without anything to fill in. */
    record Text(Span span, String value) implements Expr {}

    /** A string in double quotes: what its parts give, one after the other. */
    record Joined(Span span, List<Expr> parts) implements Expr {}

    record ArrayOf(Span span, List<Expr> items) implements Expr {}

    record ObjectOf(Span span, SequencedMap<String, Expr> fields) implements Expr {}

    record Variable(Span span, String name) implements Expr {}

    /** {@code base.a['b']?.c}: a chain and no nest, so that a long one needs no deep stack. */
    record Access(Span span, Expr base, List<Lookup> lookups) implements Expr {}

    record Call(Span span, String function, Expr argument) implements Expr {}

    record Binary(Span span, Operator operator, Expr left, Expr right) implements Expr {}

    record If(Span span, List<Branch> branches, Expr otherwise) implements Expr {}

    /** @param index the variable for the position; null when none is wanted */
    record Range(Span span, @Nullable String index, String item, Expr over, Expr body) implements Expr {}

    /** @param span of the whole {@code if}, or of an {@code elif} and its condition */
    record Branch(Span span, Expr condition, Expr value) {}

    /** A part of an access. */
    sealed interface Lookup {
        /**
         * @param whole from the start of the chain to here
         * @param before the part of it that gives what is looked into
         * @param dotted whether it is {@code .key}; else {@code [key]}
         */
        record Required(Span whole, Span before, Expr key, boolean dotted) implements Lookup {}

        /** {@code ?.a.b[0]}: null when any of them is missing, or when what stands before fails. */
        record Optional(Span before, List<Expr> keys) implements Lookup {}
    }

    enum Operator {
        GREATER(">"),
        LESS("<"),
        GREATER_OR_EQUAL(">="),
        LESS_OR_EQUAL("<="),
        EQUAL("=="),
        NOT_EQUAL("!="),
        AND("&&"),
        OR("||"),
        IN("in"),
        DEFAULT("??");

        private final String text;

        Operator(String text) {
            this.text = text;
        }

        static Operator of(String text) {
            for (var operator : values()) {
                if (operator.text.equals(text)) {
                    return operator;
                }
            }
            throw new IllegalArgumentException(text);
        }
    }
}
