package dev.dovetail.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.auth.AuthMode;
import dev.dovetail.http.CorsPolicy;
import dev.dovetail.http.EdgeSettings.Api;
import dev.dovetail.model.Conventions;
import dev.dovetail.model.Naming.Convention;
import dev.dovetail.name.RoleName;
import dev.dovetail.observe.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final Map<String, String> NOTHING = Map.of();

    @Test
    void aServerOfWhichNothingIsSaid() {
        var options = parse("", NOTHING);
        assertThat(options.server().port()).isEqualTo(8080);
        assertThat(options.server().host()).isEqualTo("*");
        assertThat(options.server().apis())
                .containsExactlyInAnyOrder(Api.METADATA, Api.GRAPHQL, Api.PGDUMP, Api.CONFIG);
        assertThat(options.server().gracefulShutdown()).isEqualTo(Duration.ofSeconds(60));
        assertThat(options.auth().mode()).isEqualTo(new AuthMode.Open());
        assertThat(options.browser().cors()).isEqualTo(new CorsPolicy.Everybody());
        assertThat(options.log().level()).isEqualTo(Level.INFO);
        assertThat(options.log().errors().adminInternalErrors()).isTrue();
        assertThat(options.log().errors().devMode()).isFalse();
        assertThat(options.database().database()).isNull();
        assertThat(options.database().connections()).isEqualTo(50);
        assertThat(options.limits().requestBytes()).isEqualTo(64 * 1024 * 1024);
        assertThat(options.notYet()).isEmpty();
        assertThat(options.ignored()).isEmpty();
    }

    @Test
    @DisplayName("NAM-05: the default naming convention, and the experimental feature that lets it be followed")
    void namingConvention() {
        var usual = parse("", NOTHING).graphql().openness().conventions();
        assertThat(usual).isEqualTo(Conventions.USUAL);
        var env = Map.of("HASURA_GRAPHQL_DEFAULT_NAMING_CONVENTION", "graphql-default");
        assertThat(parse("", env).graphql().openness().conventions())
                .isEqualTo(new Conventions(false, Convention.GRAPHQL_DEFAULT));
        var on = parse("--experimental-features=naming_convention,inherited_roles", env);
        assertThat(on.graphql().openness().conventions()).isEqualTo(new Conventions(true, Convention.GRAPHQL_DEFAULT));
        assertThat(on.notYet()).containsExactly("--experimental-features=inherited_roles");
        var flag = parse("--default-naming-convention hasura-default", env);
        assertThat(flag.graphql().openness().conventions()).isEqualTo(Conventions.USUAL);
        assertThatThrownBy(() -> parse("--default-naming-convention camel", NOTHING))
                .isInstanceOf(UsageException.class);
    }

    @Test
    void aFlagBeatsItsVariable() {
        var env = Map.of("HASURA_GRAPHQL_SERVER_PORT", "1111", "HASURA_GRAPHQL_DEV_MODE", "true");
        assertThat(parse("", env).server().port()).isEqualTo(1111);
        assertThat(parse("--server-port 2222", env).server().port()).isEqualTo(2222);
        assertThat(parse("--server-port=3333", env).server().port()).isEqualTo(3333);
        assertThat(parse("--dev-mode=false", env).log().errors().devMode()).isFalse();
        assertThat(parse("", Map.of("HASURA_GRAPHQL_SERVER_PORT", "")).server().port())
                .isEqualTo(8080);
    }

    @Test
    void switchesStandAloneOrTakeAWord() {
        assertThat(parse("--dev-mode serve", NOTHING).log().errors().devMode()).isTrue();
        assertThat(parse("serve --dev-mode", NOTHING).log().errors().devMode()).isTrue();
        assertThat(parse("serve --dev-mode true --server-port 1", NOTHING)
                        .log()
                        .errors()
                        .devMode())
                .isTrue();
        assertThat(parse("serve --admin-internal-errors false", NOTHING)
                        .log()
                        .errors()
                        .adminInternalErrors())
                .isFalse();
        assertThat(parse("serve --admin-internal-errors No", NOTHING)
                        .log()
                        .errors()
                        .adminInternalErrors())
                .isFalse();
    }

    @Test
    void theReferencesCommandLineWorks() {
        var options = parse(
                "--metadata-database-url postgres://m/meta serve --server-port 9090 --stringify-numeric-types"
                        + " --unauthorized-role anonymous --admin-secret s3cret",
                NOTHING);
        assertThat(options.database().metadata()).isEqualTo("postgres://m/meta");
        assertThat(options.database().database()).isNull();
        assertThat(options.graphql().stringifyNumbers()).isTrue();
        assertThat(options.auth().mode())
                .isInstanceOfSatisfying(
                        AuthMode.AdminSecret.class,
                        mode -> assertThat(mode.unauthorizedRole()).isEqualTo(new RoleName("anonymous")));
    }

    @Test
    void theDatabaseIsAUrlOrItsParts() {
        var inVariable = parse("", Map.of("HASURA_GRAPHQL_DATABASE_URL", "postgres://e/x"))
                .database()
                .database();
        assertThat(inVariable).isEqualTo(new DatabaseOptions.Source("postgres://e/x", true));
        var literal = parse(
                        "--database-url postgres://f/y serve", Map.of("HASURA_GRAPHQL_DATABASE_URL", "postgres://e/x"))
                .database()
                .database();
        assertThat(literal).isEqualTo(new DatabaseOptions.Source("postgres://f/y", false));
        var parts = parse("--host h -p 5433 -u me --password p@ss -d shop serve", NOTHING)
                .database()
                .database();
        assertThat(parts).isEqualTo(new DatabaseOptions.Source("postgresql://me:p%40ss@h:5433/shop", false));
        checkRefused("--host h serve", NOTHING, "--host, --user and --dbname go together");
    }

    @Test
    void secretsAreNeverPrinted() {
        var options = parse(
                "serve --admin-secret canary --admin-secrets [\"canary1\"] --database-url postgres://u:canary@h/d",
                NOTHING);
        assertThat(options.auth().toString()).doesNotContain("canary");
        assertThat(String.valueOf(options.database().database())).doesNotContain("canary");
        assertThat(StartupReport.configuration(options).toString()).doesNotContain("canary");
        assertThat(ConfigReport.of(options).toString()).doesNotContain("canary");
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        checkRefused(
                "serve --unauthorized-role x",
                NOTHING,
                "--unauthorized-role (HASURA_GRAPHQL_UNAUTHORIZED_ROLE) requires");
        checkRefused(
                "serve --jwt-secret {}", NOTHING, "--jwt-secret (HASURA_GRAPHQL_JWT_SECRET) requires --admin-secret");
        checkRefused("serve --auth-hook http://h", NOTHING, "requires --admin-secret");
        checkRefused("serve --admin-secret=", NOTHING, "an admin secret is empty");
        checkRefused("serve --admin-secrets nonsense", NOTHING, "expecting a JSON list of strings");
    }

    @Test
    void wrongValuesAreToldAllAtOnceWithWhereTheyCameFrom() {
        checkRefused(
                "serve --server-port 70000",
                Map.of("HASURA_GRAPHQL_DEV_MODE", "maybe", "HASURA_GRAPHQL_LOG_LEVEL", "loud"),
                "--server-port: Only expecting a value between 0 and 65535\n"
                        + "HASURA_GRAPHQL_LOG_LEVEL: Only expecting one of debug, info, warn, error\n"
                        + "HASURA_GRAPHQL_DEV_MODE: Not a valid boolean text");
        checkRefused("serve --cors-domain localhost", NOTHING, "--cors-domain: invalid domain: 'localhost'");
        checkRefused("serve --enabled-apis metadata,nope", NOTHING, "--enabled-apis: 'nope' is none of metadata");
    }

    @Test
    void unknownWordsAreToldWithTheNearest() {
        checkRefused("serve --sever-port 1", NOTHING, "unknown option '--sever-port'; did you mean '--server-port'?");
        checkRefused("serve --completely-different 1", NOTHING, "unknown option '--completely-different'");
        checkRefused("serv", NOTHING, "unknown command 'serv'; did you mean 'serve'?");
        checkRefused("serve serve", NOTHING, "unexpected argument 'serve'");
        checkRefused("serve --server-port", NOTHING, "--server-port needs a value: --server-port <port>");
    }

    @Test
    void whatHasNoEffectIsRemarkedOnInOneLine() {
        var options = parse(
                "serve --enable-telemetry false --redis-url r", Map.of("HASURA_GRAPHQL_ENABLE_ALLOWLIST", "true"));
        assertThat(options.notYet()).containsExactly("HASURA_GRAPHQL_ENABLE_ALLOWLIST", "--redis-url");
        assertThat(options.ignored()).containsExactly("--enable-telemetry");
        assertThat(StartupReport.warnings(options)).hasSize(2);
    }

    @Test
    void theHelpNamesEveryOption() {
        var help = HelpText.serve();
        for (var option : OptionTable.ALL) {
            assertThat(help).contains(option.flag() == null ? String.valueOf(option.env()) : "--" + option.flag());
        }
        assertThat(help.lines().filter(line -> line.length() > 100 && line.contains(" [")))
                .isEmpty();
    }

    @Test
    void noNameIsGivenTwice() {
        var names = new TreeMap<String, Integer>();
        for (var option : OptionTable.ALL) {
            for (var name : Arrays.asList(option.flag(), String.valueOf(option.letter()), option.env())) {
                if (name != null && !name.equals("null")) {
                    names.merge(name, 1, Integer::sum);
                }
            }
        }
        assertThat(names).allSatisfy((name, times) -> assertThat(times).as(name).isEqualTo(1));
    }

    private static Options parse(String words, Map<String, String> environment) {
        var line = CommandLine.parse(words.isEmpty() ? List.of() : List.of(words.split(" ")), OptionTable.ALL);
        return Options.of(line.flags(), environment);
    }

    private static void checkRefused(String words, Map<String, String> environment, String message) {
        assertThatThrownBy(() -> parse(words, environment))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message);
    }
}
