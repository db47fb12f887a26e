package dev.dovetail.command;

import dev.dovetail.command.WorldReader.Again;
import dev.dovetail.error.ApiException;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.Removal;
import dev.dovetail.model.Inconsistency;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.SourceName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The work of one request on the metadata: each accepted command moves {@link #state} on, nothing is saved or served
 * before the end. Several commands are first tried as one, with one build; only if that falls short of what one of them
 * demands are they taken one after the other, to find the one to blame and to let removals cascade.
 */
final class Draft {
    private static final int CASCADE_MAX = 50;

    private final WorldReader reader;
    private final Workshop workshop;
    private final Set<SourceName> stale;
    private final Set<SourceName> read = new HashSet<>();
    private final Set<SourceName> changedBySql = new HashSet<>();
    private State state;
    private World latest;

    /** @param stale sources whose schema has changed since they were read */
    Draft(State state, Set<SourceName> stale, WorldReader reader, Workshop workshop) {
        this.state = state;
        this.latest = state.world();
        this.stale = new HashSet<>(stale);
        this.reader = reader;
        this.workshop = workshop;
    }

    State state() {
        return state;
    }

    void markStale(SourceName source) {
        stale.add(source);
    }

    /** Remembers that SQL has changed a schema for good, whatever becomes of this draft. */
    void markChangedBySql(SourceName source) {
        changedBySql.add(source);
    }

    Set<SourceName> changedBySql() {
        return changedBySql;
    }

    Set<SourceName> stale() {
        return stale;
    }

    /** Each command's answer. */
    List<JsonNode> apply(List<Request.Change> changes) {
        if (changes.size() > 1
                && changes.stream().noneMatch(each -> each.command().standsAlone())) {
            var together = together(changes);
            if (together != null) return together;
        }
        var answers = new ArrayList<JsonNode>();
        for (var change : changes) answers.add(apply(change));
        return answers;
    }

    /** Whether the commands could be applied as one; if not, nothing has changed. */
    boolean tryTogether(List<Request.Change> changes) {
        return together(changes) != null;
    }

    private @Nullable List<JsonNode> together(List<Request.Change> changes) {
        var befores = new ArrayList<Metadata>();
        var after = state.metadata();
        var sources = new HashSet<SourceName>();
        var remotes = new HashSet<RemoteSchemaName>();
        for (var change : changes) {
            befores.add(after);
            try {
                after = change.command().apply(after, state.facts());
            } catch (ApiException refusal) {
                return null;
            }
            sources.addAll(change.command().rereadSources(after));
            remotes.addAll(change.command().rereadRemoteSchemas(after));
        }
        var next = build(after, new Again(sources, remotes));
        for (var change : changes) {
            if (refusal(change.command().verdict(), next) != null) return null;
        }
        var answers = new ArrayList<JsonNode>();
        for (int i = 0; i < changes.size(); i++) {
            answers.add(changes.get(i).command().answer(befores.get(i), next.built()));
        }
        answers.set(answers.size() - 1, warned(answers.getLast(), next));
        state = next;
        return answers;
    }

    JsonNode apply(Request.Change change) {
        try {
            var command = change.command();
            var before = state.metadata();
            var after = command.apply(before, state.facts());
            var again = new Again(command.rereadSources(after), command.rereadRemoteSchemas(after));
            var next = accepted(command.verdict(), build(after, again));
            var answer = warned(command.answer(before, next.built()), next);
            state = next;
            return answer;
        } catch (ApiException refusal) {
            throw Refusals.under(change.args(), refusal);
        }
    }

    /** A success that brings new warnings tells them. */
    private JsonNode warned(JsonNode answer, State next) {
        if (!answer.equals(Answers.success())) return answer;
        var known = state.built().warnings();
        return Answers.success(next.built().warnings().stream()
                .filter(each -> !known.contains(each))
                .toList());
    }

    /** Takes over a metadata and catalog that were found otherwise, if the verdict allows. */
    void settle(Metadata metadata, World world, Verdict verdict) {
        latest = world;
        state = accepted(verdict, new State(metadata, state.version(), world, workshop.build(metadata, world)));
    }

    private State build(Metadata metadata, Again again) {
        var sources = new HashSet<>(again.sources());
        sources.removeAll(read);
        sources.addAll(stale);
        latest = reader.read(metadata, latest, new Again(sources, again.remoteSchemas()));
        read.addAll(sources);
        stale.removeAll(sources);
        return new State(metadata, state.version(), latest, workshop.build(metadata, latest));
    }

    private @Nullable ApiException refusal(Verdict verdict, State next) {
        return Judge.refusal(
                verdict, state.built().inconsistencies(), next.built().inconsistencies());
    }

    /** The state that meets the verdict: as built, or from newer catalogs, or with the dependents removed. */
    private State accepted(Verdict verdict, State next) {
        var refusal = refusal(verdict, next);
        if (refusal == null) return next;
        if (verdict instanceof Verdict.Subject(var id) && !(id instanceof ObjectId.RemoteSchema)) {
            var unread = next.world().sources().keySet().stream()
                    .filter(source -> !read.contains(source))
                    .collect(Collectors.toSet());
            if (unread.isEmpty()) throw refusal;
            var newer = build(next.metadata(), new Again(unread, Set.of()));
            var stillRefused = refusal(verdict, newer);
            if (stillRefused != null) throw stillRefused;
            return newer;
        }
        if (verdict instanceof Verdict.Dependents(var cascade) && cascade) return cascaded(next);
        throw refusal;
    }

    private State cascaded(State next) {
        var current = next;
        for (int round = 0; round < CASCADE_MAX; round++) {
            List<Inconsistency> fresh =
                    Judge.fresh(state.built().inconsistencies(), current.built().inconsistencies());
            if (fresh.isEmpty()) return current;
            var metadata = current.metadata();
            for (var fault : fresh) metadata = Removal.remove(metadata, fault.object());
            if (metadata.equals(current.metadata())) break;
            current = new State(metadata, state.version(), current.world(), workshop.build(metadata, current.world()));
        }
        var refusal = refusal(new Verdict.NothingNew(), current);
        if (refusal != null) throw refusal;
        return current;
    }
}
