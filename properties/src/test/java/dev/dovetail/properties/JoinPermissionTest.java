package dev.dovetail.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import dev.dovetail.properties.Web.Link;
import dev.dovetail.properties.Web.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** P5: a joined answer is what a nested loop over the same services gives, with the permissions of each end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JoinPermissionTest {
    private static final int TRIALS = 25;
    private final Bench bench = Bench.shared();
    private final WebServices services = WebServices.start();
    private int absent;
    private int refused;
    private int told;

    @AfterAll
    void stop() {
        bench.metadata(Json.object().put("version", 3).set("sources", Json.array()));
        services.close();
    }

    @Test
    @DisplayName("P5, RRL-10, ARL-09: joins give a role what a nested loop with its permissions gives")
    void joined_answers_are_those_of_a_nested_loop() {
        Campaign.run("P5", this::hold);
        // Else the property would be tried on nothing but the plain.
        if (System.getProperty("dovetail.properties.seed") == null) {
            assertThat(List.of(absent, refused, told)).allMatch(each -> each > 0);
        }
    }

    private long hold(long seed, BooleanSupplier timeIsLeft) {
        var web = WebGenerator.generate(Choices.random(seed));
        var metadata = new WebMetadata(web, services.url());
        services.stand(web);
        bench.sql(metadata.sql());
        bench.metadata(metadata.json());
        checkVisible(new WebViewer(web, web.role()), metadata);
        var tried = 0;
        for (; tried < TRIALS && timeIsLeft.getAsBoolean(); tried++) {
            var role = tried % 4 == 3 ? null : web.role();
            var viewer = new WebViewer(web, role);
            if (web.services().stream().anyMatch(viewer::sees)) {
                attempt(viewer, metadata, seed * 1000 + tried);
            }
        }
        return tried;
    }

    /** Each relationship once: whether it is there is not left to chance. */
    private void checkVisible(WebViewer viewer, WebMetadata metadata) {
        for (var service : viewer.web().services()) {
            for (var link : viewer.sees(service) ? service.links() : List.<Link>of()) {
                var fault = wrong(WebQueryGenerator.following(viewer, service, link), viewer);
                if (fault != null) {
                    throw new Campaign.Falsified(told(metadata) + fault);
                }
            }
        }
    }

    private static String told(WebMetadata metadata) {
        return "data:\n" + metadata.sql() + "\nmetadata: " + Json.write(metadata.json()) + "\n";
    }

    private void attempt(WebViewer viewer, WebMetadata metadata, long seed) {
        var drawn = Choices.random(seed);
        if (fault(viewer, drawn) == null) {
            return;
        }
        var small = Shrinking.of(drawn.record(), each -> fault(viewer, Choices.replay(each)) != null, 10);
        throw new Campaign.Falsified(told(metadata) + fault(viewer, Choices.replay(small)));
    }

    /** Also with other session variables, when the plan is known. */
    private @Nullable String fault(WebViewer viewer, Choices choices) {
        var query = WebQueryGenerator.generate(viewer, choices);
        var fault = wrong(query, viewer);
        var role = viewer.role();
        if (fault != null || role == null || !choices.chance(30)) {
            return fault;
        }
        var other = new Role(role.name(), WebGenerator.session(choices), role.rights());
        return wrong(query, new WebViewer(viewer.web(), other));
    }

    private @Nullable String wrong(WebQuery query, WebViewer viewer) {
        var text = query.text(viewer.web());
        var role = viewer.role();
        var answer = Json.read(bench.post(
                "/v1/graphql",
                Json.object().put("query", text),
                role == null ? null : role.name(),
                role == null ? Map.of() : role.session()));
        var fault = fault(query, viewer, answer);
        return fault == null
                ? null
                : "query:    " + text + "\nsession:  " + (role == null ? "admin" : role.session()) + "\nexpected: "
                        + fault + "\nanswer:   " + answer;
    }

    /** What was expected instead. */
    private @Nullable String fault(WebQuery query, WebViewer viewer, JsonNode answer) {
        if (query.absent()) {
            absent++;
            var code = answer.at("/errors/0/extensions/code").asString("");
            return code.equals("validation-failed") && !answer.has("data") ? null : "that there is no such field";
        }
        var loop = new WebLoop(viewer);
        try {
            var expected = loop.answer(query);
            if (!Json.write(expected).equals(Json.write(answer.path("data")))) {
                return Json.write(expected);
            }
        } catch (WebLoop.Refused _) {
            refused++;
            return answer.has("errors") && answer.path("data").isMissingNode() ? null : "that it is refused";
        }
        told += loop.refusals();
        if (answer.path("errors").isEmpty() != (loop.refusals() == 0)) {
            return loop.refusals() + " errors";
        }
        for (var error : answer.path("errors")) {
            if (!leadsToNull(error.path("path"), answer.path("data"))) {
                return "a path to what is null";
            }
        }
        return null;
    }

    private static boolean leadsToNull(JsonNode path, JsonNode data) {
        var steps = new ArrayList<JsonNode>();
        path.forEach(steps::add);
        var at = data;
        for (var step : steps) {
            at = step.isInt() ? at.path(step.intValue()) : at.path(step.asString());
        }
        return !steps.isEmpty() && at.isNull();
    }
}
