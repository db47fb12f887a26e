package dev.dovetail.graphql.syntax;

import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.ast.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;

/** Reads types and values, and counts how deep the text is nested, so that no text can exhaust the stack. */
final class Reader {
    static final int DEPTH_MAX = 500;

    private final Lexer lexer;
    private int depth;

    Reader(Lexer lexer) {
        this.lexer = lexer;
    }

    TypeSyntax type() {
        var type = at(Token.BRACKET_OPEN)
                ? nested(() -> {
                    lexer.advance();
                    var of = type();
                    expect(Token.BRACKET_CLOSE);
                    return new TypeSyntax.ListOf(of);
                })
                : new TypeSyntax.Named(name());
        return accept(Token.BANG) ? new TypeSyntax.NonNull(type) : type;
    }

    Value value(Variables variables) {
        return switch (lexer.token()) {
            case INT -> new Value.IntValue(new BigInteger(content()));
            case FLOAT -> new Value.FloatValue(decimal(content()));
            case STRING -> new Value.StringValue(content());
            case NAME -> word(content());
            case DOLLAR -> variable(variables);
            case BRACKET_OPEN -> nested(() -> new Value.ListValue(list(variables)));
            case BRACE_OPEN -> nested(() -> {
                lexer.advance();
                var fields = named(Token.BRACE_CLOSE, variables);
                return new Value.ObjectValue(fields);
            });
            case SPREAD, BANG, COLON, EQUALS, AT, PAREN_OPEN, PAREN_CLOSE, BRACKET_CLOSE, BRACE_CLOSE, END ->
                throw lexer.error("no value");
        };
    }

    /** {@code name: value} until the closing token, which is consumed. No name comes twice. */
    SequencedMap<String, Value> named(Token close, Variables variables) {
        var named = new LinkedHashMap<String, Value>();
        while (!accept(close)) {
            var name = name();
            expect(Token.COLON);
            if (named.putIfAbsent(name, value(variables)) != null) {
                throw lexer.error("the name " + name + " twice");
            }
        }
        return named;
    }

    String name() {
        if (!at(Token.NAME)) {
            throw lexer.error("no name");
        }
        return content();
    }

    boolean at(Token token) {
        return lexer.token() == token;
    }

    boolean atName(String name) {
        return at(Token.NAME) && lexer.content().equals(name);
    }

    boolean accept(Token token) {
        if (!at(token)) {
            return false;
        }
        lexer.advance();
        return true;
    }

    void expect(Token token) {
        if (!accept(token)) {
            throw lexer.error("no " + token);
        }
    }

    SyntaxException error(String problem) {
        return lexer.error(problem);
    }

    <T> T nested(Supplier<T> inner) {
        if (++depth > DEPTH_MAX) {
            throw lexer.tooLarge("nested deeper than " + DEPTH_MAX + " levels");
        }
        var result = inner.get();
        depth--;
        return result;
    }

    private List<Value> list(Variables variables) {
        lexer.advance();
        var values = new ArrayList<Value>();
        while (!accept(Token.BRACKET_CLOSE)) {
            values.add(value(variables));
        }
        return values;
    }

    private Value variable(Variables variables) {
        if (variables == Variables.FORBIDDEN) {
            throw lexer.error("a variable in a constant");
        }
        lexer.advance();
        return new Value.Variable(name());
    }

    private String content() {
        var content = lexer.content();
        lexer.advance();
        return content;
    }

    /** Fails when the exponent does not fit 32 bits. */
    private BigDecimal decimal(String digits) {
        try {
            return new BigDecimal(digits);
        } catch (NumberFormatException e) {
            throw lexer.error("an exponent out of range");
        }
    }

    private static Value word(String word) {
        return switch (word) {
            case "true" -> new Value.BooleanValue(true);
            case "false" -> new Value.BooleanValue(false);
            case "null" -> new Value.NullValue();
            default -> new Value.EnumValue(word);
        };
    }

    /** Whether a value may hold variables. */
    enum Variables {
        ALLOWED,
        FORBIDDEN
    }
}
