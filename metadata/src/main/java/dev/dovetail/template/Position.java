package dev.dovetail.template;

/**
 * A place in a template.
 *
 * @param line from 0
 * @param column from 1, in code points
 */
public record Position(int line, int column) implements Comparable<Position> {
    @Override
    public int compareTo(Position other) {
        return line == other.line ? Integer.compare(column, other.column) : Integer.compare(line, other.line);
    }
}
