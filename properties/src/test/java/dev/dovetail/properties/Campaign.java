package dev.dovetail.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * How long a property is tried, and from which seeds. In every test run: a few seconds, from a fixed seed. With
 * {@code -Ddovetail.properties.minutes=N}: as long as that each, from a random one, and on after a failure. With
 * {@code -Ddovetail.properties.seed=S}: the one world of that seed.
 */
final class Campaign {
    private static final int FAILURES_MAX = 10;
    private static final int USUAL_SECONDS = 11;

    private final String name;
    private final List<String> failures = new ArrayList<>();
    private final long begin = System.nanoTime();
    private int worlds;
    private long tries;

    private Campaign(String name) {
        this.name = name;
    }

    /** One world with everything tried in it. */
    interface Property {
        /**
         * Returns how many tries there were. On a busy machine one world can take longer than there is time.
         *
         * @param timeIsLeft to be asked between tries
         * @throws Falsified with all that is needed to understand it
         */
        long hold(long seed, BooleanSupplier timeIsLeft);
    }

    static final class Falsified extends RuntimeException {
        Falsified(String story) {
            super(story);
        }
    }

    static void run(String name, Property property) {
        var campaign = new Campaign(name);
        var seed = System.getProperty("dovetail.properties.seed");
        var minutes = System.getProperty("dovetail.properties.minutes");
        if (seed != null) {
            campaign.world(property, Long.parseLong(seed), () -> true);
        } else if (minutes != null) {
            campaign.worlds(property, new Random().nextInt(1_000_000_000), 60 * Double.parseDouble(minutes));
        } else {
            campaign.worlds(property, 1, USUAL_SECONDS);
        }
        System.out.println(campaign.name + ": " + campaign.tries + " tries in " + campaign.worlds + " worlds, "
                + campaign.failures.size() + " failures");
        if (!campaign.failures.isEmpty()) {
            throw new AssertionError(String.join("\n\n", campaign.failures));
        }
    }

    private void worlds(Property property, long firstSeed, double seconds) {
        System.out.println(name + ": from seed " + firstSeed);
        var end = System.nanoTime() + (long) (seconds * 1e9);
        for (var seed = firstSeed; System.nanoTime() < end && failures.size() < FAILURES_MAX; seed++) {
            world(property, seed, () -> System.nanoTime() < end);
        }
    }

    private void world(Property property, long seed, BooleanSupplier timeIsLeft) {
        worlds++;
        try {
            tries += property.hold(seed, timeIsLeft);
        } catch (Falsified falsified) {
            var story = name + " is false in the world of -Ddovetail.properties.seed=" + seed + "\n"
                    + falsified.getMessage();
            var seconds = (System.nanoTime() - begin) / 1_000_000_000;
            System.out.println(
                    story + (failures.isEmpty() ? "\nfirst failure of " + name + " after " + seconds + " s" : ""));
            failures.add(story);
        } catch (RuntimeException | AssertionError broken) {
            System.out.println(name + " broke in the world of -Ddovetail.properties.seed=" + seed);
            throw broken;
        }
    }
}
