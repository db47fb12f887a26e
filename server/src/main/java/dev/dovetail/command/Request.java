package dev.dovetail.command;

import dev.dovetail.error.Path;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.operation.legacy.DataCall;
import java.util.List;

/** What a body asks for, decoded. {@code args} is where the arguments stand in the body. */
sealed interface Request {
    Path args();

    record Change(Path args, Command command) implements Request {}

    record Ask(Path args, Question question) implements Request {}

    record Sql(Path args, RunSql sql) implements Request {}

    record Calls(Path args, CallHistory.Wanted wanted) implements Request {}

    record Data(Path args, DataCall call) implements Request {}

    /** Tables tracked or untracked as far as they can be; what fails becomes a warning with this code. */
    record Tables(Path args, List<Table> tables, String warningCode, String verb, boolean allowWarnings)
            implements Request {
        record Table(ObjectId.Table id, Command command) {}
    }

    record Bulk(Path args, Kind kind, List<Request> parts) implements Request {
        enum Kind {
            /** The first failure ends it, and nothing is changed. */
            IN_ORDER,
            /** A failure is an element of the answer; the rest goes on. */
            KEEP_GOING,
            /** Checked only as a whole; one answer. */
            ATOMIC,
            /** Only reading. */
            CONCURRENT
        }
    }

    /** Whether it may change the metadata or what is served. */
    default boolean changes() {
        return switch (this) {
            case Change _, Tables _ -> true;
            case Ask _, Data _, Calls _ -> false;
            case Sql sql -> sql.sql().checksMetadata();
            case Bulk bulk -> bulk.parts().stream().anyMatch(Request::changes);
        };
    }

    /** Whether a data call in it writes. What SQL does is the administrator's business, as in the reference. */
    default boolean writesData() {
        return switch (this) {
            case Change _, Ask _, Tables _, Sql _, Calls _ -> false;
            case Data data -> data.call().writes();
            case Bulk bulk -> bulk.parts().stream().anyMatch(Request::writesData);
        };
    }

    /** Everything but data calls, which stand under the permissions of their role. */
    default boolean isForAdminsOnly() {
        return switch (this) {
            case Data _ -> false;
            case Change _, Ask _, Sql _, Tables _, Calls _ -> true;
            case Bulk bulk -> bulk.parts().stream().anyMatch(Request::isForAdminsOnly);
        };
    }
}
