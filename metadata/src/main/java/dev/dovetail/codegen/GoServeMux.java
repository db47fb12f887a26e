package dev.dovetail.codegen;

import dev.dovetail.codegen.Shape.Choice;
import dev.dovetail.codegen.Shape.Field;
import dev.dovetail.codegen.Shape.Scalar;
import dev.dovetail.codegen.Shape.Structure;
import dev.dovetail.graphql.ast.TypeSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A handler for Go's standard library; each registers itself, {@code go run .} serves them all. */
final class GoServeMux {
    private static final String MAIN = """
            package main

            import (
            	"encoding/json"
            	"errors"
            	"log"
            	"net/http"
            	"os"
            )

            // Refused refuses a call; the message reaches the client.
            type Refused struct {
            	Message string
            	Code    string
            }

            func (r Refused) Error() string { return r.Message }

            func refusal(message string, code string) any {
            	return map[string]any{"message": message, "extensions": map[string]any{"code": code}}
            }

            // answer writes what a handler said.
            func answer(w http.ResponseWriter, value any, err error) {
            	w.Header().Set("Content-Type", "application/json")
            	var refused Refused
            	if errors.As(err, &refused) {
            		w.WriteHeader(http.StatusBadRequest)
            		value = refusal(refused.Message, refused.Code)
            	} else if err != nil {
            		log.Print(err)
            		w.WriteHeader(http.StatusInternalServerError)
            		value = refusal("the handler failed", "unexpected")
            	}
            	_ = json.NewEncoder(w).Encode(value)
            }

            // Serves the handlers, each at /ACTION, at the port that PORT says, otherwise 3000.
            func main() {
            	port := os.Getenv("PORT")
            	if port == "" {
            		port = "3000"
            	}
            	log.Fatal(http.ListenAndServe(":"+port, nil))
            }
            """;

    private static final String ENGINE = """
            package main

            import (
            	"bytes"
            	"encoding/json"
            	"net/http"
            	"os"
            	"strings"
            )

            // ask asks the engine, at HASURA_GRAPHQL_ENDPOINT or http://localhost:8080, on behalf of the caller.
            // With HASURA_GRAPHQL_ADMIN_SECRET the caller's role counts, and permissions for backends only.
            func ask(operation string, variables any, session map[string]string) (map[string]json.RawMessage, error) {
            	endpoint := os.Getenv("HASURA_GRAPHQL_ENDPOINT")
            	if endpoint == "" {
            		endpoint = "http://localhost:8080"
            	}
            	body, err := json.Marshal(map[string]any{"query": operation, "variables": variables})
            	if err != nil {
            		return nil, err
            	}
            	address := strings.TrimRight(endpoint, "/") + "/v1/graphql"
            	request, err := http.NewRequest("POST", address, bytes.NewReader(body))
            	if err != nil {
            		return nil, err
            	}
            	request.Header.Set("Content-Type", "application/json")
            	if secret := os.Getenv("HASURA_GRAPHQL_ADMIN_SECRET"); secret != "" {
            		for name, value := range session {
            			request.Header.Set(name, value)
            		}
            		request.Header.Set("x-hasura-admin-secret", secret)
            		request.Header.Set("x-hasura-use-backend-only-permissions", "true")
            	}
            	response, err := http.DefaultClient.Do(request)
            	if err != nil {
            		return nil, err
            	}
            	defer response.Body.Close()
            	var answer struct {
            		Data   map[string]json.RawMessage `json:"data"`
            		Errors []struct {
            			Message string `json:"message"`
            		} `json:"errors"`
            	}
            	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
            		return nil, err
            	}
            	if len(answer.Errors) > 0 {
            		return nil, Refused{answer.Errors[0].Message, "upstream"}
            	}
            	return answer.Data, nil
            }
            """;

    private final Program program;

    private GoServeMux(Program program) {
        this.program = program;
    }

    static List<GeneratedFile> files(Program program) {
        var files = new ArrayList<GeneratedFile>();
        files.add(new GeneratedFile(FileNames.go(program.action()), new GoServeMux(program).handler(), false));
        files.add(new GeneratedFile("main.go", MAIN, true));
        if (program.delegation() != null) {
            files.add(new GeneratedFile("engine.go", ENGINE, true));
        }
        return files;
    }

