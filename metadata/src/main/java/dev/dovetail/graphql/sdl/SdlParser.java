package dev.dovetail.graphql.sdl;

import dev.dovetail.graphql.ast.Directive;
import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.graphql.ast.Value;
import dev.dovetail.graphql.syntax.Reader;
import dev.dovetail.graphql.syntax.Reader.Variables;
import dev.dovetail.graphql.syntax.SyntaxException;
import dev.dovetail.graphql.syntax.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Recursive descent over SDL: one method per rule of the grammar. Bodies in braces may be absent, as the grammar has
 * it.
 */
final class SdlParser {
    private static final String NO_REASON = "No longer supported";

    private final Reader in;
    private final List<Directive> ofTypes = new ArrayList<>();

    private SdlParser(String sdl) {
        this.in = new Reader(sdl);
    }

    /** All definitions in their order; names may repeat. Throws {@link SyntaxException}. */
    static List<SdlDefinition> definitions(String sdl) {
        var parser = new SdlParser(sdl);
        var definitions = new ArrayList<SdlDefinition>();
        while (!parser.in.at(Token.END)) {
            definitions.add(parser.definition());
        }
        return definitions;
    }

    /** Those at types and at fields of objects and interfaces. Throws {@link SyntaxException}. */
    static List<Directive> directivesOfTypes(String sdl) {
        var parser = new SdlParser(sdl);
        while (!parser.in.at(Token.END)) {
            parser.definition();
        }
        return parser.ofTypes;
    }

    private SdlDefinition definition() {
        var description = description();
        var extension = in.acceptName("extend");
        var keyword = in.name();
        return switch (keyword) {
            case "schema" -> roots();
            case "directive" -> directiveDeclaration();
            case "scalar" -> new SdlDefinition.Type(scalar(description), extension);
            case "type" -> new SdlDefinition.Type(object(description), extension);
            case "interface" -> new SdlDefinition.Type(face(description), extension);
            case "union" -> new SdlDefinition.Type(union(description), extension);
            case "enum" -> new SdlDefinition.Type(enumeration(description), extension);
            case "input" -> new SdlDefinition.Type(inputObject(description), extension);
            default -> throw in.error("no kind of definition: " + keyword);
        };
    }

    private SdlDefinition roots() {
        directives();
        var types = new LinkedHashMap<OperationKind, String>();
        for (var root : body(this::root)) {
            if (types.putIfAbsent(root.kind(), root.type()) != null) {
                throw in.error("two roots for " + root.kind().keyword());
            }
        }
        return new SdlDefinition.Roots(types);
    }

    private Root root() {
        var keyword = in.name();
        in.expect(Token.COLON);
        var type = in.name();
        for (var kind : OperationKind.values()) {
            if (kind.keyword().equals(keyword)) {
                return new Root(kind, type);
            }
        }
        throw in.error("no kind of operation: " + keyword);
    }

    private SdlDefinition directiveDeclaration() {
        in.expect(Token.AT);
        var name = in.name();
        arguments();
        in.acceptName("repeatable");
        if (!in.acceptName("on")) {
            throw in.error("a directive without locations");
        }
        names(Token.PIPE);
        return new SdlDefinition.DirectiveDeclaration(name);
    }

    private TypeDefinition scalar(@Nullable String description) {
        var name = in.name();
        ofType();
        return new TypeDefinition.ScalarDefinition(name, description);
    }

    private TypeDefinition object(@Nullable String description) {
        var name = in.name();
        var interfaces = interfaces();
        ofType();
        return new TypeDefinition.ObjectDefinition(name, description, body(this::field), interfaces);
    }

    /** The possible types are not said here: whoever implements the interface says so. */
    private TypeDefinition face(@Nullable String description) {
        var name = in.name();
        interfaces();
        ofType();
        return new TypeDefinition.InterfaceDefinition(name, description, body(this::field), List.of());
    }

    private TypeDefinition union(@Nullable String description) {
        var name = in.name();
        ofType();
        var members = in.accept(Token.EQUALS) ? names(Token.PIPE) : List.<String>of();
        return new TypeDefinition.UnionDefinition(name, description, members);
    }

    private TypeDefinition enumeration(@Nullable String description) {
        var name = in.name();
        ofType();
        return new TypeDefinition.EnumDefinition(name, description, body(this::enumValue));
    }

    private EnumValueDefinition enumValue() {
        var description = description();
        if (in.atName("true") || in.atName("false") || in.atName("null")) {
            throw in.error("an enum value that is a word of the language");
        }
        return new EnumValueDefinition(in.name(), description, deprecation(directives()));
    }

    private TypeDefinition inputObject(@Nullable String description) {
        var name = in.name();
        ofType();
        return new TypeDefinition.InputObjectDefinition(name, description, body(this::input));
    }

    private FieldDefinition field() {
        var description = description();
        var name = in.name();
        var arguments = arguments();
        in.expect(Token.COLON);
        return new FieldDefinition(name, description, arguments, in.type(), deprecation(ofType()));
    }

    private InputDefinition input() {
        var description = description();
        var name = in.name();
        in.expect(Token.COLON);
        var type = in.type();
        var defaultValue = in.accept(Token.EQUALS) ? in.value(Variables.FORBIDDEN) : null;
        return new InputDefinition(name, description, type, defaultValue, directives());
    }

    private List<InputDefinition> arguments() {
        var arguments = new ArrayList<InputDefinition>();
        if (in.accept(Token.PAREN_OPEN)) {
            do {
                arguments.add(input());
            } while (!in.accept(Token.PAREN_CLOSE));
        }
        return arguments;
    }

    private List<String> interfaces() {
        return in.acceptName("implements") ? names(Token.AMPERSAND) : List.of();
    }

    /** One name or more; a separator may stand before the first. */
    private List<String> names(Token separator) {
        in.accept(separator);
        var names = new ArrayList<String>();
        do {
            names.add(in.name());
        } while (in.accept(separator));
        return names;
    }

    private <T> List<T> body(Supplier<T> member) {
        var members = new ArrayList<T>();
        if (in.accept(Token.BRACE_OPEN)) {
            do {
                members.add(member.get());
            } while (!in.accept(Token.BRACE_CLOSE));
        }
        return members;
    }

    private @Nullable String description() {
        return in.at(Token.STRING) ? in.string() : null;
    }

    private List<Directive> directives() {
        return in.directives(Variables.FORBIDDEN);
    }

    private List<Directive> ofType() {
        var found = directives();
        ofTypes.addAll(found);
        return found;
    }

    private static @Nullable String deprecation(List<Directive> directives) {
        for (var directive : directives) {
            if (directive.name().equals("deprecated")) {
                return directive.arguments().get("reason") instanceof Value.StringValue(var reason)
                        ? reason
                        : NO_REASON;
            }
        }
        return null;
    }

    private record Root(OperationKind kind, String type) {}
}
