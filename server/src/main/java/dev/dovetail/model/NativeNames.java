package dev.dovetail.model;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** The names of the types that native queries need. Each may mean one thing only. */
final class NativeNames {
    private final Predicate<String> taken;
    private final Map<String, Object> claimed = new HashMap<>();

    /** @param taken by types that are not of native queries */
    NativeNames(Predicate<String> taken) {
        this.taken = taken;
    }

    boolean isClaimed(String name) {
        return claimed.containsKey(name);
    }

    void claim(NativeQuery query) {
        var returns = query.returns();
        claim(returns.boolExpType(), returns);
        claim(returns.orderByType(), returns);
        claim(returns.selectColumnType(), returns);
        claim(query.typeName(), query.isRelated() ? query : returns);
        claimArguments(query.name(), query);
        query.toQueries().values().forEach(this::claim);
    }

    void claim(NativeRelationship relationship) {
        claimArguments(relationship.field(), relationship.target());
    }

    private void claimArguments(String field, NativeQuery target) {
        if (!target.arguments().isEmpty()) {
            claim(NativeQuery.argumentsType(field), target);
        }
    }

    /** @param owner what the type is made of; two of one owner are the same */
    private void claim(String name, Object owner) {
        var other = claimed.putIfAbsent(name, owner);
        if (taken.test(name) || (other != null && other != owner)) {
            throw new Unresolvable("Found conflicting definitions for GraphQL type '" + name + "'.");
        }
    }
}
