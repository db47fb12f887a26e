package dev.dovetail.name;

public record ActionName(String value) implements Comparable<ActionName> {
    @Override
    public int compareTo(ActionName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
