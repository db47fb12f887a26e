package dev.dovetail.json;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes Jackson's nodes, objects with few members among them small. */
final class Nodes extends JsonNodeFactory {
    static final Nodes INSTANCE = new Nodes();

    private static final long serialVersionUID = 1;

    @Override
    public ObjectNode objectNode() {
        return new ObjectNode(this, new SmallMap<>());
    }
}
