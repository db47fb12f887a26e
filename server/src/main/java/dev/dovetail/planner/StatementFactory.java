package dev.dovetail.planner;

import dev.dovetail.name.RoleName;

/** Opens the statements of one plan. */
record StatementFactory(RoleName role, PlannerOptions options, StatementWatch watch) {
    StatementScope scope() {
        return new StatementScope(role, options, watch);
    }

    RowSelect rowSelect(StatementScope scope, Joins joins) {
        return new RowSelect(scope, new Access(scope), new JoinTargets(this), joins);
    }
}
