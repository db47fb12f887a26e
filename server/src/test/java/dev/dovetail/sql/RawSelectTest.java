package dev.dovetail.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.sql.RawSelect.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("NQ-03, P4: what a person writes as a query stays between its parentheses")
class RawSelectTest {
    /** What is kept of the code; {@code ?} is a hole. In what is given, {@code ?} is a hole too. */
    private static void reads(String code, String kept) {
        var text = new StringBuilder();
        for (var part : read(code).parts()) {
            text.append(
                    switch (part) {
                        case Part.Plain(var plain) -> plain;
                        case Part.Quoted(var quoted) -> quoted;
                        case Part.Hole(var index) -> "<" + index + ">";
                    });
        }
        assertThat(text.toString()).isEqualTo(kept);
    }

    private static void refuses(String code, String reason) {
        assertThatThrownBy(() -> read(code))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    private static RawSelect read(String code) {
        return RawSelect.read(Arrays.asList(code.split("\\?", -1)));
    }

    @Test
    void keepsWhatMatters() {
        reads("select 1", "select 1");
        reads("SELECT ?, ?", "SELECT <0>, <1>");
        reads("(select 1) union (values (2))", "(select 1) union (values (2))");
        reads("table t;  ;\n", "table t  \n");
        reads("with a as (select 1) select * from a -- the end", "with a as (select 1) select * from a  ");
        reads("/* a /* b */ ; ) */ select 1 /* ? */, ?", "  select 1  , <1>");
        reads("select -- ? )\n ?", "select  \n <1>");
        reads("select a$1, $tag$ it's -- $1 $tag$", "select a$1, ' it''s -- $1 '");
        reads("select $$\\$$", "select  E'\\\\'");
        reads("select 'a''b)', \"c\"\"(;\"", "select 'a''b)', \"c\"\"(;\"");
        reads("select E'it\\'s )'", "select E'it\\'s )'");
        reads("select e'a' -- so it goes on\n'\\'' ", "select e'a'  \n'\\'' ");
        reads("select E'\\') as a, (select '", "select E'\\') as a, (select '");
        reads("select 'a\\', 1", "select 'a\\', 1");
        reads("select like'\\'", "select like'\\'");
    }

    @Test
    void refusesWhatCouldLeaveItsPlace() {
        refuses("select 1) as a, (select 2", "a parenthesis is closed that was not opened");
        refuses("select (1", "a parenthesis is not closed");
        refuses("select 'a\\') as a, (select '", "a parenthesis is closed that was not opened");
        refuses("select 1; select 2", "more than one statement");
        refuses("select 1; ?", "more than one statement");
        refuses("select 'a", "no end");
        refuses("select \"a", "no end");
        refuses("select $a$ $b$", "a literal has no end");
        refuses("select /* /* */", "a comment has no end");
        refuses("select $1", "numbered parameters");
        refuses("select 1$1", "numbered parameters");
        refuses("select '?'", "between quotes");
        refuses("select \"?\"", "between quotes");
        refuses("select $$?$$", "between quotes");
        refuses("select \0", "a character");
        refuses("  -- nothing", "it is empty");
        refuses("?", "it is no SELECT");
        for (var other : List.of("insert into t values (1)", "delete from t", "selection", "do $$ $$", "; select 1")) {
            refuses(other, other.startsWith(";") ? "more than one statement" : "it is no SELECT");
        }
    }

    @Test
    void standsBetweenParenthesesWithItsValues() {
        var query = new Body.Raw(read("select ? -- x"), List.of(new Expr.Cast(Expr.NULL, TypeName.INT4)));
        var statement = new Statement(
                List.of(new Statement.Cte(new Aliases().next(), query)), Select.of(new Item(new Expr.Int(1), "one")));
        assertThat(Printer.print(statement).text())
                .isEqualTo("WITH _0 AS ((select  ((NULL)::\"int4\")  )) SELECT 1 AS \"one\"");
    }

    @Test
    @DisplayName("NQ-05: a question to Postgres has no parameters, and question marks that JDBC leaves alone")
    void isAskedAbout() {
        var raw = RawSelect.read(List.of("select a ?| b, '?', ", " as c from t"));
        assertThat(new RawProbe(raw, List.of(TypeName.JSONB), List.of("a", "c\"")).forJdbc())
                .isEqualTo("SELECT \"a\", \"c\"\"\" FROM (select a ??| b, '?',  (NULL::text::\"jsonb\") as c from t\n)"
                        + " AS \"query\"");
    }

    @Test
    void isShownWithItsValues() {
        var values = new ArrayList<@Nullable Object>(List.of("v"));
        assertThat(Inlined.of("select a$1, e'\\'$1', like'\\', $1, '$1', \"$1\", $", values))
                .isEqualTo("select a$1, e'\\'$1', like'\\', 'v', '$1', \"$1\", $");
    }
}
