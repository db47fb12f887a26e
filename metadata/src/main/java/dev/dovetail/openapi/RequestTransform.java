package dev.dovetail.openapi;

import dev.dovetail.json.Json;
import dev.dovetail.openapi.Arguments.Argument;
import dev.dovetail.openapi.Arguments.Place;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** The transform that turns what a handler is sent into the call that a service wants. */
final class RequestTransform {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]+)}");

    private final Arguments arguments;

    RequestTransform(Arguments arguments) {
        this.arguments = arguments;
    }

    ObjectNode of(String method, String path) {
        var transform = Json.object();
        transform.put("version", 2);
        transform.put("template_engine", "Kriti");
        transform.put("method", method.toUpperCase(Locale.ROOT));
        transform.put("url", "{{$base_url}}" + path(path));
        query(transform);
        headers(transform);
        body(transform);
        return transform;
    }

    private String path(String path) {
        Map<String, Argument> byWire = arguments.at(Place.PATH).stream()
                .collect(Collectors.toMap(Argument::wire, Function.identity(), (first, _) -> first));
        var matcher = PARAMETER.matcher(path);
        var done = new StringBuilder();
        var from = 0;
        while (matcher.find()) {
            var argument = byWire.get(matcher.group(1));
            if (argument != null) {
                done.append(literal(path.substring(from, matcher.start()))).append(interpolated(argument.given()));
                from = matcher.end();
            }
        }
        return done.append(literal(path.substring(from))).toString();
    }

    /** Text of the document, in which nothing is a template. */
    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("{", "\\{");
    }

    /** As an object, whose nulls are left out; a list is repeated, which only a text can say. */
    private void query(ObjectNode transform) {
        var parameters = arguments.at(Place.QUERY);
        if (parameters.isEmpty()) {
            return;
        }
        if (parameters.stream().anyMatch(Argument::isList)) {
            transform.put("query_params", text(parameters));
            return;
        }
        var params = transform.putObject("query_params");
        parameters.forEach(each -> params.put(literal(each.wire()), "{{" + each.value() + "}}"));
    }

    private static String text(List<Argument> parameters) {
        return parameters.stream()
                .map(each -> ifGiven(each, each.isList() ? repeated(each) : "\"" + pair(each, each.given()) + "\""))
                .collect(Collectors.joining(", ", "{{ concat([", "]) }}"));
    }

    private static String ifGiven(Argument argument, String text) {
        return argument.required()
                ? text
                : "{{ if " + argument.value() + " == null }} \"\" {{ else }} " + text + " {{ end }}";
    }

    private static String repeated(Argument argument) {
        return "concat({{ range _, x := " + argument.given() + " }} \"" + pair(argument, "x") + "\" {{ end }})";
    }

    private static String pair(Argument argument, String value) {
        return wire(argument) + "=" + interpolated(value) + "&";
    }

    /** Whatever its type: a client may give any JSON for a scalar, and within quotes it is a text. */
    private static String interpolated(String value) {
        return "{{escapeUri(\"{{" + value + "}}\")}}";
    }

    private static String wire(Argument argument) {
        return URLEncoder.encode(argument.wire(), StandardCharsets.UTF_8);
    }

    private void headers(ObjectNode transform) {
        var headers = arguments.at(Place.HEADER);
        if (!headers.isEmpty()) {
            var added = transform.putObject("request_headers").putObject("add_headers");
            headers.forEach(each -> added.put(each.wire(), "{{" + each.value() + "}}"));
        }
    }

    private void body(ObjectNode transform) {
        var body = transform.putObject("body");
        var whole = arguments.at(Place.BODY);
        var form = arguments.at(Place.FORM);
        if (!whole.isEmpty()) {
            body.put("action", "transform")
                    .put("template", "{{" + whole.getFirst().value() + "}}");
        } else if (form.isEmpty()) {
            body.put("action", "remove");
        } else {
            body.put("action", "x_www_form_urlencoded");
            var template = body.putObject("form_template");
            form.forEach(each -> template.put(each.wire(), "{{" + each.value() + "}}"));
        }
    }
}
