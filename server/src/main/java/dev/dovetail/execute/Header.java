package dev.dovetail.execute;

/** An HTTP header. The value may be a secret: it is never printed. */
public record Header(String name, String value) {
    public boolean is(String otherName) {
        return name.equalsIgnoreCase(otherName);
    }

    @Override
    public String toString() {
        return name + ": …";
    }
}
