package dev.dovetail.derive;

/** Why an operation makes no action. A control-flow value without stack trace. */
final class Underivable extends RuntimeException {
    Underivable(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
