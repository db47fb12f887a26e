package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.name.RoleName;
import dev.dovetail.session.Session;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ErrorRendererTest {
    private static final Session USER = Session.of(new RoleName("user"), Map.of());
    private static final Failure WITH_INTERNAL = new Failure.Own(
            ErrorCode.UNEXPECTED, Path.ROOT.key("a b"), "went wrong", (ObjectNode) Json.read("{\"sql\":\"canary\"}"));

    @Test
    void showsTheInternalPartToWhomItMay() {
        check(new ErrorPolicy(false, true), Session.admin(), true);
        check(new ErrorPolicy(false, true), USER, false);
        check(new ErrorPolicy(false, true), null, false);
        check(new ErrorPolicy(false, false), Session.admin(), false);
        check(new ErrorPolicy(true, false), USER, true);
        check(new ErrorPolicy(true, false), null, true);
    }

    @Test
    void rendersBothShapes() {
        var renderer = new ErrorRenderer(new ErrorPolicy(false, true));
        var refusal = new ApiException(WITH_INTERNAL);
        assertThat(renderer.graphqlErrors(refusal.failures(), Session.admin()).toString())
                .isEqualTo("""
                        [{"message":"went wrong","extensions":\
                        {"path":"$[\\"a b\\"]","code":"unexpected","internal":{"sql":"canary"}}}]""");
        assertThat(renderer.plainError(refusal, Session.admin()).toString()).isEqualTo("""
                        {"path":"$[\\"a b\\"]","error":"went wrong","code":"unexpected",\
                        "internal":{"sql":"canary"}}""");
    }

    @Test
    void passesOnWhatHandlersAndRemoteSchemasSay() {
        var renderer = new ErrorRenderer(new ErrorPolicy(false, false));
        var handler =
                new Failure.Handler(Path.ROOT, "no such user", (ObjectNode) Json.read("{\"code\":\"404\",\"x\":1}"));
        var upstream =
                new Failure.Upstream((ArrayNode) Json.read("[{\"message\":\"a\"},{\"message\":\"b\",\"path\":[1]}]"));
        var both = new ApiException(List.of(handler, upstream));
        assertThat(renderer.graphqlErrors(both.failures(), USER).toString()).isEqualTo("""
                        [{"message":"no such user","extensions":{"code":"404","x":1}},\
                        {"message":"a"},{"message":"b","path":[1]}]""");
        assertThat(renderer.plainError(both, USER).toString())
                .isEqualTo("{\"path\":\"$\",\"error\":\"no such user\",\"code\":\"404\"}");
    }

    @Test
    @DisplayName("RRL-08: where one error of a remote schema leaves several fields empty, each is named by its path")
    void placesForeignErrorsOfPartialJoins() {
        var renderer = new ErrorRenderer(new ErrorPolicy(false, false));
        var upstream =
                new Failure.Upstream((ArrayNode) Json.read("[{\"message\":\"a\",\"path\":[\"l\",1,\"j\",\"x\"]}]"));
        var failures = List.<Failure>of(
                new Failure.Partial((ArrayNode) Json.read("[\"l\",0,\"j\"]"), upstream),
                new Failure.Partial((ArrayNode) Json.read("[\"l\",1,\"j\"]"), upstream));
        assertThat(renderer.graphqlErrors(failures, USER).toString()).isEqualTo("""
                        [{"message":"a","path":["l",0,"j"]},{"message":"a","path":["l",1,"j","x"]}]""");
    }

    private static void check(ErrorPolicy policy, @Nullable Session session, boolean shown) {
        var renderer = new ErrorRenderer(policy);
        var refusal = new ApiException(WITH_INTERNAL);
        var rendered =
                renderer.graphqlErrors(refusal.failures(), session) + " " + renderer.plainError(refusal, session);
        assertThat(rendered.split("canary", -1)).hasSize(shown ? 3 : 1);
    }
}
