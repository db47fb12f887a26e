package dev.dovetail.app;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One option of the server: a row of the table. A flag beats its environment variable, which beats the default.
 *
 * @param flag without the dashes; null for options that have only a variable
 * @param letter the short form; null when there is none
 * @param env null for options that have only a flag
 * @param otherEnvs older names of the variable, asked after it
 * @param fallback the default, written as the user would; empty when there is none
 * @param status what becomes of it
 */
record Option<T>(
        @Nullable String flag,
        @Nullable Character letter,
        @Nullable String env,
        List<String> otherEnvs,
        Syntax<T> syntax,
        String fallback,
        String help,
        Status status) {

    enum Status {
        WORKS,
        /** Belongs to a feature that is not built yet: setting it is remarked on at the start. */
        NOT_YET,
        /** Nothing here could use it; taken so that a command line of the reference works unchanged. */
        IGNORED
    }

    static <T> Option<T> of(String flag, String env, Syntax<T> syntax, String fallback, String help) {
        return new Option<>(flag, null, env, List.of(), syntax, fallback, help, Status.WORKS);
    }

    static <T> Option<T> onlyEnv(String env, Syntax<T> syntax, String fallback, String help) {
        return new Option<>(null, null, env, List.of(), syntax, fallback, help, Status.WORKS);
    }

    static <T> Option<T> onlyFlag(String flag, Syntax<T> syntax, String help) {
        return new Option<>(flag, null, null, List.of(), syntax, "", help, Status.WORKS);
    }

    Option<T> letter(char shortForm) {
        return new Option<>(flag, shortForm, env, otherEnvs, syntax, fallback, help, status);
    }

    Option<T> alsoEnv(String older) {
        return new Option<>(flag, letter, env, List.of(older), syntax, fallback, help, status);
    }

    Option<T> notYet() {
        return new Option<>(flag, letter, env, otherEnvs, syntax, fallback, help, Status.NOT_YET);
    }

    Option<T> ignored() {
        return new Option<>(flag, letter, env, otherEnvs, syntax, fallback, help, Status.IGNORED);
    }

    /** As messages call it. */
    String name() {
        return flag != null ? "--" + flag : String.valueOf(env);
    }
}
