package dev.dovetail.properties;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Comparisons, and what they say of two values by SQL's rules. */
enum Operator {
    EQ,
    NEQ,
    GT,
    LT,
    GTE,
    LTE,
    IN,
    NIN,
    IS_NULL,
    LIKE,
    NLIKE,
    ILIKE,
    NILIKE,
    CONTAINS,
    CONTAINED_IN,
    HAS_KEY,
    HAS_KEYS_ANY,
    HAS_KEYS_ALL;

    static final List<Operator> PLAIN = List.of(EQ, NEQ, GT, LT, GTE, LTE);
    static final List<Operator> EQUALITY = List.of(EQ, NEQ);
    static final List<Operator> TEXTUAL = List.of(LIKE, NLIKE, ILIKE, NILIKE);

    String graphql() {
        return "_" + name().toLowerCase(Locale.ROOT);
    }

    /** @param right a list for {@code IN} and {@code NIN} */
    Truth of(@Nullable Object left, @Nullable Object right) {
        if (this == IS_NULL) {
            return Truth.of((left == null) == Boolean.TRUE.equals(right));
        }
        if (right instanceof List<?> options && (this == IN || this == NIN)) {
            var anyOf = Truth.FALSE;
            for (var option : options) {
                anyOf = anyOf.or(EQ.of(left, option));
            }
            return this == IN ? anyOf : anyOf.not();
        }
        if (left == null || right == null) {
            return Truth.UNKNOWN;
        }
        return switch (this) {
            case EQ -> Truth.of(Type.compare(left, right) == 0);
            case NEQ -> Truth.of(Type.compare(left, right) != 0);
            case GT -> Truth.of(Type.compare(left, right) > 0);
            case LT -> Truth.of(Type.compare(left, right) < 0);
            case GTE -> Truth.of(Type.compare(left, right) >= 0);
            case LTE -> Truth.of(Type.compare(left, right) <= 0);
            case LIKE -> Truth.of(like(left, right, 0));
            case NLIKE -> Truth.of(!like(left, right, 0));
            case ILIKE -> Truth.of(like(left, right, Pattern.CASE_INSENSITIVE));
            case NILIKE -> Truth.of(!like(left, right, Pattern.CASE_INSENSITIVE));
            case CONTAINS -> Truth.of(Documents.contains((JsonNode) left, (JsonNode) right));
            case CONTAINED_IN -> Truth.of(Documents.contains((JsonNode) right, (JsonNode) left));
            case HAS_KEY -> Truth.of(Documents.hasKey((JsonNode) left, right));
            case HAS_KEYS_ANY ->
                Truth.of(((List<?>) right).stream().anyMatch(each -> Documents.hasKey((JsonNode) left, each)));
            case HAS_KEYS_ALL ->
                Truth.of(((List<?>) right).stream().allMatch(each -> Documents.hasKey((JsonNode) left, each)));
            case IN, NIN, IS_NULL -> throw new IllegalStateException("a list was expected");
        };
    }

    private static boolean like(Object text, Object pattern, int flags) {
        var regex = new StringBuilder();
        var escaped = false;
        for (var letter :
                pattern.toString().codePoints().mapToObj(Character::toString).toList()) {
            if (!escaped && letter.equals("\\")) {
                escaped = true;
            } else {
                regex.append(
                        escaped
                                ? Pattern.quote(letter)
                                : switch (letter) {
                                    case "%" -> ".*";
                                    case "_" -> ".";
                                    default -> Pattern.quote(letter);
                                });
                escaped = false;
            }
        }
        return Pattern.compile(regex.toString(), flags | Pattern.DOTALL)
                .matcher(text.toString())
                .matches();
    }
}
