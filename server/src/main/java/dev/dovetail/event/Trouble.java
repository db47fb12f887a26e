package dev.dovetail.event;

import dev.dovetail.error.ApiException;
import dev.dovetail.observe.Level;
import dev.dovetail.observe.Observation;
import dev.dovetail.observe.Observer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells of work that fails when it begins to, and when it is well again; not each time in between. */
final class Trouble {
    private final Observer observer;
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    Trouble(Observer observer) {
        this.observer = observer;
    }

    /** Whether it could be done. */
    boolean attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (ApiException unreachable) {
            if (failing.add(what)) {
                tell(Level.ERROR, what + " fails: " + unreachable.getMessage());
            }
            return false;
        } catch (RuntimeException fault) {
            if (failing.add(what)) {
                fault(what, fault);
            }
            return false;
        }
        if (failing.remove(what)) {
            tell(Level.INFO, what + " works again");
        }
        return true;
    }

    void fault(String where, Throwable fault) {
        observer.see(new Observation.Fault(where, fault, null));
    }

    private void tell(Level level, String message) {
        observer.see(new Observation.Remark(level, "events", message, null));
    }
}
