package dev.dovetail.codegen;

import java.util.ArrayList;
import java.util.List;

/** A handler as a controller of Spring Boot. */
final class JavaSpring {
    private static final String CALL = """
            package handlers;

            import com.fasterxml.jackson.annotation.JsonProperty;
            import java.util.Map;

            /** What the engine sends: the arguments and the session of whoever calls. */
            public record ActionCall<T>(
                    @JsonProperty("input") T input, @JsonProperty("session_variables") Map<String, String> session) {}
            """;

    private static final String ERROR = """
            package handlers;

            import java.util.Map;
            import org.springframework.http.ResponseEntity;
            import org.springframework.web.bind.annotation.ExceptionHandler;
            import org.springframework.web.bind.annotation.RestControllerAdvice;

            /** Refuses a call; the message reaches the client. */
            public final class ActionError extends RuntimeException {
                private final String code;

                public ActionError(String message, String code) {
                    super(message);
                    this.code = code;
                }

                @RestControllerAdvice
                public static class Advice {
                    @ExceptionHandler(ActionError.class)
                    public ResponseEntity<Map<String, Object>> refuse(ActionError error) {
                        return ResponseEntity.badRequest()
                                .body(Map.of("message", error.getMessage(), "extensions", Map.of("code", error.code)));
                    }
                }
            }
            """;

    private static final String ENGINE = """
            package handlers;

            import java.util.List;
            import java.util.Map;
            import org.springframework.core.ParameterizedTypeReference;
            import org.springframework.http.MediaType;
            import org.springframework.web.client.RestClient;

            /**
             * Asks the engine, at HASURA_GRAPHQL_ENDPOINT (otherwise http://localhost:8080), on behalf of the caller.
             * With HASURA_GRAPHQL_ADMIN_SECRET the caller's role counts, and permissions for backends only.
             */
            public final class Engine {
                private static final ParameterizedTypeReference<Map<String, Object>> ANSWER =
                        new ParameterizedTypeReference<>() {};

                private Engine() {}

                /** The data of the answer. */
                @SuppressWarnings("unchecked")
                public static Map<String, Object> ask(String operation, Object variables, Map<String, String> session) {
                    var endpoint = System.getenv().getOrDefault("HASURA_GRAPHQL_ENDPOINT", "http://localhost:8080");
                    var request = RestClient.create(endpoint.replaceAll("/+$", ""))
                            .post()
                            .uri("/v1/graphql")
                            .contentType(MediaType.APPLICATION_JSON);
                    var secret = System.getenv("HASURA_GRAPHQL_ADMIN_SECRET");
                    if (secret != null) {
                        request = request.header("x-hasura-admin-secret", secret)
                                .header("x-hasura-use-backend-only-permissions", "true")
                                .headers(headers -> session.forEach(headers::set));
                    }
                    var answer = request.body(Map.of("query", operation, "variables", variables))
                            .retrieve()
                            .body(ANSWER);
                    if (answer.get("errors") instanceof List<?> errors && !errors.isEmpty()) {
                        var error = (Map<String, Object>) errors.getFirst();
                        throw new ActionError(String.valueOf(error.get("message")), "upstream");
                    }
                    return (Map<String, Object>) answer.get("data");
                }
            }
            """;

    private JavaSpring() {}

    static List<GeneratedFile> files(Program program) {
        var name = program.title() + "Action";
        var files = new ArrayList<GeneratedFile>();
        files.add(new GeneratedFile(name + ".java", handler(program, name), false));
        files.add(new GeneratedFile("ActionCall.java", CALL, true));
        files.add(new GeneratedFile("ActionError.java", ERROR, true));
        if (program.delegation() != null) {
            files.add(new GeneratedFile("Engine.java", ENGINE, true));
        }
        return files;
    }

    private static String handler(Program program, String name) {
        var types = new JavaTypes(program, true);
        return """
                package handlers;

                import com.fasterxml.jackson.annotation.JsonProperty;
                import org.springframework.web.bind.annotation.PostMapping;
                import org.springframework.web.bind.annotation.RequestBody;
                import org.springframework.web.bind.annotation.RestController;

                /** The handler of the action %s, at /%s. */
                @RestController
                public class %s {
                %s
                %s
                }
                """.formatted(program.action(), program.action(), name, body(program, types), types.all());
    }

    private static String body(Program program, JavaTypes types) {
        var delegation = program.delegation();
        if (delegation == null) {
            return """
                    /** Yours to fill in. "throw new ActionError(message, code)" refuses the call. */
                    @PostMapping("/%s")
                    public %s handle(@RequestBody ActionCall<Arguments> call) {
                        var arguments = call.input();
                        return %s;
                    }
                """.formatted(program.action(), types.type(program.output()), types.sample());
        }
        var key = delegation.key();
        return """
                    private static final String OPERATION = %s;

                    /**
                     * What has to happen before goes here. "throw new ActionError(message, code)" refuses the call.
                     * The input is passed on as it came: Arguments would give null for what was left out.
                     */
                    @PostMapping("/%s")
                    public Object handle(@RequestBody ActionCall<java.util.Map<String, Object>> call) {
                        var data = Engine.ask(OPERATION, call.input(), call.session());
                        return %s;
                    }
                """.formatted(
                        Literals.block(delegation.operation(), 12).stripLeading(),
                        program.action(),
                        key == null ? "data" : "data.get(\"" + key + "\")");
    }
}