    private String handler() {
        var delegation = program.delegation();
        var name = program.title();
        var output = delegation == null ? type(program.output()) : "any";
        var input = delegation == null ? name + "Arguments" : "json.RawMessage";
        return """
                package main

                import (
                	"encoding/json"
                	"net/http"
                )

                func init() {
                	http.HandleFunc("/%s", func(w http.ResponseWriter, r *http.Request) {
                		var call struct {
                			Input   %s `json:"input"`
                			Session map[string]string `json:"session_variables"`
                		}
                		if err := json.NewDecoder(r.Body).Decode(&call); err != nil {
                			answer(w, nil, err)
                			return
                		}
                		value, err := handle%s(call.Input, call.Session)
                		answer(w, value, err)
                	})
                }

                %s// handle%s: %s Refused{message, code} as the error refuses the call.
                func handle%s(%s %s, session map[string]string) (%s, error) {
                %s
                }
                %s""".formatted(
                        program.action(),
                        input,
                        name,
                        delegation == null
                                ? ""
                                : "const operation" + name + " = " + Literals.raw(delegation.operation()) + "\n\n",
                        name,
                        JavaScriptParts.advice(program),
                        name,
                        delegation == null ? "arguments" : "input",
                        input,
                        output,
                        body(name),
                        types(name));
    }

    private String body(String name) {
        var delegation = program.delegation();
        if (delegation == null) {
            return "\treturn " + sample(program.output(), 0) + ", nil";
        }
        var key = delegation.key();
        return """
                	// The input is passed on as it came: %sArguments would not tell what was left out.
                	data, err := ask(operation%s, input, session)
                	if err != nil {
                		return nil, err
                	}
                	return %s, nil
                """.formatted(name, name, key == null ? "data" : "data[\"" + key + "\"]")
                .stripTrailing();
    }

    /** Types of several actions share a package: each begins with its action. */
    private String own(String type) {
        return program.title() + "_" + type;
    }

    private String types(String name) {
        var types = new StringBuilder(structure(name + "Arguments", program.arguments(), true));
        for (var shape : program.types().values()) {
            types.append(
                    switch (shape) {
                        case Structure(var type, var fields, var sent) -> structure(own(type), fields, sent);
                        case Choice choice -> "\ntype " + own(choice.name()) + " string\n";
                        case Scalar _ -> "";
                    });
        }
        return types.toString();
    }

    /** What is answered is there, if only as null: an empty list is not nothing. */
    private String structure(String name, List<Field> fields, boolean sent) {
        return fields.stream()
                .map(field -> "\t" + exported(field.name()) + " " + type(field.type()) + " `json:\"" + field.name()
                        + (sent && field.type().nullable() ? ",omitempty" : "") + "\"`\n")
                .collect(Collectors.joining("", "\ntype " + name + " struct {\n", "}\n"));
    }

    private static String exported(String name) {
        return name.startsWith("_") ? "X" + name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private String type(TypeSyntax type) {
        return switch (type) {
            case TypeSyntax.NonNull(var of) -> bare(of);
            case TypeSyntax.ListOf _ -> bare(type);
            case TypeSyntax.Named(var name) -> (isAny(name) ? "" : "*") + bare(type);
        };
    }

    private boolean isAny(String name) {
        return program.shape(name) instanceof Scalar(var _, var basic) && basic == Basic.ANY;
    }

    private String bare(TypeSyntax type) {
        return switch (type) {
            case TypeSyntax.NonNull(var of) -> bare(of);
            case TypeSyntax.ListOf(var of) -> "[]" + type(of);
            case TypeSyntax.Named(var name) ->
                switch (program.shape(name)) {
                    case Structure _, Choice _ -> own(name);
                    case Scalar(var _, var basic) ->
                        switch (basic) {
                            case INTEGER -> "int";
                            case LONG -> "int64";
                            case NUMBER -> "float64";
                            case TEXT -> "string";
                            case TRUTH -> "bool";
                            case ANY -> "any";
                        };
                };
        };
    }

    /** What may be null is; the rest is there. */
    private String sample(TypeSyntax type, int depth) {
        var bare = type instanceof TypeSyntax.NonNull(var of) ? of : type;
        return switch (bare) {
            case TypeSyntax.NonNull(var of) -> sample(of, depth);
            case TypeSyntax.ListOf _ -> bare(bare) + "{}";
            case TypeSyntax.Named(var name) ->
                switch (program.shape(name)) {
                    case Structure structure -> (type.nullable() ? "&" : "") + made(structure, depth);
                    case Choice(var choice, var values) ->
                        type.nullable() ? "nil" : own(choice) + "(" + Literals.quoted(values.getFirst()) + ")";
                    case Scalar(var scalar, var basic) ->
                        type.nullable()
                                ? "nil"
                                : switch (basic) {
                                    case INTEGER, LONG, NUMBER -> "1";
                                    case TEXT -> Literals.quoted(Sample.text(scalar));
                                    case TRUTH -> "true";
                                    case ANY -> "map[string]any{}";
                                };
                };
        };
    }

    private String made(Structure structure, int depth) {
        return structure.fields().stream()
                .filter(field -> !field.type().nullable())
                .map(field -> exported(field.name()) + ": " + sample(field.type(), depth + 1))
                .collect(Collectors.joining(", ", own(structure.name()) + "{", "}"));
    }
}
