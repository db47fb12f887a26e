package dev.dovetail.cli;

import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;

/** The options that commands share, and how options are made. */
final class Options {
    private Options() {}

    /** Those that every command takes. */
    static List<OptionSpec> global() {
        return List.of(
                everywhere(
                        text("--project", "FOLDER", "The project; otherwise that of the working folder or above it")),
                everywhere(text("--endpoint", "URL", "The server (HASURA_GRAPHQL_ENDPOINT)")),
                everywhere(text("--admin-secret", "SECRET", "Its admin secret (HASURA_GRAPHQL_ADMIN_SECRET)")),
                everywhere(text("--envfile", "FILE", "A file with variables, in the project; otherwise .env")),
                everywhere(flag("--insecure-skip-tls-verify", "Trust whatever certificate the server shows")),
                everywhere(text("--certificate-authority", "FILE", "Certificates to trust")),
                everywhere(flag("--no-color", "No colours, also on a terminal")),
                everywhere(text("--log-level", "LEVEL", "debug, info, warn or error")),
                everywhere(flag("--skip-update-check", "Taken and ignored: no update is ever looked for")),
                OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .type(boolean.class)
                        .description("Show this")
                        .scopeType(ScopeType.INHERIT)
                        .build());
    }

    private static OptionSpec everywhere(OptionSpec.Builder option) {
        return option.scopeType(ScopeType.INHERIT).build();
    }

    static OptionSpec.Builder text(String names, String value, String description) {
        return OptionSpec.builder(names.split(" "))
                .type(String.class)
                .arity("1")
                .paramLabel(value)
                .description(description);
    }

    static OptionSpec.Builder flag(String name, String description) {
        return OptionSpec.builder(name).type(boolean.class).arity("0").description(description);
    }

    static OptionSpec output(String description) {
        return text("-o --output", "FORM", description)
                .completionCandidates(List.of("json", "yaml"))
                .build();
    }

    static PositionalParamSpec arguments(String label, String arity, String description) {
        return PositionalParamSpec.builder()
                .index("0..*")
                .arity(arity)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }
}
