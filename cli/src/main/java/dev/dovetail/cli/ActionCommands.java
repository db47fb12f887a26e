package dev.dovetail.cli;

/** The commands about actions. */
final class ActionCommands {
    private static final String FRAMEWORKS =
            "Frameworks: java-jdk, java-spring, nodejs, nodejs-express, typescript-express, python-flask, go-serve-mux";

    private ActionCommands() {}

    static Command group() {
        return Command.group("actions", "Make actions", create(), importing(), codegen(), useCodegen());
    }

    private static Command create() {
        return Command.of("create", "Write a new action into the project", CreateActionCommand::run)
                .says(
                        "The action stands in actions.graphql and actions.yaml then, to be edited and applied. Only",
                        "--derive-from asks the server: the action takes the operation's variables and answers what it",
                        "selects.")
                .with(
                        Option.text("--derive-from", "OPERATION", "Make it of this query or mutation"),
                        Option.text("--kind", "KIND", "Of a mutation (HASURA_GRAPHQL_ACTIONS_KIND)")
                                .among("synchronous", "asynchronous"),
                        Option.text(
                                "--webhook",
                                "URL",
                                "What its handler's address begins with; otherwise config.yaml says it"),
                        Option.flag("--with-codegen", "Write code for its handler, too"))
                .takes("NAME", 1, 1);
    }

    private static Command importing() {
        return Command.of("import", "Make actions of the operations of a REST service", ImportCommand::run)
                .says("FILE describes the service: OpenAPI 3 or Swagger 2, YAML or JSON. No server is asked.")
                .with(
                        Option.text("--base-url", "URL", "Where the service is; may hold {{VARIABLE}}"),
                        Option.text("--only", "NAMES", "Only these operations or tags, with commas"),
                        Option.text("--prefix", "TEXT", "Put before the names of actions and types"),
                        Option.text("--header", "NAME:VARIABLE", "Send a header from the environment, with commas"),
                        Option.flag("--forward-client-headers", "Send the client's headers on"),
                        Option.flag("--replace", "Replace actions and types of the same names"),
                        Option.output("Print what would be made instead: json or yaml"))
                .takes("FILE", 1, 1);
    }

    private static Command codegen() {
        return Command.of("codegen", "Write code for the handlers of actions", CodegenCommand::run)
                .says("For all actions of the project, when none is named. A handler that is there already stays.")
                .with(
                        Option.text("--derive-from", "OPERATION", "The handler passes its call on to this operation"),
                        Option.text("--framework", "NAME", "Otherwise that of use-codegen"),
                        Option.text("--output-dir", "FOLDER", "Otherwise that of use-codegen"),
                        Option.flag("--overwrite", "Replace handlers that are there"))
                .takes("ACTION", 0, Integer.MAX_VALUE);
    }

    private static Command useCodegen() {
        return Command.of("use-codegen", "Choose what code is written for", UseCodegenCommand::run)
                .says(FRAMEWORKS)
                .with(
                        Option.text("--framework", "NAME", "What handlers are written for"),
                        Option.text("--output-dir", "FOLDER", "Where they go, in the project"),
                        Option.flag("--with-starter-kit", "Write what builds and starts them, too"),
                        Option.flag("--starter-kit", "The same"),
                        Option.flag("--overwrite", "Replace what is there of the starter kit"));
    }
}
