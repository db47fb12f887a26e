package dev.dovetail.codegen;

import dev.dovetail.codegen.Shape.Choice;
import dev.dovetail.codegen.Shape.Field;
import dev.dovetail.codegen.Shape.Scalar;
import dev.dovetail.codegen.Shape.Structure;
import dev.dovetail.graphql.ast.TypeSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A handler for Flask: {@code flask --app createUser run --port 3000} runs it. */
final class PythonFlask {
    private static final String ENGINE = """
            \"""Asks the engine, at HASURA_GRAPHQL_ENDPOINT (otherwise http://localhost:8080), on behalf of the caller.

            With HASURA_GRAPHQL_ADMIN_SECRET the caller's role counts, and permissions for backends only.
            \"""

            import json
            import os
            import urllib.request


            def ask(operation, variables, session):
                endpoint = os.environ.get("HASURA_GRAPHQL_ENDPOINT", "http://localhost:8080").rstrip("/")
                headers = {"content-type": "application/json"}
                secret = os.environ.get("HASURA_GRAPHQL_ADMIN_SECRET")
                if secret:
                    headers.update(session)
                    headers["x-hasura-admin-secret"] = secret
                    headers["x-hasura-use-backend-only-permissions"] = "true"
                body = json.dumps({"query": operation, "variables": variables}).encode()
                request = urllib.request.Request(endpoint + "/v1/graphql", body, headers)
                with urllib.request.urlopen(request) as response:
                    return json.load(response)
            """;

    private static final Set<String> TAKEN =
            Set.of("Any", "Arguments", "Blueprint", "Flask", "List", "Literal", "Optional", "Refused", "TypedDict");

    private PythonFlask() {}

    static List<GeneratedFile> files(Program program) {
        var files = new ArrayList<GeneratedFile>();
        files.add(new GeneratedFile(FileNames.python(program.action()) + ".py", handler(program), false));
        if (program.delegation() != null) {
            files.add(new GeneratedFile("engine.py", ENGINE, true));
        }
        return files;
    }

    private static String handler(Program program) {
        var delegation = program.delegation();
        return """
                \"""The handler of the action %s. "flask --app %s run --port 3000" serves it alone.\"""

                from typing import Any, List, Literal, Optional, TypedDict

                from flask import Blueprint, Flask, jsonify, request
                %s
                blueprint = Blueprint("%s", __name__)

                %s

                class Refused(Exception):
                    def __init__(self, message, code="refused"):
                        super().__init__(message)
                        self.code = code


                def handle(arguments: "Arguments", session: dict) -> "%s":
                    \"""%s "raise Refused(message, code)" refuses the call.\"""
                %s


                @blueprint.post("/%s")
                def answer():
                    call = request.get_json()
                    try:
                        return jsonify(handle(call["input"], call["session_variables"]))
                    except Refused as refused:
                        return jsonify(message=str(refused), extensions={"code": refused.code}), 400


                app = Flask(__name__)
                app.register_blueprint(blueprint)
                """.formatted(
                program.action(),
                FileNames.python(program.action()),
                delegation == null
                        ? ""
                        : "\nfrom engine import ask\n\nOPERATION = " + Literals.block(delegation.operation(), 0) + "\n",
                program.action(),
                types(program),
                type(program, program.output()),
                JavaScriptParts.advice(program),
                body(program),
                program.action());
    }

    private static String body(Program program) {
        var delegation = program.delegation();
        if (delegation == null) {
            return "    return " + Literals.python(Sample.of(program), 4);
        }
        var key = delegation.key();
        return """
                    answer = ask(OPERATION, arguments, session)
                    if answer.get("errors"):
                        raise Refused(answer["errors"][0]["message"])
                    return answer["data"]%s
                """.formatted(key == null ? "" : "[\"" + key + "\"]").stripTrailing();
    }

    private static String types(Program program) {
        var types = new StringBuilder(structure(program, "Arguments", program.arguments()));
        for (var shape : program.types().values()) {
            types.append(
                    switch (shape) {
                        case Structure(var name, var fields, var _) -> structure(program, name(name), fields);
                        case Choice(var name, var values) ->
                            values.stream()
                                    .map(Literals::quoted)
                                    .collect(Collectors.joining(", ", name(name) + " = Literal[", "]\n"));
                        case Scalar _ -> "";
                    });
        }
        return types.toString();
    }

    private static String name(String type) {
        return TAKEN.contains(type) ? type + "Type" : type;
    }

    /** Written as a call, which takes any name of a field. */
    private static String structure(Program program, String name, List<Field> fields) {
        return fields.stream()
                .map(field -> "    \"" + field.name() + "\": \"" + type(program, field.type()) + "\",\n")
                .collect(Collectors.joining("", name + " = TypedDict(\"" + name + "\", {\n", "})\n"));
    }

    private static String type(Program program, TypeSyntax type) {
        return switch (type) {
            case TypeSyntax.NonNull(var of) -> bare(program, of);
            case TypeSyntax.ListOf _, TypeSyntax.Named _ -> "Optional[" + bare(program, type) + "]";
        };
    }

    private static String bare(Program program, TypeSyntax type) {
        return switch (type) {
            case TypeSyntax.NonNull(var of) -> bare(program, of);
            case TypeSyntax.ListOf(var of) -> "List[" + type(program, of) + "]";
            case TypeSyntax.Named(var name) ->
                switch (program.shape(name)) {
                    case Structure _, Choice _ -> name(name);
                    case Scalar(var _, var basic) ->
                        switch (basic) {
                            case INTEGER, LONG -> "int";
                            case NUMBER -> "float";
                            case TEXT -> "str";
                            case TRUTH -> "bool";
                            case ANY -> "Any";
                        };
                };
        };
    }
}
