package dev.dovetail.template;

import dev.dovetail.template.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * Reads a template by recursive descent. As in the reference there is one operator per expression, and more of them
 * need parentheses: {@code (a && b) || c}. Beyond the reference a call may be an operand: {@code size(a) > 1}.
 *
 * <p>An error stands at the token that was not expected; the reference always tells the last token of the template.
 */
final class Parser {
    private static final Set<String> RESERVED =
            Set.of("if", "elif", "else", "end", "null", "range", "in", "not", "true", "false");

    private final List<Token> tokens;
    private int at;
    private int depth;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Throws {@link TemplateException} when it is no template. */
    static Expr parse(String template) {
        if (template.length() > Limits.TEMPLATE_CHARS) {
            throw new TemplateException(
                    TemplateError.Kind.LIMIT,
                    "a template may have at most " + Limits.TEMPLATE_CHARS + " characters",
                    new Span(new Position(0, 1), new Position(0, 1)));
        }
        var parser = new Parser(Lexer.tokens(template));
        var expr = parser.expression();
        parser.take(Kind.END);
        return expr;
    }

    private Expr expression() {
        deeper();
        var expr = peek().is(Kind.OPEN) && !opensBlock() ? braced() : operation();
        depth--;
        return expr;
    }

    private void deeper() {
        if (++depth > Limits.NESTING) {
            throw new TemplateException(TemplateError.Kind.LIMIT, "the template nests too deep", peek().span());
        }
    }

    private boolean opensBlock() {
        var next = tokens.get(at + 1);
        return next.isWord("if") || next.isWord("range");
    }

    private Expr braced() {
        take(Kind.OPEN);
        var expr = expression();
        take(Kind.CLOSE);
        return expr;
    }

    private Expr operation() {
        if (peek().isWord("not")) {
            var not = next();
            var argument = expression();
            return new Expr.Call(not.span().to(argument.span()), "not", argument);
        }
        var left = operand();
        if (!peek().is(Kind.OPERATOR) && !peek().isWord("in")) {
            return left;
        }
        var operator = Expr.Operator.of(next().text());
        var right = operand();
        return new Expr.Binary(left.span().to(right.span()), operator, left, right);
    }

    private Expr operand() {
        deeper();
        var base = primary();
        var lookups = new ArrayList<Expr.Lookup>();
        var span = base.span();
        while (true) {
            if (peek().is(Kind.QUESTION)) {
                next();
                lookups.add(new Expr.Lookup.Optional(span, optionalKeys()));
            } else if (peek().is(Kind.DOT) || peek().is(Kind.SQUARE_OPEN)) {
                var dotted = peek().is(Kind.DOT);
                var key = key();
                var whole = span.to(tokens.get(at - 1).span());
                lookups.add(new Expr.Lookup.Required(whole, span, key, dotted));
                span = whole;
            } else {
                depth--;
                return lookups.isEmpty() ? base : new Expr.Access(span, base, lookups);
            }
        }
    }

    private List<Expr> optionalKeys() {
        var keys = new ArrayList<Expr>();
        while (peek().is(Kind.DOT) || peek().is(Kind.SQUARE_OPEN)) {
            keys.add(key());
        }
        return keys;
    }

    private Expr key() {
        if (next().is(Kind.DOT)) {
            var name = name();
            return new Expr.Text(name.span(), name.text());
        }
        var key = peek().is(Kind.SINGLE_QUOTE) ? singleQuoted() : operand();
        take(Kind.SQUARE_CLOSE);
        return key;
    }

    private Expr singleQuoted() {
        take(Kind.SINGLE_QUOTE);
        var text = take(Kind.TEXT);
        take(Kind.SINGLE_QUOTE);
        return new Expr.Text(text.span(), text.text());
    }

    private Expr primary() {
        var token = next();
        return switch (token.kind()) {
            case WORD -> word(token);
            case NUMBER -> number(token);
            case STRING_BEGIN -> string(token);
            case SQUARE_OPEN -> array(token);
            case CURLY_OPEN -> object(token);
            case PAREN_OPEN -> {
                var expr = expression();
                take(Kind.PAREN_CLOSE);
                yield expr;
            }
            case OPEN -> {
                if (peek().isWord("if")) {
                    yield condition(token);
                }
                if (peek().isWord("range")) {
                    yield range(token);
                }
                throw unexpected(token);
            }
            case TEXT, STRING_END, SINGLE_QUOTE, CLOSE, CURLY_CLOSE, SQUARE_CLOSE, PAREN_CLOSE ->
                throw unexpected(token);
            case COLON, COMMA, DOT, QUESTION, UNDERSCORE, ASSIGN, OPERATOR, END -> throw unexpected(token);
        };
    }

