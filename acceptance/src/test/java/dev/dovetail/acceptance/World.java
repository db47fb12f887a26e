package dev.dovetail.acceptance;

import dev.dovetail.demo.ProfilesService;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** An engine on a fresh database, with the stubs that stand for everything outside it. */
record World(Engine engine, String databaseUrl, StubHandler handler, ProfilesService profiles, RemoteServer library)
        implements AutoCloseable {

    /** @param env options beyond the database and the stubs' addresses */
    static World start(Map<String, String> env) throws IOException {
        return start(Postgres.freshDatabase(), env);
    }

    static World start(String databaseUrl, Map<String, String> env) throws IOException {
        var handler = StubHandler.start();
        var profiles = ProfilesService.start(0);
        var library = Library.start();
        Map<String, String> all = new LinkedHashMap<>();
        all.put("HASURA_GRAPHQL_DATABASE_URL", databaseUrl);
        all.put("HANDLER_URL", handler.url());
        all.put("PROFILES_URL", profiles.url());
        all.put("LIBRARY_URL", library.url());
        all.putAll(env);
        return new World(Engine.start(all), databaseUrl, handler, profiles, library);
    }

    Api api() {
        return engine.api();
    }

    Sql sql() {
        return new Sql(databaseUrl);
    }

    @Override
    public void close() {
        engine.close();
        handler.close();
        profiles.close();
        library.close();
    }
}
