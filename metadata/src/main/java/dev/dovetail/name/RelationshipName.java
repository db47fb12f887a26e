package dev.dovetail.name;

public record RelationshipName(String value) implements Comparable<RelationshipName> {
    @Override
    public int compareTo(RelationshipName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
