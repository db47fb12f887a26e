package dev.dovetail.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;

/** The product's classes as every rule here sees them: without tests, from all modules the server consists of. */
final class Product {
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("dev.dovetail");

    private Product() {}

    static DescribedPredicate<JavaClass> in(Room... rooms) {
        var wanted = List.of(rooms);
        return DescribedPredicate.describe(
                "in " + wanted, type -> Room.of(type).filter(wanted::contains).isPresent());
    }

    static DescribedPredicate<JavaClass> inPureRoom() {
        return DescribedPredicate.describe(
                "in a pure room", type -> Room.of(type).filter(Room::pure).isPresent());
    }

    static DescribedPredicate<JavaClass> notIn(Room... rooms) {
        return DescribedPredicate.not(in(rooms));
    }
}
