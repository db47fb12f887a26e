package dev.dovetail.execute;

import dev.dovetail.json.Json;
import dev.dovetail.model.Action;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A handler's address in text that is told. What came from the environment may be a secret, so the address is told as
 * the metadata writes it.
 */
record HandlerAddress(String written, String resolved) {
    /** {@code name:password} before the host. */
    private static final Pattern USER = Pattern.compile("//[^/?#]*@");

    static HandlerAddress of(Action action) {
        return new HandlerAddress(action.handler(), action.url());
    }

    /** The text with the address as it is written in the place of the address as it is. */
    String hide(String text) {
        return isSecret() ? text.replace(resolved, written) : text;
    }

    /** {@link #hide(String)} in all texts of a value, names of fields included. */
    JsonNode hide(JsonNode value) {
        if (value.isString()) {
            return Json.string(hide(value.stringValue()));
        }
        if (value.isArray()) {
            var list = Json.array();
            value.forEach(item -> list.add(hide(item)));
            return list;
        }
        if (value.isObject()) {
            var object = Json.object();
            value.properties().forEach(field -> object.set(hide(field.getKey()), hide(field.getValue())));
            return object;
        }
        return value;
    }

    /**
     * The query of an address that a template made. A query of a secret address may be secret by itself, and in another
     * spelling by now.
     */
    String tellQuery(String query) {
        return isSecret() && resolved.contains("?") ? "…" : hide(query);
    }

    /** The handler's own address. */
    String told() {
        return withoutUser(written);
    }

    /** An address that a template made. Of one that is not recognized, scheme, host and port are told. */
    String tell(String url) {
        return !isSecret() || url.startsWith(resolved) ? withoutUser(hide(url)) : Address.told(url);
    }

    private static String withoutUser(String url) {
        return USER.matcher(url).replaceFirst("//…@");
    }

    private boolean isSecret() {
        return !written.equals(resolved);
    }
}
