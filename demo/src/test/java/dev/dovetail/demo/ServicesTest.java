package dev.dovetail.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ServicesTest {
    private static final UUID ID = UUID.fromString("11111111-2222-3333-4444-555555555555");

    private final List<String> stored = new ArrayList<>();
    private final UserStore store = (name, auth0Id) -> {
        stored.add(name + " " + auth0Id);
        return ID;
    };

    @Test
    void a_user_is_stored_and_its_id_answered() throws Exception {
        checkUser("""
                {"action": {"name": "createUser"}, "input": {"name": "Hodor"}, "session_variables": {}}""", 200, """
                {"id": "11111111-2222-3333-4444-555555555555"}""");
        assertThat(stored).containsExactly("Hodor hodor|hodor");
    }

    @Test
    void input_that_makes_no_user_is_refused_with_a_message() throws Exception {
        checkUser("{}", 400, "{\"message\": \"a user needs a name\"}");
        checkUser("{\"input\": {\"name\": 7}}", 400, "{\"message\": \"a user needs a name\"}");
        checkUser("{\"input\": {\"name\": \"  \"}}", 400, "{\"message\": \"a user needs a name that is not blank\"}");
        checkUser("nonsense", 400, "{\"message\": \"the body is no JSON\"}");
        assertThat(stored).isEmpty();
    }

    @Test
    void profiles_follow_from_the_id() throws Exception {
        checkProfile("{ auth0_profile(auth0_id: \"hodor|hodor\") { email nickname last_login } }", """
                {"data": {"auth0_profile": {"email": "hodor@hodor.com", "nickname": "Hodor",
                  "last_login": "2016-05-22T01:35:48.863Z"}}}""");
        checkProfile(
                "{ a: auth0_profile(auth0_id: \"arya stark|arya stark\") { email nickname } b: auth0_profile(auth0_id: \"x\") { email } }",
                """
                {"data": {"a": {"email": "arya.stark@arya.stark.com", "nickname": "Arya stark"}, "b": null}}""");
    }

    @Test
    void introspection_names_the_query_type() throws Exception {
        checkProfile("{ __schema { queryType { name fields { name type { name } args { name } } } } }", """
                {"data": {"__schema": {"queryType": {"name": "Query", "fields": [
                  {"name": "auth0_profile", "type": {"name": "Profile"}, "args": [{"name": "auth0_id"}]}]}}}}""");
    }

    @Test
    void requests_are_counted() throws Exception {
        try (var profiles = ProfilesService.start(0)) {
            post(profiles.url(), "{\"query\": \"{ __typename }\"}");
            post(profiles.url(), "{\"query\": \"{ __typename }\"}");
            assertThat(profiles.requests()).isEqualTo(2);
        }
    }

    @Test
    void a_taken_port_is_named() throws Exception {
        try (var first = ProfilesService.start(0)) {
            assertThatThrownBy(() -> ProfilesService.start(first.port()))
                    .isInstanceOf(PortTaken.class)
                    .hasMessage("port " + first.port() + " is taken by another program");
        }
    }

    private void checkUser(String payload, int status, String answer) throws Exception {
        try (var users = UsersService.start(0, store)) {
            var response = post(users.url(), payload);
            assertThat(Json.read(response.body())).isEqualTo(Json.read(answer));
            assertThat(response.statusCode()).isEqualTo(status);
        }
    }

    private void checkProfile(String query, String answer) throws Exception {
        try (var profiles = ProfilesService.start(0)) {
            var response = post(profiles.url(), Json.write(Json.object().put("query", query)));
            assertThat(Json.read(response.body())).isEqualTo(Json.read(answer));
        }
    }

    private static HttpResponse<String> post(String url, String body) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
