package dev.dovetail.name;

public record NativeQueryName(String value) implements Comparable<NativeQueryName> {
    @Override
    public int compareTo(NativeQueryName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
