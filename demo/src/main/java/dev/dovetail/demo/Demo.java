package dev.dovetail.demo;

import dev.dovetail.embedded.EmbeddedPostgresException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The program {@code dovetail demo}. */
public final class Demo {
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Demo() {}

    public static void main(String[] words) throws InterruptedException {
        var status = run(List.of(words), System.getenv(), System.out, System.err);
        if (status != OK) {
            System.exit(status);
        }
    }

    /** Returns the exit status; does not return while the demo runs. */
    private static int run(List<String> words, Map<String, String> environment, PrintStream out, PrintStream err)
            throws InterruptedException {
        DemoOptions options;
        try {
            options = DemoOptions.parse(words, environment);
        } catch (IllegalArgumentException misunderstood) {
            err.println("dovetail: " + misunderstood.getMessage());
            err.println("Try 'dovetail demo --help'.");
            return MISUSED;
        }
        if (options.help()) {
            out.print(DemoOptions.HELP);
            return OK;
        }
        prepare();
        try {
            var begin = System.nanoTime();
            out.println("Starting the demo ...");
            var demo = RunningDemo.start(options, environment);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(demo, out), "stop"));
            out.print(Banner.of(demo, options, System.nanoTime() - begin));
            new CountDownLatch(1).await();
            return OK;
        } catch (PortTaken taken) {
            err.println("dovetail: " + taken.getMessage() + "; choose another one with --port, --users-port or"
                    + " --profiles-port");
            return FAILED;
        } catch (IllegalArgumentException misunderstood) {
            err.println("dovetail: " + misunderstood.getMessage());
            err.println("Try 'dovetail serve --help'.");
            return MISUSED;
        } catch (IOException | EmbeddedPostgresException | IllegalStateException failed) {
            err.println("dovetail: the demo could not start: " + failed.getMessage());
            return FAILED;
        }
    }

    /** The JDK's HTTP server writes head and body apart, and Nagle's algorithm makes the second wait for the client. */
    static void prepare() {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** Whoever presses Ctrl-C wants to hear that it went well, which is not what the JVM says of a signal by itself. */
    private static void stop(RunningDemo demo, PrintStream out) {
        out.println();
        out.println("Stopping ...");
        demo.close();
        out.println("Stopped. The data is kept for the next start.");
        out.flush();
        Runtime.getRuntime().halt(OK);
    }
}
