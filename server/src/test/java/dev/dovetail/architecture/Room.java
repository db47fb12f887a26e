package dev.dovetail.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.Optional;

/**
 * The rooms of the house and their layers: a room imports only lower layers, and rooms of one layer never import each
 * other. A new room is a new row here.
 */
enum Room {
    ERROR(0),
    NAME(1),
    JSON(1),
    OBSERVE(1),
    GRAPHQL(2),
    CATALOG(2),
    SQL(2),
    SESSION(2),
    TEMPLATE(2),
    METADATA(3),
    MODEL(4),
    OPENAPI(4),
    CODEGEN(4),
    SCHEMA(5),
    OPERATION(6),
    PLAN(6),
    PLANNER(7),
    SNAPSHOT(7),
    DERIVE(7),
    EXECUTE(8),
    EVENT(9),
    REQUEST(9),
    AUTH(9),
    SUBSCRIBE(10),
    COMMAND(10),
    POSTGRES(11),
    OUTBOUND(11),
    EMBEDDED(11),
    CLI(12),
    HTTP(12),
    APP(13);

    private static final String ROOT = "dev.dovetail.";
    private static final int LAST_PURE_LAYER = 7;

    private final int layer;

    Room(int layer) {
        this.layer = layer;
    }

    /** Empty for classes that are not ours. */
    static Optional<String> nameOf(JavaClass type) {
        if (!type.getPackageName().startsWith(ROOT)) {
            return Optional.empty();
        }
        var rest = type.getPackageName().substring(ROOT.length());
        var dot = rest.indexOf('.');
        return Optional.of(dot < 0 ? rest : rest.substring(0, dot));
    }

    static Optional<Room> of(JavaClass type) {
        return nameOf(type)
                .flatMap(name -> Arrays.stream(values())
                        .filter(room -> room.folder().equals(name))
                        .findFirst());
    }

    boolean mayImport(Room other) {
        return other == this || other.layer < layer;
    }

    boolean pure() {
        return layer <= LAST_PURE_LAYER;
    }

    String folder() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String toString() {
        return folder() + " (layer " + layer + ")";
    }
}
