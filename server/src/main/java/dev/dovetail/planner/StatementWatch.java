package dev.dovetail.planner;

import dev.dovetail.sql.Statement;

/** Sees every statement before it is printed, with what was let into it. For checks. */
interface StatementWatch {
    StatementWatch NONE = (_, _) -> {};

    void made(Statement statement, Ledger ledger);
}
