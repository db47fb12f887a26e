package dev.dovetail.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.graphql.sdl.TypeDefinitions;
import dev.dovetail.json.Json;
import dev.dovetail.model.RemoteSchema;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.SourceName;
import dev.dovetail.plan.JoinTarget;
import dev.dovetail.plan.JoinTree;
import dev.dovetail.plan.Plan;
import dev.dovetail.plan.Shape;
import dev.dovetail.plan.SqlCall;
import dev.dovetail.plan.Step;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanWeightTest {
    @Test
    void whatIsBelowAJoinCounts() {
        var plain = PlanWeight.of(plan(JoinTree.NONE));
        var far = new SqlCall("x".repeat(10_000), List.of());
        var joined = joins(new JoinTarget.ToTable(new SourceName("b"), far, JoinTree.NONE));
        var twice = joins(new JoinTarget.ToTable(new SourceName("b"), far, joined));
        assertThat(PlanWeight.of(plan(joined)) - plain).isBetween(10_000, 12_000);
        assertThat(PlanWeight.of(plan(twice)) - plain).isBetween(20_000, 24_000);
    }

    @Test
    void fieldsOfAnAnswerCount() {
        assertThat(PlanWeight.of(plan(joins(wide(10))))).isLessThan(10_000);
        assertThat(PlanWeight.of(plan(joins(wide(10_000))))).isGreaterThan(1_000_000);
    }

    @Test
    void whatIsKnownBeforehandCounts() {
        var list = Json.array();
        IntStream.range(0, 10_000).forEach(list::add);
        var step = new Step.Constant("__schema", list);
        assertThat(PlanWeight.of(new Plan(OperationKind.QUERY, List.of(step), List.of("__schema"))))
                .isGreaterThan(500_000);
    }

    private static JoinTarget wide(int fields) {
        var leaf = new Shape.Leaf("Int", true);
        var all = IntStream.range(0, fields)
                .<Shape.Field>mapToObj(i -> new Shape.Field.Taken("f" + i, "f" + i, leaf))
                .toList();
        var shape = new Shape.ObjectShape("T", all, true);
        var remote = new RemoteSchema(
                new RemoteSchemaName("r"),
                "http://r",
                List.of(),
                false,
                Duration.ofSeconds(1),
                new TypeDefinitions(new LinkedHashMap<>(), "Query", null, null));
        return new JoinTarget.ToRemote(
                remote, List.of(), List.of(), List.of(), List.of(), new Shape.ListOf(shape, true), JoinTree.NONE);
    }

    private static JoinTree joins(JoinTarget target) {
        return new JoinTree(List.of(new JoinTree.Join(List.of("a"), "j", List.of(".k"), target)), List.of());
    }

    private static Plan plan(JoinTree joins) {
        var step = new Step.SqlQuery(new SourceName("a"), List.of("a"), new SqlCall("select", List.of()), joins);
        return new Plan(OperationKind.QUERY, List.of(step), List.of("a"));
    }
}
