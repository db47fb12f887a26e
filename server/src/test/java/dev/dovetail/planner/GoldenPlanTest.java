package dev.dovetail.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.error.ApiException;
import dev.dovetail.name.TableName;
import dev.dovetail.postgres.TestPostgres;
import dev.dovetail.sql.Alias;
import dev.dovetail.sql.Expr;
import dev.dovetail.sql.From;
import dev.dovetail.sql.Item;
import dev.dovetail.sql.Select;
import dev.dovetail.sql.Statement;
import dev.dovetail.world.WorldTables;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The plans of the folder {@code golden}; {@code -Ddovetail.golden.update=true} writes them anew, to be read before a
 * commit.
 */
class GoldenPlanTest {
    @TestFactory
    Stream<DynamicTest> plans() {
        return Golden.all().stream().map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each)));
    }

    private static void check(Golden golden) {
        var plan = golden.rendered();
        if (Boolean.getBoolean("dovetail.golden.update")) {
            golden.update(plan);
        }
        assertThat(plan).isEqualTo(golden.expected());
    }

    @Test
    void postgresTakesEveryStatement() {
        var url = TestPostgres.freshDatabase(GoldenPlanTest.class);
        TestPostgres.sql(url, String.join(";", WorldTables.statements()));
        var refused = new ArrayList<String>();
        for (var golden : Golden.all()) {
            for (var statement : statements(golden)) {
                try {
                    TestPostgres.sql(url, "prepare golden as " + statement + "; deallocate golden");
                } catch (IllegalStateException failure) {
                    refused.add(golden.name() + ": " + failure.getMessage());
                }
            }
        }
        assertThat(refused).isEmpty();
    }

    private static List<String> statements(Golden golden) {
        try {
            return PlanText.statements(golden.plan());
        } catch (ApiException refused) {
            return List.of();
        }
    }

    /** Each plan was checked on the way; here, that something was there to be checked. */
    @Test
    void tablesAreReachedThroughTheirPermissions() {
        var tables = new AtomicInteger();
        for (var golden : Golden.all()) {
            try {
                golden.plan(golden.schema(), tables);
            } catch (ApiException refused) {
                continue;
            }
        }
        assertThat(tables.get()).isGreaterThan(Golden.all().size());
    }

    @Test
    void theCheckFindsWhatCameThroughNoDoor() {
        var smuggled = new From.Table(TableName.inPublic("users"), new Alias(1));
        var select = Select.of(new Item(new Expr.Int(1), "one")).withFrom(smuggled);
        var unfiltered = new Ledger();
        unfiltered.admit(Ledger.Leaf.READ, new Alias(1), new Expr.IsNull(new Expr.Column(new Alias(1), "id")));
        var trusted = new Ledger();
        trusted.admit(Ledger.Leaf.TRUSTED, new Alias(1), Expr.TRUE);
        refused(select, new Ledger(), "came through no door");
        refused(select, unfiltered, "stands without its filter");
        refused(select, trusted, "stands where READ must");
    }

    private static void refused(Select select, Ledger ledger, String why) {
        assertThatThrownBy(() -> PlanCheck.check(Statement.of(select), ledger))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(why);
    }
}
