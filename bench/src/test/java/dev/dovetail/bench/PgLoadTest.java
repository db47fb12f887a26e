package dev.dovetail.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PgLoadTest {
    @Test
    void parameters_become_pgbench_s_variables_and_colons_in_literals_do_not() {
        check("select ($1::text)::uuid, ($12::text[])", "select (:a1::text)::uuid, (:a12::text[])");
        check("select 'a:b', 'c''d', 'e'", "select E'a\\x3ab', 'c''d', 'e'");
        check("select 'it''s :x \\n'", "select E'it''s \\x3ax \\\\n'");
    }

    @Test
    void the_median_stands_between_the_extremes() {
        var series = new Series();
        for (var value : new double[] {3, 1, 2, 10}) {
            series.add(value);
        }
        assertThat(series.show(1)).isEqualTo("2.5 (1.0-10.0)");
    }

    private static void check(String statement, String script) {
        assertThat(PgLoad.script(statement)).isEqualTo(script);
    }
}
