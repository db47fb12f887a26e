package dev.dovetail.command;

import dev.dovetail.metadata.Metadata;
import dev.dovetail.model.Inconsistency;
import dev.dovetail.model.Model;
import dev.dovetail.model.ModelBuilder;
import dev.dovetail.model.Openness;
import dev.dovetail.model.Surroundings;
import dev.dovetail.snapshot.Snapshot;
import dev.dovetail.snapshot.Snapshots;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds models, and serves them as snapshots. */
final class ModelWorkshop implements Workshop {
    private final Snapshots snapshots;
    private final Function<String, @Nullable String> environment;
    private final Openness openness;

    ModelWorkshop(Snapshots snapshots, Function<String, @Nullable String> environment, Openness openness) {
        this.snapshots = snapshots;
        this.environment = environment;
        this.openness = openness;
    }

    @Override
    public Candidate build(Metadata metadata, World world) {
        return new Built(
                metadata,
                ModelBuilder.build(
                        metadata,
                        new Surroundings(
                                world.fetchedCatalogs(),
                                world.introspections(),
                                world.descriptions(),
                                environment,
                                openness)),
                snapshots);
    }

    private record Built(Metadata metadata, Model model, Snapshots snapshots) implements Candidate {
        @Override
        public List<Inconsistency> inconsistencies() {
            return model.inconsistencies();
        }

        @Override
        public List<Model.Warning> warnings() {
            return model.warnings();
        }

        @Override
        public void publish(long version) {
            snapshots.publish(Snapshot.of(version, metadata, model));
        }
    }
}
