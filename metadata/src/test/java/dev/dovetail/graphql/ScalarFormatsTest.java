package dev.dovetail.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalarFormatsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            Int         | 2147483647                              | 2147483648 1.5 "1" true
            smallint    | 32767 1.0                               | 32768 "1"
            bigint      | 9223372036854775807 "-9223372036854775808" 10e2 | 9223372036854775808 "1.5" "x" 1e999999999
            Float       | 1.5 1                                   | "1.5" true
            numeric     | 1.5 "123456789012345678901234567890.5" "NaN" ".5" "1e5" | "much" "" true {}
            float8      | 1e300 "Infinity"                        | "--1"
            Boolean     | true                                    | "true" 1
            ID          | "x" 7                                   | 1.5 true
            String      | "x"                                     | 1 true []
            uuid        | "0f0e0d0c-0b0a-0908-0706-050403020100" "0F0E0D0C0B0A09080706050403020100" | "u" 1 "0f0e0d0c-0b0a-0908-0706-05040302010"
            date        | "2024-02-29" "12024-01-01"              | "2023-02-29" "2024-13-01" "2024-1-1" 20240101
            timestamp   | "2024-02-29T23:59:60" "2024-02-29"      | "2024-02-29T25:00" "2024-02-29T12:00Z"
            timestamptz | "2024-02-29T12:00Z" "2024-02-29T12:00:00.123+05:30" "2024-02-29T12:00:00-08" | "2024-02-30T12:00Z" "now" "12:00Z"
            time        | "12:00" "23:59:59.999"                  | "12" "12:60"
            timetz      | "12:00+02" "12:00Z"                     | "12:00+2"
            json        | {} [1] "x" 1 true                       |
            Whatever    | {} "x"                                  |
            """)
    void fits(String scalar, @Nullable String good, @Nullable String bad) {
        check(scalar, good, true);
        check(scalar, bad, false);
    }

    private static void check(String scalar, @Nullable String values, boolean fits) {
        for (var text : (values == null ? "" : values).split(" ")) {
            if (!text.isEmpty()) {
                assertThat(ScalarFormats.fits(scalar, Json.read(text)))
                        .as("%s of %s", text, scalar)
                        .isEqualTo(fits);
            }
        }
    }
}
