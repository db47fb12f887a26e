package dev.dovetail.graphql.sdl;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.ast.Directive;
import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.graphql.syntax.SyntaxException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Reads SDL text. */
public final class SdlReader {
    private SdlReader() {}

    /**
     * The definitions as they stand there: nothing merged or checked. Throws {@link ApiException}
     * ({@code parse-failed}).
     */
    public static List<SdlDefinition> definitions(String sdl) {
        try {
            return SdlParser.definitions(sdl);
        } catch (SyntaxException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The directives at types and at fields of objects and interfaces, which {@link #read} leaves out. Throws
     * {@link ApiException} ({@code parse-failed}).
     */
    public static List<Directive> directivesOfTypes(String sdl) {
        try {
            return SdlParser.directivesOfTypes(sdl);
        } catch (SyntaxException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    /** As {@link #definitions}, for those who tell where the fault is: throws {@link SyntaxException}. */
    public static List<SdlDefinition> parse(String sdl) {
        return SdlParser.definitions(sdl);
    }

    /**
     * A whole schema: extensions are merged into their types, interfaces know who implements them, no name is defined
     * twice. Without a {@code schema} definition the roots are the types {@code Query}, {@code Mutation} and
     * {@code Subscription}. That every name is defined is not checked: see {@link TypeCheck}. Throws
     * {@link ApiException} ({@code parse-failed}).
     */
    public static TypeDefinitions read(String sdl) {
        var types = new LinkedHashMap<String, TypeDefinition>();
        var roots = new EnumMap<OperationKind, String>(OperationKind.class);
        var definitions = definitions(sdl);
        for (var definition : definitions) {
            switch (definition) {
                case SdlDefinition.Type(var type, var extension)
                when !extension -> {
                    if (types.putIfAbsent(type.name(), type) != null) {
                        throw refused("the type " + type.name() + " is defined twice");
                    }
                }
                case SdlDefinition.Type _ -> {}
                case SdlDefinition.Roots(var named) -> roots.putAll(named);
                case SdlDefinition.DirectiveDeclaration _ -> {}
            }
        }
        for (var definition : definitions) {
            if (definition instanceof SdlDefinition.Type(var type, var extension) && extension) {
                types.put(type.name(), extend(types.get(type.name()), type));
            }
        }
        return schema(Implementations.fill(types), roots);
    }

    private static TypeDefinition extend(@Nullable TypeDefinition base, TypeDefinition extension) {
        var extended = base == null ? null : Extensions.extend(base, extension);
        if (extended == null) {
            throw refused("nothing to extend: the type " + extension.name());
        }
        return extended;
    }

    private static TypeDefinitions schema(
            SequencedMap<String, TypeDefinition> types, Map<OperationKind, String> roots) {
        if (roots.isEmpty()) {
            return new TypeDefinitions(
                    types,
                    "Query",
                    types.containsKey("Mutation") ? "Mutation" : null,
                    types.containsKey("Subscription") ? "Subscription" : null);
        }
        var query = roots.get(OperationKind.QUERY);
        if (query == null) {
            throw refused("the schema has no query root");
        }
        return new TypeDefinitions(
                types, query, roots.get(OperationKind.MUTATION), roots.get(OperationKind.SUBSCRIPTION));
    }

    private static ApiException refused(String reason) {
        return new ApiException(ErrorCode.PARSE_FAILED, Path.ROOT, "not a valid graphql schema: " + reason);
    }
}
