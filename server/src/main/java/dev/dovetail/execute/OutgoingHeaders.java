package dev.dovetail.execute;

import dev.dovetail.model.Action;
import dev.dovetail.model.OutboundHeader;
import dev.dovetail.model.RemoteSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which headers a call carries. Where several origins give one name, the first origin's values are taken: for actions
 * the client's before ours before the metadata's (or the other way round, by an option), for remote schemas the
 * metadata's before the session's before the client's; this opposition is the reference's.
 */
final class OutgoingHeaders {
    /** The reference's list of what is not forwarded unless an action has its own. */
    private static final Set<String> NOT_FORWARDED = Set.of(
            "content-length",
            "content-md5",
            "user-agent",
            "host",
            "origin",
            "referer",
            "accept",
            "accept-encoding",
            "accept-language",
            "accept-datetime",
            "cache-control",
            "connection",
            "dnt",
            "content-type");

    /**
     * Belong to one connection or one body, or say how this engine is to be answered, so they are never forwarded,
     * whatever an action says.
     */
    private static final Set<String> OF_ONE_HOP = Set.of(
            "accept-encoding",
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "expect",
            "host",
            "content-length",
            "content-encoding",
            "content-md5");

    private static final SequencedMap<String, String> RENAMED = renamed();
    private static final List<String> TRACING = List.of("traceparent", "tracestate");

    /** In lower case, as headers of a {@link Call} are. */
    static final String REQUEST_ID = "x-request-id";

    private static final String SESSION_PREFIX = "x-hasura-";
    private static final List<Header> OURS =
            List.of(new Header("Content-Type", "application/json"), new Header("User-Agent", "dovetail"));

    private OutgoingHeaders() {}

    private static SequencedMap<String, String> renamed() {
        var names = new LinkedHashMap<String, String>();
        names.put("host", "X-Forwarded-Host");
        names.put("user-agent", "X-Forwarded-User-Agent");
        names.put("origin", "X-Forwarded-Origin");
        return Collections.unmodifiableSequencedMap(names);
    }

    static List<Header> ofAction(ActionRequest asked, boolean configuredFirst) {
        var action = asked.action();
        var ignored = action.ignoredClientHeaders() == null ? NOT_FORWARDED : action.ignoredClientHeaders();
        var from = asked.clientHeaders();
        var client = action.forwardClientHeaders() ? forwarded(from, ignored) : List.<Header>of();
        var configured = configured(action.headers());
        var tracing = tracing(from, asked.requestId());
        return configuredFirst
                ? firstOf(List.of(asked.more(), configured, OURS, client, tracing))
                : firstOf(List.of(asked.more(), client, OURS, configured, tracing));
    }

    /**
     * Those of a client's headers that an asynchronous call will be made with. No other is kept: nobody needs them, and
     * they may hold credentials.
     */
    static SequencedMap<String, List<String>> kept(Action action, Call call) {
        var client = call.clientHeaders();
        var kept = new LinkedHashMap<String, List<String>>();
        if (action.forwardClientHeaders()) {
            RENAMED.keySet().forEach(name -> keep(client, name, kept));
            var ignored = action.ignoredClientHeaders() == null ? NOT_FORWARDED : action.ignoredClientHeaders();
            passedOn(client, ignored).forEach(header -> keep(client, header.name(), kept));
        }
        TRACING.forEach(name -> keep(client, name, kept));
        kept.put(REQUEST_ID, List.of(call.requestId()));
        return kept;
    }

    private static void keep(
            SequencedMap<String, List<String>> client, String name, SequencedMap<String, List<String>> kept) {
        var values = values(client, name);
        if (!values.isEmpty()) {
            kept.put(name, values);
        }
    }

    static List<Header> ofRemote(RemoteSchema remote, Call call) {
        var session = new ArrayList<Header>();
        call.session().variables().forEach((name, value) -> session.add(new Header(name, value)));
        var from = call.clientHeaders();
        var client = remote.forwardClientHeaders() ? forwarded(from, NOT_FORWARDED) : List.<Header>of();
        return firstOf(List.of(OURS, configured(remote.headers()), session, client, tracing(from, call.requestId())));
    }

    private static List<Header> configured(List<OutboundHeader> headers) {
        return headers.stream()
                .map(header -> new Header(header.name(), header.value()))
                .toList();
    }

    private static List<Header> forwarded(SequencedMap<String, List<String>> client, Set<String> ignored) {
        var headers = new ArrayList<Header>();
        RENAMED.forEach(
                (name, newName) -> values(client, name).forEach(value -> headers.add(new Header(newName, value))));
        headers.addAll(passedOn(client, ignored));
        return headers;
    }

    private static List<Header> passedOn(SequencedMap<String, List<String>> client, Set<String> ignored) {
        var headers = new ArrayList<Header>();
        var ofThisHop = namedByConnection(client);
        client.forEach((name, values) -> {
            var kept = !ignored.contains(name)
                    && !OF_ONE_HOP.contains(name)
                    && !ofThisHop.contains(name)
                    && !name.startsWith(SESSION_PREFIX);
            if (kept) {
                values.forEach(value -> headers.add(new Header(name, value)));
            }
        });
        return headers;
    }

    /** {@code Connection: close, x-foo} makes x-foo a header of this hop only. */
    private static Set<String> namedByConnection(SequencedMap<String, List<String>> client) {
        var names = new LinkedHashSet<String>();
        for (var value : values(client, "connection")) {
            for (var name : value.split(",", -1)) {
                names.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private static List<Header> tracing(SequencedMap<String, List<String>> client, String requestId) {
        var headers = new ArrayList<Header>();
        for (var name : TRACING) {
            values(client, name).forEach(value -> headers.add(new Header(name, value)));
        }
        headers.add(new Header("X-Request-Id", requestId));
        return headers;
    }

    private static List<String> values(SequencedMap<String, List<String>> client, String name) {
        return client.getOrDefault(name, List.of());
    }

    /** What an earlier origin names, a later one does not. */
    private static List<Header> firstOf(List<List<Header>> origins) {
        var all = new ArrayList<Header>();
        var taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (var origin : origins) {
            for (var header : origin) {
                if (!taken.contains(header.name())) {
                    all.add(header);
                }
            }
            origin.forEach(header -> taken.add(header.name()));
        }
        return all;
    }
}
