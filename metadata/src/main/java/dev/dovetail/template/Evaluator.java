package dev.dovetail.template;

import dev.dovetail.json.Json;
import dev.dovetail.template.TemplateError.Kind;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One evaluation of a template. */
final class Evaluator {
    private final Functions functions;
    private final Budget budget = new Budget();

    Evaluator(Functions functions) {
        this.functions = functions;
    }

    JsonNode value(Expr expr, @Nullable Bindings scope) {
        budget.step(expr.span());
        return switch (expr) {
            case Expr.Null _ -> Values.nothing();
            case Expr.Bool(var _, var value) -> Values.bool(value);
            case Expr.Numeric(var _, var value) -> Values.number(value);
            case Expr.Text(var _, var value) -> Json.string(value);
            case Expr.Joined(var _, var parts) -> joined(parts, scope);
            case Expr.ArrayOf(var _, var items) -> array(items, scope);
            case Expr.ObjectOf object -> object(object, scope);
            case Expr.Variable(var span, var name) -> variable(name, span, scope);
            case Expr.Access access -> new AccessPath(this, access, scope).value();
            case Expr.Call(var span, var function, var argument) -> call(function, span, argument, scope);
            case Expr.Binary binary -> binary(binary, scope);
            case Expr.If condition -> condition(condition, scope);
            case Expr.Range range -> range(range, scope);
        };
    }

    static TemplateException mismatch(Span span, String expected, JsonNode actual) {
        return new TemplateException(
                Kind.TYPE,
                "Couldn't match expected type '" + expected + "' with actual type '" + Values.type(actual) + "'",
                span);
    }

    /** A value that becomes part of another one. */
    private JsonNode part(Expr expr, @Nullable Bindings scope) {
        var value = value(expr, scope);
        budget.take(value, expr.span());
        return value;
    }

    private JsonNode joined(List<Expr> parts, @Nullable Bindings scope) {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(Values.text(part(part, scope)));
        }
        return Json.string(text.toString());
    }

    private JsonNode array(List<Expr> items, @Nullable Bindings scope) {
        var array = Json.array();
        items.forEach(item -> array.add(part(item, scope)));
        return array;
    }

    private JsonNode object(Expr.ObjectOf expr, @Nullable Bindings scope) {
        var object = Json.object();
        expr.fields().forEach((name, value) -> object.set(name, part(value, scope)));
        return object;
    }

    private static JsonNode variable(String name, Span span, @Nullable Bindings scope) {
        var value = Bindings.find(scope, name);
        if (value == null) {
            throw notInScope(name, span);
        }
        return value;
    }

    private static TemplateException notInScope(String name, Span span) {
        return new TemplateException(Kind.NAME, "Variable '" + name + "' not in scope", span);
    }

    private JsonNode call(String function, Span span, Expr argument, @Nullable Bindings scope) {
        var value = part(argument, scope);
        var found = functions.find(function);
        if (found == null) {
            throw notInScope(function, span);
        }
        try {
            return found.apply(value);
        } catch (FunctionFailure failure) {
            throw new TemplateException(Kind.FUNCTION, failure.getMessage(), argument.span());
        }
    }

    private JsonNode binary(Expr.Binary expr, @Nullable Bindings scope) {
        if (expr.operator() == Expr.Operator.DEFAULT) {
            var left = value(expr.left(), scope);
            return left.isNull() ? value(expr.right(), scope) : left;
        }
        var left = part(expr.left(), scope);
        var right = part(expr.right(), scope);
        return Values.bool(
                switch (expr.operator()) {
                    case GREATER -> Values.compare(left, right) > 0;
                    case LESS -> Values.compare(left, right) < 0;
                    case GREATER_OR_EQUAL -> Values.compare(left, right) >= 0;
                    case LESS_OR_EQUAL -> Values.compare(left, right) <= 0;
                    case EQUAL -> Values.equal(left, right);
                    case NOT_EQUAL -> !Values.equal(left, right);
                    case AND -> bothBooleans(expr.span(), left, right) && left.booleanValue() && right.booleanValue();
                    case OR -> bothBooleans(expr.span(), left, right) && (left.booleanValue() || right.booleanValue());
                    case IN -> in(expr.span(), left, right);
                    case DEFAULT -> throw new IllegalStateException();
                });
    }

    private static boolean bothBooleans(Span span, JsonNode left, JsonNode right) {
        if (!right.isBoolean()) {
            throw mismatch(span, "Boolean", right);
        }
        if (!left.isBoolean()) {
            throw mismatch(span, "Boolean", left);
        }
        return true;
    }

    private static boolean in(Span span, JsonNode left, JsonNode right) {
        if (right.isObject()) {
            if (!left.isString()) {
                throw mismatch(span, "String", left);
            }
            return right.has(left.stringValue());
        }
        if (!right.isArray()) {
            throw mismatch(span, "Array", right);
        }
        for (var item : right) {
            if (Values.equal(left, item)) {
                return true;
            }
        }
        return false;
    }

    private JsonNode condition(Expr.If expr, @Nullable Bindings scope) {
        for (var branch : expr.branches()) {
            var met = value(branch.condition(), scope);
            if (!met.isBoolean()) {
                throw mismatch(branch.span(), "Boolean", met);
            }
            if (met.booleanValue()) {
                return value(branch.value(), scope);
            }
        }
        return value(expr.otherwise(), scope);
    }

    private JsonNode range(Expr.Range expr, @Nullable Bindings scope) {
        var over = value(expr.over(), scope);
        if (!over.isArray()) {
            throw mismatch(expr.span(), "Array", over);
        }
        var results = Json.array();
        for (var i = 0; i < over.size(); i++) {
            var within = expr.index() == null
                    ? scope
                    : new Bindings(expr.index(), Values.number(BigDecimal.valueOf(i)), scope);
            results.add(part(expr.body(), new Bindings(expr.item(), over.get(i), within)));
        }
        return results;
    }
}
