package dev.dovetail.command;

import dev.dovetail.model.Inconsistency;
import dev.dovetail.model.Model;
import java.util.List;

/** Metadata built and ready to be served, if it is accepted. */
interface Candidate {
    Model model();

    List<Inconsistency> inconsistencies();

    List<Model.Warning> warnings();

    /** Serves it from now on. */
    void publish(long version);
}
