package dev.dovetail.codegen;

/** What all handlers for a JDK alone share. */
final class JavaJdkParts {
    static final String SERVER = """
            import com.sun.net.httpserver.HttpExchange;
            import com.sun.net.httpserver.HttpServer;
            import java.io.IOException;
            import java.net.InetSocketAddress;
            import java.nio.charset.StandardCharsets;
            import java.util.LinkedHashMap;
            import java.util.Map;
            import java.util.concurrent.Executors;

            /** Serves handlers of actions, each at /ACTION. The same for every action; nothing has to be changed. */
            public final class ActionServer {
                private ActionServer() {}

                public interface Handler {
                    Object answer(Call call) throws Exception;
                }

                /** What the engine sends: the arguments and the session of whoever calls. */
                public record Call(Map<String, Object> input, Map<String, Object> session) {}

                /** The message reaches the client. */
                public static final class Refused extends RuntimeException {
                    private final String code;

                    public Refused(String message, String code) {
                        super(message);
                        this.code = code;
                    }
                }

                /** At the port that the variable PORT says, otherwise 3000. */
                public static HttpServer serve(Map<String, Handler> handlers) throws IOException {
                    var port = Integer.parseInt(System.getenv().getOrDefault("PORT", "3000"));
                    var server = HttpServer.create(new InetSocketAddress(port), 0);
                    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
                    server.createContext("/", exchange -> answer(exchange, handlers));
                    server.start();
                    System.out.println("Serving " + handlers.keySet() + " at port " + server.getAddress().getPort());
                    return server;
                }

                private static void answer(HttpExchange exchange, Map<String, Handler> handlers) throws IOException {
                    var handler = handlers.get(exchange.getRequestURI().getPath().replaceFirst(".*/", ""));
                    if (handler == null) {
                        send(exchange, 404, refusal("there is no such action", "not-found"));
                        return;
                    }
                    try {
                        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                        var sent = Json.object(Json.read(body));
                        var call = new Call(Json.object(sent.get("input")), Json.object(sent.get("session_variables")));
                        send(exchange, 200, handler.answer(call));
                    } catch (Refused refused) {
                        send(exchange, 400, refusal(refused.getMessage(), refused.code));
                    } catch (Exception e) {
                        e.printStackTrace();
                        send(exchange, 500, refusal("the handler failed", "unexpected"));
                    }
                }

                private static Object refusal(String message, String code) {
                    var refusal = new LinkedHashMap<String, Object>();
                    refusal.put("message", message);
                    refusal.put("extensions", Map.of("code", code));
                    return refusal;
                }

                private static void send(HttpExchange exchange, int status, Object answer) throws IOException {
                    var bytes = Json.write(answer).getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(status, bytes.length);
                    try (var body = exchange.getResponseBody()) {
                        body.write(bytes);
                    }
                }
            }
            """;

    static final String ENGINE = """
            import java.io.IOException;
            import java.net.URI;
            import java.net.http.HttpClient;
            import java.net.http.HttpRequest;
            import java.net.http.HttpResponse;
            import java.util.List;
            import java.util.Map;

            /**
             * Asks the engine, at HASURA_GRAPHQL_ENDPOINT (otherwise http://localhost:8080), on behalf of the caller.
             * With HASURA_GRAPHQL_ADMIN_SECRET the caller's role counts, and permissions for backends only.
             */
            public final class Engine {
                private static final HttpClient CLIENT = HttpClient.newHttpClient();

                private Engine() {}

                /** The data of the answer. */
                public static Map<String, Object> ask(String operation, ActionServer.Call call)
                        throws IOException, InterruptedException {
                    var endpoint = System.getenv().getOrDefault("HASURA_GRAPHQL_ENDPOINT", "http://localhost:8080");
                    var question = Json.write(Map.of("query", operation, "variables", call.input()));
                    var request = HttpRequest.newBuilder(URI.create(endpoint.replaceAll("/+$", "") + "/v1/graphql"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(question));
                    var secret = System.getenv("HASURA_GRAPHQL_ADMIN_SECRET");
                    if (secret != null) {
                        request.header("x-hasura-admin-secret", secret);
                        request.header("x-hasura-use-backend-only-permissions", "true");
                        call.session().forEach((name, value) -> request.header(name, String.valueOf(value)));
                    }
                    var answer = Json.object(Json.read(
                            CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()).body()));
                    if (answer.get("errors") instanceof List<?> errors && !errors.isEmpty()) {
                        var error = Json.object(errors.getFirst());
                        var code = Json.object(error.get("extensions")).get("code");
                        throw new ActionServer.Refused(String.valueOf(error.get("message")), String.valueOf(code));
                    }
                    return Json.object(answer.get("data"));
                }
            }
            """;

