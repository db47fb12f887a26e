package dev.dovetail.app;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** The program {@code dovetail}: {@code serve}, {@code version}, {@code help}. */
public final class Main {
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Main() {}

    public static void main(String[] words) {
        System.exit(run(List.of(words), System.getenv(), System.out, System.err));
    }

    /** Returns the exit status. */
    static int run(List<String> words, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            var line = CommandLine.parse(words, OptionTable.ALL);
            var command = line.command();
            if (line.wantsHelp() || command == null || command.equals("help")) {
                out.print(line.isAbout("serve") ? HelpText.serve() : HelpText.overview());
                return command == null && !line.wantsHelp() ? MISUSED : OK;
            }
            if (command.equals("version")) {
                out.println("dovetail " + Version.TEXT);
                return OK;
            }
            return serve(Options.of(line.flags(), environment), environment);
        } catch (UsageException wrong) {
            err.println("dovetail: " + wrong.getMessage());
            err.println("Try 'dovetail serve --help'.");
            return MISUSED;
        } catch (FatalException fatal) {
            err.println("dovetail: " + fatal.getMessage());
            return FAILED;
        }
    }

    /** Returns when the server has ended by itself; after a signal the JVM ends when the server has stopped. */
    private static int serve(Options options, Map<String, String> environment) {
        var server = Wiring.server(options, environment);
        var hook = new Thread(() -> stop(server), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            server.start();
            server.join();
            return OK;
        } catch (FatalException fatal) {
            Runtime.getRuntime().removeShutdownHook(hook);
            throw fatal;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    /** Who asks us to stop wants to hear that it went well, which is not what the JVM says of a signal by itself. */
    private static void stop(Server server) {
        server.close();
        Runtime.getRuntime().halt(OK);
    }
}
