package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The one statement of a mutation under way. Its answer is a field's value, which becomes an object with that field;
 * its failure gets the field's place.
 */
record KeyedRun(Database.Running running, String key, Path path) implements Database.Running {

    @Override
    public CompletionStage<byte[]> answer() {
        return running.answer().handle(this::placed);
    }

    @Override
    public void cancel() {
        running.cancel();
    }

    private byte[] placed(byte @Nullable [] value, @Nullable Throwable fault) {
        if (value != null) {
            return object(value);
        }
        var cause = fault instanceof CompletionException wrapped ? wrapped.getCause() : fault;
        if (cause instanceof ApiException refused) {
            throw SqlSteps.at(path, refused);
        }
        throw new CompletionException(cause);
    }

    private byte[] object(byte[] value) {
        var name = Json.writeBytes(Json.string(key));
        var object = new ByteArrayOutputStream(name.length + value.length + 3);
        object.write('{');
        object.writeBytes(name);
        object.write(':');
        object.writeBytes(value);
        object.write('}');
        return object.toByteArray();
    }
}
