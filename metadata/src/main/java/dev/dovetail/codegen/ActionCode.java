package dev.dovetail.codegen;

import dev.dovetail.metadata.ActionMetadata;
import dev.dovetail.metadata.CustomTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes handlers. */
public final class ActionCode {
    private ActionCode() {}

    /**
     * The files of an action's handler; those of several actions go into one folder.
     *
     * @param types all there are
     * @param delegation of a derived action, else null
     */
    public static List<GeneratedFile> of(
            ActionMetadata action, CustomTypes types, @Nullable Delegation delegation, Framework framework) {
        var program = Program.of(action, types, delegation);
        return switch (framework) {
            case JAVA_JDK -> JavaJdk.files(program);
            case JAVA_SPRING -> JavaSpring.files(program);
            case NODEJS -> Nodejs.files(program);
            case NODEJS_EXPRESS -> NodejsExpress.files(program);
            case TYPESCRIPT_EXPRESS -> TypescriptExpress.files(program);
            case PYTHON_FLASK -> PythonFlask.files(program);
            case GO_SERVE_MUX -> GoServeMux.files(program);
        };
    }

    /** What a project of handlers needs beside them: how it is built and started. */
    public static List<GeneratedFile> starterKit(Framework framework) {
        return StarterKit.of(framework);
    }
}
