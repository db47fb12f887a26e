package dev.dovetail.planner;

import dev.dovetail.name.RoleName;

/** Opens the statements of one plan, all of which share what it joins. */
final class StatementFactory {
    private final RoleName role;
    private final PlannerOptions options;
    private final StatementWatch watch;
    private final JoinTargets joinTargets;

    StatementFactory(RoleName role, PlannerOptions options, StatementWatch watch) {
        this.role = role;
        this.options = options;
        this.watch = watch;
        this.joinTargets = new JoinTargets(this);
    }

    RoleName role() {
        return role;
    }

    PlannerOptions options() {
        return options;
    }

    JoinTargets joinTargets() {
        return joinTargets;
    }

    StatementScope scope() {
        return new StatementScope(role, options, watch);
    }

    RowSelect rowSelect(StatementScope scope, Joins joins) {
        return new RowSelect(scope, new Access(scope), joinTargets, joins);
    }
}
