package dev.dovetail.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.dovetail.architecture.Product.in;
import static dev.dovetail.architecture.Product.notIn;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class LayersTest {
    @Test
    void everyClassLivesInARoom() {
        classes()
                .should(condition("live in a room of the table", (type, events) -> {
                    if (Room.of(type).isEmpty()) {
                        events.add(SimpleConditionEvent.violated(type, type.getName() + " is in no room of Room"));
                    }
                }))
                .check(Product.CLASSES);
    }

    @Test
    void roomsImportLowerLayersOnly() {
        classes()
                .should(condition(
                        "import lower layers only",
                        (type, events) -> type.getDirectDependenciesFromSelf()
                                .forEach(dependency -> checkDependency(dependency, events))))
                .check(Product.CLASSES);
    }

    /** The layer table lets http see the adapters below it; that it must not is what makes them adapters. */
    @Test
    void adaptersAreBuiltByAppOnly() {
        noClasses()
                .that(notIn(Room.APP, Room.POSTGRES, Room.OUTBOUND, Room.EMBEDDED))
                .should()
                .dependOnClassesThat(in(Room.POSTGRES, Room.OUTBOUND, Room.EMBEDDED))
                .check(Product.CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .should(condition("be in a package with @NullMarked", (type, events) -> {
                    if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                        events.add(SimpleConditionEvent.violated(
                                type, type.getPackageName() + " has no package-info with @NullMarked"));
                    }
                }))
                .check(Product.CLASSES);
    }

    private static void checkDependency(Dependency dependency, ConditionEvents events) {
        var from = Room.of(dependency.getOriginClass());
        var to = Room.of(dependency.getTargetClass());
        if (from.isPresent() && to.isPresent() && !from.get().mayImport(to.get())) {
            events.add(SimpleConditionEvent.violated(
                    dependency, from.get() + " imports " + to.get() + ": " + dependency.getDescription()));
        }
    }

    private static ArchCondition<JavaClass> condition(
            String description, java.util.function.BiConsumer<JavaClass, ConditionEvents> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(type, events);
            }
        };
    }
}