    static final String JSON = """
            import java.math.BigDecimal;
            import java.util.ArrayList;
            import java.util.LinkedHashMap;
            import java.util.List;
            import java.util.Map;
            import java.util.function.Function;

            /** Reads and writes JSON. The same for every action; nothing has to be changed. */
            public final class Json {
                /** What knows itself how it is written. */
                public interface Value {
                    Object json();
                }

                private final String text;
                private int at;

                private Json(String text) {
                    this.text = text;
                }

                /** Maps, lists, texts, Boolean, BigDecimal and null. */
                public static Object read(String text) {
                    var reader = new Json(text);
                    var value = reader.value();
                    reader.blanks();
                    if (reader.at < text.length()) {
                        throw reader.wrong();
                    }
                    return value;
                }

                public static String write(Object value) {
                    var out = new StringBuilder();
                    write(value, out);
                    return out.toString();
                }

                @SuppressWarnings("unchecked")
                public static Map<String, Object> object(Object json) {
                    return json == null ? new LinkedHashMap<>() : (Map<String, Object>) json;
                }

                public static <T> List<T> list(Object json, Function<Object, T> element) {
                    if (json == null) {
                        return null;
                    }
                    var list = new ArrayList<T>();
                    for (var each : json instanceof List<?> several ? several : List.of(json)) {
                        list.add(element.apply(each));
                    }
                    return list;
                }

                public static Integer integer(Object json) {
                    return json == null ? null : Integer.valueOf(new BigDecimal(json.toString()).intValueExact());
                }

                public static Long longer(Object json) {
                    return json == null ? null : Long.valueOf(new BigDecimal(json.toString()).longValueExact());
                }

                public static Double number(Object json) {
                    return json == null ? null : Double.valueOf(json.toString());
                }

                public static String text(Object json) {
                    return json == null ? null : json.toString();
                }

                private static void write(Object value, StringBuilder out) {
                    switch (value) {
                        case null -> out.append("null");
                        case Value own -> write(own.json(), out);
                        case Map<?, ?> object -> {
                            var separator = "{";
                            for (var entry : object.entrySet()) {
                                out.append(separator);
                                quote(entry.getKey().toString(), out);
                                out.append(':');
                                write(entry.getValue(), out);
                                separator = ",";
                            }
                            out.append(object.isEmpty() ? "{}" : "}");
                        }
                        case Iterable<?> list -> {
                            out.append('[');
                            var separator = "";
                            for (var element : list) {
                                out.append(separator);
                                write(element, out);
                                separator = ",";
                            }
                            out.append(']');
                        }
                        case Number number -> out.append(number);
                        case Boolean truth -> out.append(truth);
                        default -> quote(value.toString(), out);
                    }
                }

                private static void quote(String text, StringBuilder out) {
                    out.append('"');
                    for (var c : text.toCharArray()) {
                        if (c == '"' || c == '\\\\') {
                            out.append('\\\\').append(c);
                        } else if (c < ' ') {
                            out.append("\\\\u%04x".formatted((int) c));
                        } else {
                            out.append(c);
                        }
                    }
                    out.append('"');
                }

                private Object value() {
                    blanks();
                    return switch (peek()) {
                        case '{' -> object();
                        case '[' -> list();
                        case '"' -> text();
                        default -> word();
                    };
                }

                private Map<String, Object> object() {
                    var object = new LinkedHashMap<String, Object>();
                    at++;
                    blanks();
                    while (peek() != '}') {
                        blanks();
                        var key = text();
                        blanks();
                        take(':');
                        object.put(key, value());
                        separator('}');
                    }
                    at++;
                    return object;
                }

                private List<Object> list() {
                    var list = new ArrayList<Object>();
                    at++;
                    blanks();
                    while (peek() != ']') {
                        list.add(value());
                        separator(']');
                    }
                    at++;
                    return list;
                }

                private void separator(char end) {
                    blanks();
                    if (peek() != end) {
                        take(',');
                    }
                }

                private String text() {
                    take('"');
                    var read = new StringBuilder();
                    while (peek() != '"') {
                        var c = text.charAt(at++);
                        read.append(c == '\\\\' ? escaped() : c);
                    }
                    at++;
                    return read.toString();
                }

                private char escaped() {
                    var c = peek();
                    at++;
                    return switch (c) {
                        case 'b' -> '\\b';
                        case 'f' -> '\\f';
                        case 'n' -> '\\n';
                        case 'r' -> '\\r';
                        case 't' -> '\\t';
                        case 'u' -> {
                            at += 4;
                            yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
                        }
                        default -> c;
                    };
                }

                private Object word() {
                    var start = at;
                    while (at < text.length() && ",]} \\t\\r\\n".indexOf(text.charAt(at)) < 0) {
                        at++;
                    }
                    var word = text.substring(start, at);
                    return switch (word) {
                        case "null" -> null;
                        case "true" -> true;
                        case "false" -> false;
                        default -> new BigDecimal(word);
                    };
                }

                private void blanks() {
                    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                        at++;
                    }
                }

                private char peek() {
                    if (at >= text.length()) {
                        throw wrong();
                    }
                    return text.charAt(at);
                }

                private void take(char c) {
                    if (peek() != c) {
                        throw wrong();
                    }
                    at++;
                }

                private IllegalArgumentException wrong() {
                    return new IllegalArgumentException("this is no JSON, at character " + at);
                }
            }
            """;

    private JavaJdkParts() {}
}