    private Expr word(Token token) {
        return switch (token.text()) {
            case "null" -> new Expr.Null(token.span());
            case "true" -> new Expr.Bool(token.span(), true);
            case "false" -> new Expr.Bool(token.span(), false);
            case String name when RESERVED.contains(name) -> throw unexpected(token);
            case String name -> peek().is(Kind.PAREN_OPEN) ? call(token) : new Expr.Variable(token.span(), name);
        };
    }

    private Expr call(Token name) {
        take(Kind.PAREN_OPEN);
        var argument = expression();
        var close = take(Kind.PAREN_CLOSE);
        return new Expr.Call(name.span().to(close.span()), name.text(), argument);
    }

    private static Expr number(Token token) {
        try {
            return new Expr.Numeric(token.span(), new BigDecimal(token.text()));
        } catch (NumberFormatException _) {
            // The exponent does not fit an int.
            throw unexpected(token);
        }
    }

    private Expr string(Token begin) {
        var parts = new ArrayList<Expr>();
        while (!peek().is(Kind.STRING_END)) {
            parts.add(peek().is(Kind.OPEN) ? braced() : text());
        }
        return new Expr.Joined(begin.span().to(next().span()), parts);
    }

    /** Pieces of text that follow each other, as one. */
    private Expr text() {
        var first = take(Kind.TEXT);
        var text = new StringBuilder(first.text());
        var span = first.span();
        while (peek().is(Kind.TEXT)) {
            span = span.to(peek().span());
            text.append(next().text());
        }
        return new Expr.Text(span, text.toString());
    }

    private Expr array(Token open) {
        var items = new ArrayList<Expr>();
        if (!peek().is(Kind.SQUARE_CLOSE)) {
            items.add(expression());
            while (peek().is(Kind.COMMA)) {
                next();
                items.add(expression());
            }
        }
        return new Expr.ArrayOf(open.span().to(take(Kind.SQUARE_CLOSE).span()), items);
    }

    private Expr object(Token open) {
        var fields = new LinkedHashMap<String, Expr>();
        if (!peek().is(Kind.CURLY_CLOSE)) {
            field(fields);
            while (peek().is(Kind.COMMA)) {
                next();
                field(fields);
            }
        }
        return new Expr.ObjectOf(open.span().to(take(Kind.CURLY_CLOSE).span()), fields);
    }

    /** Of equal names the first one counts, as in the reference. */
    private void field(LinkedHashMap<String, Expr> fields) {
        take(Kind.STRING_BEGIN);
        var name = new StringBuilder();
        while (peek().is(Kind.TEXT)) {
            name.append(next().text());
        }
        take(Kind.STRING_END);
        take(Kind.COLON);
        fields.putIfAbsent(name.toString(), expression());
    }

    private Expr condition(Token open) {
        take("if");
        var first = branch();
        var branches = new ArrayList<Expr.Branch>();
        while (peek().is(Kind.OPEN) && tokens.get(at + 1).isWord("elif")) {
            next();
            var elif = next();
            var branch = branch();
            branches.add(
                    new Expr.Branch(elif.span().to(branch.condition().span()), branch.condition(), branch.value()));
        }
        take(Kind.OPEN);
        take("else");
        take(Kind.CLOSE);
        var otherwise = expression();
        var span = open.span().to(end());
        branches.addFirst(new Expr.Branch(span, first.condition(), first.value()));
        return new Expr.If(span, branches, otherwise);
    }

    private Expr.Branch branch() {
        var condition = expression();
        take(Kind.CLOSE);
        return new Expr.Branch(condition.span(), condition, expression());
    }

    private Expr range(Token open) {
        take("range");
        var index = peek().is(Kind.UNDERSCORE) ? next() : name();
        take(Kind.COMMA);
        var item = name();
        take(Kind.ASSIGN);
        var over = expression();
        take(Kind.CLOSE);
        var body = expression();
        return new Expr.Range(
                open.span().to(end()), index.is(Kind.UNDERSCORE) ? null : index.text(), item.text(), over, body);
    }

    private Span end() {
        take(Kind.OPEN);
        take("end");
        return take(Kind.CLOSE).span();
    }

    private Token peek() {
        return tokens.get(at);
    }

    /** The end stays where it is. */
    private Token next() {
        var token = peek();
        if (!token.is(Kind.END)) {
            at++;
        }
        return token;
    }

    private Token take(Kind kind) {
        var token = next();
        if (token.is(kind)) {
            return token;
        }
        throw unexpected(token);
    }

    private void take(String word) {
        var token = next();
        if (!token.isWord(word)) {
            throw unexpected(token);
        }
    }

    private Token name() {
        var token = take(Kind.WORD);
        if (RESERVED.contains(token.text())) {
            throw unexpected(token);
        }
        return token;
    }

    private static TemplateException unexpected(Token token) {
        var message =
                token.is(Kind.END) ? "ParseError: Empty token stream." : "Unexpected token '" + token.shown() + "'.";
        return new TemplateException(TemplateError.Kind.PARSE, message, token.span());
    }
}
