package dev.dovetail.codegen;

import java.util.ArrayList;
import java.util.List;

/** A handler for a JDK alone: {@code java CreateUserAction.java} runs it. */
final class JavaJdk {
    private JavaJdk() {}

    static List<GeneratedFile> files(Program program) {
        var name = program.title() + "Action";
        var files = new ArrayList<GeneratedFile>();
        files.add(new GeneratedFile(name + ".java", handler(program, name), false));
        files.add(new GeneratedFile("ActionServer.java", JavaJdkParts.SERVER, true));
        files.add(new GeneratedFile("Json.java", JavaJdkParts.JSON, true));
        if (program.delegation() != null) {
            files.add(new GeneratedFile("Engine.java", JavaJdkParts.ENGINE, true));
        }
        return files;
    }

    private static String handler(Program program, String name) {
        var types = new JavaTypes(program, false);
        return """
                /** The handler of the action %s. "java %s.java" serves it alone; PORT says where. */
                public final class %s {
                    private %s() {}

                    public static void main(String[] words) throws Exception {
                        ActionServer.serve(java.util.Map.of("%s", %s::answer));
                    }

                    static Object answer(ActionServer.Call call) throws Exception {
                        return handle(Arguments.of(call.input()), call);
                    }

                %s
                %s
                }
                """.formatted(
                        program.action(), name, name, name, program.action(), name, body(program, types), types.all());
    }

    private static String body(Program program, JavaTypes types) {
        var delegation = program.delegation();
        if (delegation == null) {
            return """
                    /** Yours to fill in. "throw new ActionServer.Refused(message, code)" refuses the call. */
                    static %s handle(Arguments arguments, ActionServer.Call call) throws Exception {
                        return %s;
                    }
                """.formatted(types.type(program.output()), types.sample()).indent(0);
        }
        var key = delegation.key();
        return """
                    static final String OPERATION = %s;

                    /** What has to happen before goes here. "throw new ActionServer.Refused(message, code)" refuses. */
                    static Object handle(Arguments arguments, ActionServer.Call call) throws Exception {
                        var data = Engine.ask(OPERATION, call);
                        return %s;
                    }
                """.formatted(
                        Literals.block(delegation.operation(), 12).stripLeading(),
                        key == null ? "data" : "data.get(\"" + key + "\")");
    }
}
