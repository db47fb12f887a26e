package dev.dovetail.demo;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A short run of the whole demo, on any ports and with data of its own. The launcher lets the JVM watch it, and keeps
 * what was loaded and linked in a cache for the starts to come.
 */
public final class Rehearsal {
    private static final int SOME = 10;

    private Rehearsal() {}

    /** Expects a folder to work in; whatever goes wrong ends the JVM with a status other than 0. */
    public static void main(String[] words) throws IOException, InterruptedException {
        Demo.prepare();
        var options = new DemoOptions(0, 0, 0, Path.of(words[0]), false, false);
        try (var demo = RunningDemo.start(options, Map.of());
                var engine = new EngineClient(demo.engineUrl(), options.adminSecret())) {
            System.out.print(Banner.of(demo, options, 0));
            for (var i = 0; i < SOME; i++) {
                engine.post("/v1/graphql", Json.object().put("query", """
                        mutation { createUser(name: "Hodor") {
                          id user { name auth0_id auth0_profile { email nickname last_login } } } }"""));
                engine.post("/v1/graphql", Json.object().put("query", "{ users { name auth0_profile { email } } }"));
            }
        }
        System.exit(0);
    }
}
