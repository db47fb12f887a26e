package dev.dovetail.properties;

import dev.dovetail.json.Json;
import dev.dovetail.properties.World.Data;

/** A failure's circumstances, to be read and tried by hand. */
final class Story {
    private Story() {}

    static String of(Viewer viewer, Data data) {
        var ddl = new Ddl(viewer.world());
        var role = viewer.role();
        return "schema:\n" + ddl.create() + "data:\n" + ddl.fill(data) + "metadata: "
                + Json.write(new Metadata(viewer.world()).json()) + "\nrole: "
                + (role == null ? "admin" : role.name() + " " + role.session()) + "\n";
    }
}
