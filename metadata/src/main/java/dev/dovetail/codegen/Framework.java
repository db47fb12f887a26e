package dev.dovetail.codegen;

import java.util.Arrays;
import java.util.Optional;

/** What handlers can be written for. */
public enum Framework {
    JAVA_JDK("java-jdk", "Java", "JDK 22 or newer and nothing else"),
    JAVA_SPRING("java-spring", "Java", "Spring Boot"),
    NODEJS("nodejs", "JavaScript", "Node.js 18 or newer and nothing else"),
    NODEJS_EXPRESS("nodejs-express", "JavaScript", "Node.js with Express"),
    TYPESCRIPT_EXPRESS("typescript-express", "TypeScript", "Node.js with Express"),
    PYTHON_FLASK("python-flask", "Python", "Flask"),
    GO_SERVE_MUX("go-serve-mux", "Go", "the standard library's HTTP server");

    private final String wire;
    private final String language;
    private final String needs;

    Framework(String wire, String language, String needs) {
        this.wire = wire;
        this.language = language;
        this.needs = needs;
    }

    /** The name by which it is chosen. */
    public String wire() {
        return wire;
    }

    public String language() {
        return language;
    }

    /** What the code runs on. */
    public String needs() {
        return needs;
    }

    /** Where handlers stand in a project made of its starter kit; empty for the project itself. */
    public String sources() {
        return this == JAVA_SPRING ? "src/main/java/handlers" : "";
    }

    public static Optional<Framework> of(String wire) {
        return Arrays.stream(values()).filter(each -> each.wire.equals(wire)).findFirst();
    }
}
