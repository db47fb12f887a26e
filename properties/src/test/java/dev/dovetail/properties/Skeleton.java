package dev.dovetail.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A statement's tokens as Postgres reads them, without what names and texts say. */
final class Skeleton {
    /** In this order; a single character that is nothing else stands for itself, and nothing is skipped but blanks. */
    private static final Pattern TOKEN = Pattern.compile("""
            (?<blank>\\s+)\
            |(?<escaped>[eE]'(?:[^'\\\\]|''|\\\\.)*')\
            |(?<text>'(?:[^']|'')*')\
            |(?<name>"(?:[^"]|"")*")\
            |(?<comment>--|/\\*)\
            |(?<dollar>\\$[A-Za-z_]*\\$)\
            |(?<slot>\\$\\d+)\
            |(?<number>\\d+(?:\\.\\d+)?)\
            |(?<word>[A-Za-z_][A-Za-z0-9_]*)\
            |(?<sign>.)""", Pattern.DOTALL);

    private Skeleton() {}

    static List<String> of(String sql) {
        var tokens = new ArrayList<String>();
        var matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            if (matcher.group("text") != null || matcher.group("escaped") != null) {
                tokens.add("TEXT");
            } else if (matcher.group("name") != null) {
                tokens.add("NAME");
            } else if (matcher.group("blank") == null) {
                tokens.add(matcher.group().toLowerCase(Locale.ROOT));
            }
        }
        return tokens;
    }
}
