package dev.dovetail.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.dovetail.architecture.Product.inPureRoom;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The layers up to planner and snapshot compute: the same input gives the same output, and nothing outside notices. */
class PurityTest {
    /** The codec of project directories is the one place that reads files by design. */
    private static final String PROJECT_CODEC = "dev.dovetail.metadata.project..";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
            files          ; java\\.nio\\.file\\..*
            files          ; java\\.io\\.(File.*|RandomAccessFile|Console)
            channels       ; java\\.nio\\.channels\\..*
            network        ; java\\.net\\.(?!URI|URLEncoder|URLDecoder).*
            databases      ; java(x)?\\.sql\\..*
            threads        ; java\\.lang\\.(Thread|ProcessBuilder|Process|Runtime)(\\$.*)?
            executors      ; java\\.util\\.concurrent\\.(Executor.*|.*Future.*|ForkJoin.*|Structured.*|Timer.*)
            clocks         ; java\\.time\\.(Clock|InstantSource)
            randomness     ; java\\.util\\.Random|java\\.util\\.random\\..*|java\\.security\\.SecureRandom
            loggers        ; org\\.slf4j\\..*|ch\\.qos\\..*|java\\.util\\.logging\\..*|java\\.lang\\.System\\$Logger
            the web server ; io\\.vertx\\..*|io\\.netty\\..*
            """)
    void pureRoomsKnowNothingOf(String what, String types) {
        noClasses()
                .that(inPureRoom())
                .and()
                .resideOutsideOfPackage(PROJECT_CODEC)
                .should()
                .dependOnClassesThat(matching(types))
                .because("layers 0 to 7 are pure: no " + what)
                .allowEmptyShould(true)
                .check(Product.CLASSES);
    }

    @ParameterizedTest(name = "{0}.{1}")
    @CsvSource(delimiter = ';', textBlock = """
            java\\.lang\\.System      ; currentTimeMillis|nanoTime|getenv|getProperty
            java\\.time\\..*          ; now
            java\\.util\\.UUID        ; randomUUID
            java\\.lang\\.Math        ; random
            """)
    void pureRoomsNeverCall(String type, String methods) {
        noClasses()
                .that(inPureRoom())
                .should()
                .callMethodWhere(call(type, methods))
                .because("layers 0 to 7 are pure: time, chance and surroundings come in as values")
                .allowEmptyShould(true)
                .check(Product.CLASSES);
    }

    private static DescribedPredicate<JavaClass> matching(String types) {
        return DescribedPredicate.describe(
                "match " + types, type -> type.getName().matches(types));
    }

    private static DescribedPredicate<JavaCall<?>> call(String type, String methods) {
        return target(owner(nameMatching(type))).and(target(nameMatching(methods)));
    }
}
