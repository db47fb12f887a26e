package dev.dovetail.metadata.project;

/** A file says something that cannot be metadata. A control-flow value without stack trace. */
public final class ProjectException extends RuntimeException {
    private final transient Place place;
    private final String problem;

    public ProjectException(Place place, String problem) {
        super(place + ": " + problem, null, false, false);
        this.place = place;
        this.problem = problem;
    }

    public Place place() {
        return place;
    }

    /** Without the place. */
    public String problem() {
        return problem;
    }
}
