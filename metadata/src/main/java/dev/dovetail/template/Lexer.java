package dev.dovetail.template;

import dev.dovetail.template.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts a template into tokens. What a character means depends on what is open: {@code "} opens a string, {@code {{} in
 * a string opens an expression, in which a string may be opened, and so on. So the lexer keeps a stack of modes.
 *
 * <p>The reference takes two closing braces in an expression for its end even when an object is open in it. As nothing
 * with an open object could be parsed then, closing the object first takes nothing away.
 */
final class Lexer {
    private static final Pattern WORD = Pattern.compile("\\$?[A-Za-z][$A-Za-z0-9_-]*|\\$");
    private static final Pattern NUMBER =
            Pattern.compile("-?0[0-9]++|-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?");
    private static final Pattern SPACE = Pattern.compile("[ \\t\\n\\x0B\\f\\r]++|#[^\\n]*+");
    private static final Pattern STRING_TEXT = Pattern.compile("[^\\\\\"{]++");
    private static final Pattern LITERAL_TEXT = Pattern.compile("[^'{]++");
    private static final Pattern UNICODE = Pattern.compile("\\\\u[0-9A-Fa-f]{4}");

    /** The longer ones first. */
    private static final List<Symbol> SYMBOLS = List.of(
            new Symbol("??", Kind.OPERATOR),
            new Symbol("==", Kind.OPERATOR),
            new Symbol("!=", Kind.OPERATOR),
            new Symbol(">=", Kind.OPERATOR),
            new Symbol("<=", Kind.OPERATOR),
            new Symbol("&&", Kind.OPERATOR),
            new Symbol("||", Kind.OPERATOR),
            new Symbol(":=", Kind.ASSIGN),
            new Symbol(">", Kind.OPERATOR),
            new Symbol("<", Kind.OPERATOR),
            new Symbol("?", Kind.QUESTION),
            new Symbol(":", Kind.COLON),
            new Symbol(".", Kind.DOT),
            new Symbol(",", Kind.COMMA),
            new Symbol("_", Kind.UNDERSCORE),
            new Symbol("[", Kind.SQUARE_OPEN),
            new Symbol("]", Kind.SQUARE_CLOSE),
            new Symbol("(", Kind.PAREN_OPEN),
            new Symbol(")", Kind.PAREN_CLOSE));

    private final Source source;
    private final Deque<Mode> modes = new ArrayDeque<>();
    private final List<Token> tokens = new ArrayList<>();

    private record Symbol(String text, Kind kind) {}

    /** What is open; an expression counts the objects open in it. */
    private sealed interface Mode {
        record Json() implements Mode {}

        record Expression(int objects) implements Mode {}

        record Text() implements Mode {}

        record Literal() implements Mode {}
    }

    private Lexer(String template) {
        this.source = new Source(template);
        modes.push(new Mode.Json());
    }

    /** The tokens, the last one being {@link Kind#END}. */
    static List<Token> tokens(String template) {
        return new Lexer(template).all();
    }

    private List<Token> all() {
        while (!source.atEnd()) {
            switch (modes.getFirst()) {
                case Mode.Json _ -> code(0, false);
                case Mode.Expression(var objects) -> code(objects, true);
                case Mode.Text _ -> text();
                case Mode.Literal _ -> literal();
            }
        }
        add(Kind.END, 0);
        return tokens;
    }

    private void code(int objects, boolean expression) {
        if (source.skip(SPACE)) {
            return;
        }
        if (source.startsWith("\"")) {
            add(Kind.STRING_BEGIN, 1);
            modes.push(new Mode.Text());
        } else if (source.startsWith("'")) {
            add(Kind.SINGLE_QUOTE, 1);
            modes.push(new Mode.Literal());
        } else if (source.startsWith("{{")) {
            open();
        } else if (source.startsWith("{")) {
            add(Kind.CURLY_OPEN, 1);
            count(objects + 1, expression);
        } else if (expression && objects == 0 && source.startsWith("}}")) {
            add(Kind.CLOSE, 2);
            modes.pop();
        } else if (source.startsWith("}")) {
            add(Kind.CURLY_CLOSE, 1);
            count(Math.max(0, objects - 1), expression);
        } else {
            wordNumberOrSymbol();
        }
    }

    private void count(int objects, boolean expression) {
        if (expression) {
            modes.pop();
            modes.push(new Mode.Expression(objects));
        }
    }

    private void open() {
        add(Kind.OPEN, 2);
        modes.push(new Mode.Expression(0));
    }

    private void wordNumberOrSymbol() {
        var word = source.length(WORD);
        if (word > 0) {
            add(Kind.WORD, word);
            return;
        }
        var number = source.length(NUMBER);
        if (number > Limits.NUMBER_CHARS) {
            throw source.invalid();
        }
        if (number > 0) {
            add(Kind.NUMBER, number);
            return;
        }
        for (var symbol : SYMBOLS) {
            if (source.startsWith(symbol.text())) {
                add(symbol.kind(), symbol.text().length());
                return;
            }
        }
        throw source.invalid();
    }

    private void text() {
        if (source.startsWith("\"")) {
            add(Kind.STRING_END, 1);
            modes.pop();
        } else if (source.startsWith("{{")) {
            open();
        } else if (source.startsWith("{")) {
            add(Kind.TEXT, 1);
        } else if (source.startsWith("\\")) {
            escape();
        } else {
            add(Kind.TEXT, source.length(STRING_TEXT));
        }
    }

    private void escape() {
        var unicode = source.length(UNICODE);
        if (unicode > 0) {
            var code = Integer.parseInt(source.peek(unicode).substring(2), 16);
            add(Kind.TEXT, String.valueOf((char) code), unicode);
            return;
        }
        var meant = switch (source.charAfter()) {
            case '{' -> "{";
            case '"' -> "\"";
            case '\\' -> "\\";
            case '/' -> "/";
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            default -> throw source.invalid();
        };
        add(Kind.TEXT, meant, 2);
    }

    private void literal() {
        if (source.startsWith("'")) {
            add(Kind.SINGLE_QUOTE, 1);
            modes.pop();
            return;
        }
        var length = source.length(LITERAL_TEXT);
        if (length == 0) {
            throw source.invalid();
        }
        add(Kind.TEXT, length);
    }

    private void add(Kind kind, int length) {
        add(kind, source.peek(length), length);
    }

    private void add(Kind kind, String text, int length) {
        tokens.add(new Token(kind, text, source.advance(length)));
    }
}
