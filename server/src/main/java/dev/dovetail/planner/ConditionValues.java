package dev.dovetail.planner;

import dev.dovetail.catalog.PgType;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.ScalarRule;
import dev.dovetail.json.Json;
import dev.dovetail.model.ColumnType;
import dev.dovetail.model.ValueSource;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.Operator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The right sides of comparisons. What a client gives and Postgres may refuse is noted as a risk of the statement, to
 * be tried before any row is looked at: a refusal that depended on rows would tell of rows that the role does not see.
 */
final class ConditionValues {
    private static final PgType TEXT = PgType.builtin("text");
    private static final ScalarRule TEXT_RULE = new ScalarRule(ScalarRule.Kind.COLUMN, "String");
    private static final ScalarRule LIKE_RULE = new ScalarRule(ScalarRule.Kind.LIKE_PATTERN, "String");
    private static final Set<String> ANY_TEXT = Set.of("text", "varchar", "bpchar", "name", "citext");

    private final StatementScope scope;
    private final Conditions.Reach reach;

    ConditionValues(StatementScope scope, Conditions.Reach reach) {
        this.scope = scope;
        this.reach = reach;
    }

    Expr scalar(ValueSource value, ColumnType type) {
        var pg = type.pg();
        if (type instanceof ColumnType.ArrayOf array && !isSession(value)) {
            return risky(
                    value,
                    Casts.toArray(scope.array(value, Path.ROOT), array.element().pg()));
        }
        if (value instanceof ValueSource.Fixed(var json)) {
            return Casts.to(fixed(json, type.isJson()), pg);
        }
        var rule = ruleOf(value, type);
        var text = type.isJson() && !isSession(value)
                ? scope.json(value, rule, Path.ROOT)
                : scope.text(value, rule, Path.ROOT);
        var cast = Casts.to(text, pg);
        return pg.base() == null && ANY_TEXT.contains(pg.name()) ? cast : risky(value, cast);
    }

    /** A session variable holds an array literal; everything else is a list. */
    Expr list(ValueSource value, ColumnType type) {
        var texts = isSession(value)
                ? scope.text(value, null, Path.ROOT)
                : scope.texts(value, ruleOf(value, type), Path.ROOT);
        return risky(value, Casts.toArray(texts, type.pg()));
    }

    /** Text, whatever the column is: a key. */
    Expr text(ValueSource value) {
        return text(value, TEXT_RULE);
    }

    Expr texts(ValueSource value) {
        return isSession(value)
                ? Casts.toArray(scope.text(value, null, Path.ROOT), TEXT)
                : scope.texts(value, null, Path.ROOT);
    }

    Expr like(ValueSource value) {
        return text(value, LIKE_RULE);
    }

    /** A POSIX regular expression. */
    Expr regex(ValueSource value) {
        return pattern(value, Operator.REGEX);
    }

    /** An SQL regular expression. */
    Expr similar(ValueSource value) {
        return pattern(value, Operator.SIMILAR);
    }

    /** A text of a type that has a syntax: a label query, a JSON path. */
    Expr text(ValueSource value, PgType type) {
        return risky(value, Casts.to(text(value), type));
    }

    Expr texts(ValueSource value, PgType element) {
        return risky(value, Casts.toArray(texts(value), element));
    }

    /** Matching anything at all shows whether the pattern is one. */
    private Expr pattern(ValueSource value, Operator operator) {
        var pattern = text(value);
        risky(value, new Expr.Binary(new Expr.Text(""), operator, pattern));
        return pattern;
    }

    private Expr risky(ValueSource value, Expr expr) {
        if (reach == Conditions.Reach.AS_ROLE && !(value instanceof ValueSource.Fixed)) {
            scope.risk(expr);
        }
        return expr;
    }

    private Expr text(ValueSource value, ScalarRule rule) {
        return value instanceof ValueSource.Fixed(var json)
                ? Casts.to(fixed(json, false), TEXT)
                : Casts.to(scope.text(value, rule, Path.ROOT), TEXT);
    }

    private static boolean isSession(ValueSource value) {
        return value instanceof ValueSource.SessionVariable;
    }

    /** What a client's variables bring is checked again when the plan runs again. */
    private static @Nullable ScalarRule ruleOf(ValueSource value, ColumnType type) {
        if (isSession(value)) {
            return null;
        }
        return type instanceof ColumnType.Scalar(var graphql, var _)
                ? new ScalarRule(ScalarRule.Kind.COLUMN, graphql)
                : null;
    }

    private static Expr fixed(JsonNode json, boolean asJson) {
        if (json.isNull()) {
            return Expr.NULL;
        }
        if (asJson || json.isContainer()) {
            return new Expr.Text(Json.write(json));
        }
        return new Expr.Text(json.asString());
    }
}
