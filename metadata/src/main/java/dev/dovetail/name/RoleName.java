package dev.dovetail.name;

public record RoleName(String value) implements Comparable<RoleName> {
    public static final RoleName ADMIN = new RoleName("admin");

    public boolean isAdmin() {
        return value.equals("admin");
    }

    @Override
    public int compareTo(RoleName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
