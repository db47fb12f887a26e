package dev.dovetail.name;

public record LogicalModelName(String value) implements Comparable<LogicalModelName> {
    @Override
    public int compareTo(LogicalModelName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
