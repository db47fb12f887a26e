package dev.dovetail.graphql.syntax;

import dev.dovetail.graphql.ast.Directive;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.ast.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Reads what requests and schemas have in common: names, types, values, directives. Counts how deep the text is nested,
 * so that no text can exhaust the stack. Every method consumes what it reads or throws {@link SyntaxException}.
 */
public final class Reader {
    static final int DEPTH_MAX = 500;

    private final Lexer lexer;
    private int depth;

    public Reader(String text) {
        this.lexer = new Lexer(text);
    }

    /** Whether a value may hold variables. */
    public enum Variables {
        ALLOWED,
        FORBIDDEN
    }

    public TypeSyntax type() {
        var type = at(Token.BRACKET_OPEN) ? listType() : new TypeSyntax.Named(name());
        return accept(Token.BANG) ? new TypeSyntax.NonNull(type) : type;
    }

    private TypeSyntax listType() {
        open(Token.BRACKET_OPEN);
        var of = type();
        expect(Token.BRACKET_CLOSE);
        close();
        return new TypeSyntax.ListOf(of);
    }

    public Value value(Variables variables) {
        return switch (lexer.token()) {
            case INT -> new Value.IntValue(new BigInteger(content()));
            case FLOAT -> new Value.FloatValue(decimal(content()));
            case STRING -> new Value.StringValue(content());
            case NAME -> word(content());
            case DOLLAR -> variable(variables);
            case BRACKET_OPEN -> list(variables);
            case BRACE_OPEN -> new Value.ObjectValue(fields(Token.BRACE_OPEN, Token.BRACE_CLOSE, variables));
            case SPREAD, BANG, COLON, EQUALS, AT, AMPERSAND, PIPE, END -> throw lexer.error("no value");
            case PAREN_OPEN, PAREN_CLOSE, BRACKET_CLOSE, BRACE_CLOSE -> throw lexer.error("no value");
        };
    }

    private Value list(Variables variables) {
        open(Token.BRACKET_OPEN);
        var values = new ArrayList<Value>();
        while (!accept(Token.BRACKET_CLOSE)) {
            values.add(value(variables));
        }
        close();
        return new Value.ListValue(values);
    }

    /** {@code name: value} pairs between two tokens. No name comes twice. */
    private SequencedMap<String, Value> fields(Token open, Token close, Variables variables) {
        open(open);
        var fields = new LinkedHashMap<String, Value>();
        while (!accept(close)) {
            var name = name();
            expect(Token.COLON);
            if (fields.putIfAbsent(name, value(variables)) != null) {
                throw lexer.error("the name " + name + " twice");
            }
        }
        close();
        return fields;
    }

    private Value variable(Variables variables) {
        if (variables == Variables.FORBIDDEN) {
            throw lexer.error("a variable in a constant");
        }
        expect(Token.DOLLAR);
        return new Value.Variable(name());
    }

    /** Empty when no parenthesis opens here. */
    public SequencedMap<String, Value> arguments(Variables variables) {
        if (!at(Token.PAREN_OPEN)) {
            return new LinkedHashMap<>(0);
        }
        var arguments = fields(Token.PAREN_OPEN, Token.PAREN_CLOSE, variables);
        if (arguments.isEmpty()) {
            throw lexer.error("parentheses without arguments");
        }
        return arguments;
    }

    public List<Directive> directives(Variables variables) {
        if (!at(Token.AT)) {
            return List.of();
        }
        var directives = new ArrayList<Directive>();
        while (accept(Token.AT)) {
            directives.add(new Directive(name(), arguments(variables)));
        }
        return directives;
    }

    public String name() {
        if (!at(Token.NAME)) {
            throw lexer.error("no name");
        }
        return content();
    }

    public String string() {
        if (!at(Token.STRING)) {
            throw lexer.error("no string");
        }
        return content();
    }

    public boolean at(Token token) {
        return lexer.token() == token;
    }

    public boolean atName(String name) {
        return at(Token.NAME) && lexer.content().equals(name);
    }

    public boolean accept(Token token) {
        if (!at(token)) {
            return false;
        }
        lexer.advance();
        return true;
    }

    public boolean acceptName(String name) {
        if (!atName(name)) {
            return false;
        }
        lexer.advance();
        return true;
    }

    public void expect(Token token) {
        if (!accept(token)) {
            throw lexer.error("no " + token);
        }
    }

    public SyntaxException error(String problem) {
        return lexer.error(problem);
    }

    /** Opens what can hold its like. Has to be followed by {@link #close}. */
    public void open(Token token) {
        if (++depth > DEPTH_MAX) {
            throw lexer.tooLarge("nested deeper than " + DEPTH_MAX + " levels");
        }
        expect(token);
    }

    public void close() {
        depth--;
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
}
