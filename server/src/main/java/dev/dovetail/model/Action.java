package dev.dovetail.model;

import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.name.ActionName;
import dev.dovetail.name.RoleName;
import dev.dovetail.template.webhook.RequestTransform;
import dev.dovetail.template.webhook.ResponseTransform;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An action, its types checked and its environment variables looked up.
 *
 * @param handler the address as the metadata writes it, its variables not looked up
 * @param url of the handler; may hold a secret, so it is never shown
 * @param request how the request is rewritten; null for not at all
 * @param response how the answer is rewritten; null for not at all
 * @param ignoredClientHeaders lower-case names that are not forwarded; null for the default list
 * @param maximumAge how long an asynchronous call may wait before it is not made any more; null for any time
 * @param inputs where its arguments lead; null when to scalars only, which are taken as they come
 */
public record Action(
        ActionName name,
        @Nullable String description,
        Type type,
        boolean asynchronous,
        List<Argument> arguments,
        TypeSyntax output,
        String handler,
        String url,
        @Nullable RequestTransform request,
        @Nullable ResponseTransform response,
        List<OutboundHeader> headers,
        boolean forwardClientHeaders,
        @Nullable Set<String> ignoredClientHeaders,
        Duration timeout,
        @Nullable Duration maximumAge,
        @Nullable Inputs inputs,
        Set<RoleName> roles) {
    public enum Type {
        QUERY,
        MUTATION
    }

    /**
     * @param objects the fields of all input objects, by the objects' names
     * @param checked whether scalars must be what they say, those of the answer, too; else they are taken as they come,
     *     as in the reference
     */
    public record Inputs(SequencedMap<String, List<CustomType.Field>> objects, boolean checked) {

        /** The type of an input object's field. */
        public Optional<TypeSyntax> field(String object, String name) {
            return objects.getOrDefault(object, List.of()).stream()
                    .filter(each -> each.name().equals(name))
                    .map(CustomType.Field::type)
                    .findFirst();
        }
    }

    public boolean checksScalars() {
        return inputs != null && inputs.checked();
    }

    public record Argument(String name, @Nullable String description, TypeSyntax type) {}

    /** Whether templates make the request, or the body of its answer. */
    public boolean transforms() {
        return request != null || response != null;
    }

    public boolean allows(RoleName role) {
        return role.isAdmin() || roles.contains(role);
    }
}
