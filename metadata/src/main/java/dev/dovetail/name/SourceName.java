package dev.dovetail.name;

public record SourceName(String value) implements Comparable<SourceName> {
    public static final SourceName DEFAULT = new SourceName("default");

    @Override
    public int compareTo(SourceName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
