package dev.dovetail.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** No template hangs, fills the memory or overflows the stack. */
class TemplateLimitsTest {
    private static final int OVER = 2_000;

    @Test
    void nestingIsBounded() {
        refused("[".repeat(OVER) + "]".repeat(OVER), "the template nests too deep");
        refused("{{ " + "(".repeat(OVER) + "1" + ")".repeat(OVER) + " }}", "the template nests too deep");
        refused("{{ " + "not ".repeat(OVER) + "true }}", "the template nests too deep");
        refused("\"{{".repeat(OVER), "the template nests too deep");
        refused("{{ " + "$body[".repeat(OVER) + "0" + "]".repeat(OVER) + " }}", "the template nests too deep");
        refused("{{ if true }}".repeat(OVER), "the template nests too deep");
    }

    @Test
    void aLongChainIsNoNest() {
        assertThat(TemplateTest.evaluate("{{ $body?" + ".a".repeat(100_000) + " }}")
                        .isNull())
                .isTrue();
        assertThat(TemplateTest.evaluate("{{ $body" + "?.a".repeat(100_000) + " }}")
                        .isNull())
                .isTrue();
    }

    @Test
    void lengthIsBounded() {
        refused("\"" + "a".repeat(1_000_000) + "\"", "a template may have at most 1000000 characters");
    }

    /** Every level does ten times the work of the one below. */
    @Test
    void stepsAreBounded() {
        refused(nested(9, laborious(), "1,1,1,1,1,1,1,1,1,1"), "the template takes too many steps");
    }

    /** Every level has ten times the size of the one below, and nothing of it is copied until it is written. */
    @Test
    void sizeIsBounded() {
        var doubling = "[\"" + "x".repeat(1_000) + "\"]";
        for (var level = 0; level < 12; level++) {
            doubling = "{{ range _, x := [" + doubling + "] }} [{{x}}, {{x}}, {{x}}, {{x}}, {{x}}] {{ end }}";
        }
        refused(doubling, "the template makes too large a value");
    }

    @Test
    void textThatGrowsIsBounded() {
        var growing = "\"" + "x".repeat(1_000) + "\"";
        for (var level = 0; level < 12; level++) {
            growing = "{{ head({{ range _, x := [" + growing + "] }} \"{{x}}{{x}}{{x}}{{x}}\" {{ end }}) }}";
        }
        refused(growing, "the template makes too large a value");
    }

    /** Numbers have digits. */
    @Test
    void numbersThatGrowAreBounded() {
        var hundred = "1,".repeat(99) + "1";
        refused(
                nested(2, nested(1, "9".repeat(1_000), "1,1,1,1,1,1,1,1,1,1"), hundred),
                "the template makes too large a value");
    }

    @Test
    void anInverseBeyondAllNumbersIsNone() {
        assertThatThrownBy(() -> TemplateTest.evaluate("{{ inverse(3e2147483647) }}"))
                .isInstanceOf(TemplateException.class);
    }

    /** What is forgiven by an optional lookup is a missing value, and not that a limit was reached. */
    @Test
    void anOptionalLookupDoesNotForgiveALimit() {
        refused(
                "{{ (" + nested(9, laborious(), "1,1,1,1,1,1,1,1,1,1") + ")?.a }}",
                "the template takes too many steps");
    }

    /** Many steps that make nothing. */
    private static String laborious() {
        return "{{ if $body.flag }} ".repeat(40) + "1" + "{{ else }} 0 {{ end }}".repeat(40);
    }

    private static String nested(int levels, String innermost, String items) {
        var template = innermost;
        for (var level = 0; level < levels; level++) {
            template = "{{ range _, x := [" + items + "] }} " + template + " {{ end }}";
        }
        return template;
    }

    private static void refused(String template, String message) {
        var start = System.nanoTime();
        assertThatThrownBy(() -> TemplateTest.evaluate(template))
                .asInstanceOf(InstanceOfAssertFactories.type(TemplateException.class))
                .satisfies(failure -> {
                    assertThat(failure.error().kind()).isEqualTo(TemplateError.Kind.LIMIT);
                    assertThat(failure.error().message()).isEqualTo(message);
                });
        assertThat(Duration.ofNanos(System.nanoTime() - start).toSeconds()).isCloseTo(0, within(20L));
    }
}
