package dev.dovetail.name;

public record RemoteSchemaName(String value) implements Comparable<RemoteSchemaName> {
    @Override
    public int compareTo(RemoteSchemaName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
