package dev.dovetail.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.error.ApiException;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Random documents of a fixed seed, with graphql-java's parser as the second opinion. */
class DocumentFuzzTest {
    /** More by {@code -DargLine=-Ddovetail.fuzz.rounds=100000}. */
    private static final int ROUNDS = Integer.getInteger("dovetail.fuzz.rounds", 800);

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_122);

    @Test
    void printedDocumentsReadBackEqual() {
        var documents = new RandomDocuments(random);
        for (var round = 0; round < ROUNDS; round++) {
            var document = documents.document();
            var text = DocumentPrinter.print(document);
            assertThat(DocumentParser.parse(text)).as(text).isEqualTo(document);
            assertThat(acceptedByGraphqlJava(text)).as(text).isTrue();
        }
    }

    @Test
    void agreesWithGraphqlJavaOnBrokenDocuments() {
        var documents = new RandomDocuments(random);
        var accepted = 0;
        for (var round = 0; round < 5 * ROUNDS; round++) {
            var text = broken(DocumentPrinter.print(documents.smallDocument()));
            var ours = acceptedByUs(text);
            assertThat(ours).as(text).isEqualTo(acceptedByGraphqlJava(text));
            accepted += ours ? 1 : 0;
        }
        assertThat(accepted).as("both kinds are met").isBetween(ROUNDS / 10, 5 * ROUNDS - ROUNDS / 10);
    }

    @Test
    void failsOnlyAsItSays() {
        for (var round = 0; round < 5 * ROUNDS; round++) {
            var noise = new StringBuilder("{a(b:\"");
            var length = random.nextInt(30);
            for (var i = 0; i < length; i++) {
                noise.append((char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(0x10000)));
            }
            acceptedByUs(noise.toString());
            acceptedByUs(noise.append("\")}").toString());
            acceptedByUs(noise.substring(6));
        }
    }

    /** Some tokens removed, doubled, swapped or replaced. */
    private String broken(String text) {
        var tokens = tokens(text);
        var changes = 1 + random.nextInt(2);
        for (var i = 0; i < changes; i++) {
            var at = random.nextInt(tokens.size());
            switch (random.nextInt(4)) {
                case 0 -> tokens.set(at, "");
                case 1 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
                case 2 -> tokens.set(at, tokens.get(random.nextInt(tokens.size())));
                default -> tokens.add(at, STRAY.get(random.nextInt(STRAY.size())));
            }
        }
        return String.join(" ", tokens);
    }

    private static final List<String> STRAY = List.of(
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            ":",
            "=",
            "!",
            "$",
            "@",
            "...",
            "on",
            "query",
            "fragment",
            "null",
            "1",
            "1.5",
            "\"\"",
            "&",
            "|",
            "-",
            ",",
            "#\n",
            "\"\"\"b\"\"\"",
            "true",
            "x");

    private static List<String> tokens(String text) {
        var matcher = java.util.regex.Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|\\.\\.\\.|[-+.\\w]+|[^\\s]")
                .matcher(text);
        var tokens = new ArrayList<String>();
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    private static boolean acceptedByUs(String text) {
        try {
            DocumentParser.parse(text);
            return true;
        } catch (ApiException e) {
            return false;
        }
    }

    /** A request text, and not one of what we refuse on top: names that come twice, directives on variables. */
    private static boolean acceptedByGraphqlJava(String text) {
        try {
            var document = Parser.parse(text);
            return document.getDefinitions().stream()
                            .allMatch(each -> each instanceof OperationDefinition || each instanceof FragmentDefinition)
                    && Repetitions.none(document);
        } catch (InvalidSyntaxException e) {
            return false;
        }
    }
}
