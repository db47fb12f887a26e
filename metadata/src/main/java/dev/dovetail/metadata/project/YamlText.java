package dev.dovetail.metadata.project;

import java.util.regex.Pattern;

/**
 * Which of YAML's four styles a text is written in. Which one is a free choice in YAML, but not here: files must come
 * out byte for byte as the reference's CLI writes them, whose library decides as this class does. Plain when that reads
 * back as the same text; in double quotes what would read back as a number, a date or a truth value; in single quotes
 * what holds indicators; as a block what has several lines.
 */
final class YamlText {
    /** Words that some version of YAML takes for null, a truth value, a number or a merge. */
    private static final Pattern WORD = Pattern.compile(
            "|~|null|Null|NULL|true|True|TRUE|false|False|FALSE|y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF"
                    + "|t|T|f|F|<<|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN|Nan)");

    private static final Pattern NUMBER = Pattern.compile(
            "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?0(x[0-9a-fA-F]+|o[0-7]+|b[01]+)");

    /** Dates, times, and numbers to the base 60. */
    private static final Pattern TIME =
            Pattern.compile("[-+0-9:. \\t]+([-:]|[tT])[-+0-9:. \\t]+[zZ]?|\\d{4}-\\d\\d?-\\d\\d?([tT ].*)?");

    private static final String FIRST_FORBIDDEN = "#,[]{}&*!|>'\"%@`";
    private static final int BEYOND_BASIC_PLANE = 0x10000;

    private YamlText() {}

    enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        LITERAL
    }

    /** For a value; a key is never {@link Style#LITERAL}. */
    static Style style(String text) {
        var wanted = text.indexOf('\n') >= 0 ? Style.LITERAL : ambiguous(text) ? Style.DOUBLE_QUOTED : Style.PLAIN;
        return switch (wanted) {
            case LITERAL -> blockAllowed(text) ? Style.LITERAL : Style.DOUBLE_QUOTED;
            case DOUBLE_QUOTED -> Style.DOUBLE_QUOTED;
            case PLAIN, SINGLE_QUOTED -> oneLine(text);
        };
    }

    static Style keyStyle(String key) {
        var style = style(key);
        return style == Style.LITERAL ? Style.DOUBLE_QUOTED : style;
    }

    /** Whether the text, written plainly, might be read as something else than a text. */
    private static boolean ambiguous(String text) {
        return WORD.matcher(text).matches()
                || NUMBER.matcher(text.replace("_", "")).matches()
                || TIME.matcher(text).matches();
    }

    private static Style oneLine(String text) {
        if (special(text) || text.indexOf('\t') >= 0) {
            return Style.DOUBLE_QUOTED;
        }
        return indicators(text) || text.startsWith(" ") || text.endsWith(" ") ? Style.SINGLE_QUOTED : Style.PLAIN;
    }

    /** Blanks before a line's end would be lost on the eye, those at the very end on the reader. */
    private static boolean blockAllowed(String text) {
        return !special(text) && !text.contains(" \n") && !text.endsWith(" ");
    }

    /** Characters that must be escaped. Line breaks and tabs are not among them. */
    private static boolean special(String text) {
        return text.codePoints().anyMatch(c -> c != '\n' && c != '\t' && !printable(c));
    }

    /** The reference escapes what lies beyond the basic plane, too; other breaks than line feeds must not be read. */
    static boolean printable(int c) {
        return (c >= 0x20 && c <= 0x7E)
                || (c >= 0xA0 && c < BEYOND_BASIC_PLANE && !Character.isSurrogate((char) c) && !unprintable(c));
    }

    private static boolean unprintable(int c) {
        return c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
    }

    private static boolean indicators(String text) {
        if (text.startsWith("---") || text.startsWith("...")) {
            return true;
        }
        var first = text.charAt(0);
        if (FIRST_FORBIDDEN.indexOf(first) >= 0 || ("?:-".indexOf(first) >= 0 && blankAt(text, 1))) {
            return true;
        }
        for (var i = 1; i < text.length(); i++) {
            var c = text.charAt(i);
            if ((c == ':' && blankAt(text, i + 1)) || (c == '#' && blankAt(text, i - 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean blankAt(String text, int index) {
        return index >= text.length() || text.charAt(index) == ' ' || text.charAt(index) == '\t';
    }
}
