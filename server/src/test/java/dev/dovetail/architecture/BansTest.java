package dev.dovetail.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.dovetail.architecture.Product.in;
import static dev.dovetail.architecture.Product.notIn;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import dev.dovetail.sql.Body;
import dev.dovetail.sql.From;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BansTest {
    /** Order is output: a map that forgets it must not stand between a query and its answer or its SQL. */
    private static final Room[] ORDERED = {
        Room.GRAPHQL, Room.SQL, Room.SCHEMA, Room.OPERATION, Room.PLAN, Room.PLANNER, Room.EXECUTE
    };

    @Test
    void orderIsKeptWhereItReachesOutput() {
        check(noClasses()
                .that(in(ORDERED))
                .should()
                .callMethodWhere(target(owner(name(Map.class.getName())))
                        .and(target(nameMatching("of|ofEntries|copyOf")))
                        .and(DescribedPredicate.not(inConstant())))
                .because("Map.of and Map.copyOf forget the order; only a constant to look things up in may"));
        check(noClasses()
                .that(in(ORDERED))
                .should()
                .callConstructorWhere(target(owner(name(HashMap.class.getName()))))
                .because("HashMap forgets the order: LinkedHashMap"));
    }

    @Test
    void onlyJsonConfiguresJackson() {
        check(noClasses()
                .that(notIn(Room.JSON))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are Jackson mappers",
                        type -> type.getName()
                                .matches("tools\\.jackson\\..*(Mapper|MapperBuilder|JsonFactory)(\\$.*)?")))
                .because("room json holds the one configured mapper"));
    }

    /** The door of permissions: a table can be named in SQL only where its filter is at hand. */
    @Test
    void onlyAccessReachesTables() {
        check(noClasses()
                .that(DescribedPredicate.describe(
                        "are not planner.Access", type -> !type.getName().equals("dev.dovetail.planner.Access")))
                .should()
                .callConstructorWhere(target(owner(name(From.Table.class.getName())))
                        .or(target(owner(name(From.Called.class.getName()))))
                        .or(target(owner(name(From.Answered.class.getName()))))
                        .or(target(owner(name(Body.Raw.class.getName())))))
                .because("planner.Access gives tables with the filter of the role"));
    }

    @Test
    void onlyAppTalksToTheTerminal() {
        check(noClasses()
                .that(notIn(Room.APP))
                .should()
                .accessFieldWhere(com.tngtech.archunit.core.domain.JavaFieldAccess.Predicates.target(
                                owner(name(System.class.getName())))
                        .as("are System.out, System.err or System.in")));
    }

    @Test
    void onlyJsonReflects() {
        check(noClasses()
                .that(notIn(Room.JSON))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect.."));
    }

    @Test
    void namesSayWhatAClassIs() {
        check(noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helpers?|Manager|Impl)")
                .because("such names say nothing about what a class is for"));
    }

    @Test
    void nothingStaticChanges() {
        fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("static mutable state belongs to nobody")
                .check(Product.CLASSES);
    }

    private static DescribedPredicate<JavaCall<?>> inConstant() {
        return DescribedPredicate.describe(
                "in a constant", call -> call.getOrigin().getName().equals("<clinit>"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(Product.CLASSES);
    }
}
