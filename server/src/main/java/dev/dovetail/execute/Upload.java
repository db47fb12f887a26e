package dev.dovetail.execute;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A file that came with a request. It stands among the variables as a node of its own, which is null for whoever writes
 * it as JSON: only handlers of actions know what to do with it.
 *
 * @param filename as the client called it
 * @param content owned by the receiver
 */
public record Upload(String filename, String contentType, byte[] content) implements JacksonSerializable {

    public JsonNode node() {
        return JsonNodeFactory.instance.pojoNode(this);
    }

    @Override
    public void serialize(JsonGenerator out, SerializationContext context) {
        out.writeNull();
    }

    @Override
    public void serializeWithType(JsonGenerator out, SerializationContext context, TypeSerializer types) {
        out.writeNull();
    }

    @Override
    public String toString() {
        return contentType;
    }
}
