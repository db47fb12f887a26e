package dev.dovetail.request;

import java.util.List;

/**
 * @param hasErrors whether the body holds {@code errors}
 * @param body the complete JSON answer; not to be changed after it was handed over
 * @param headers to be added to the HTTP answer, for example Set-Cookie from an action's handler
 */
public record GraphqlAnswer(boolean hasErrors, byte[] body, List<Header> headers) {
    public record Header(String name, String value) {}
}
