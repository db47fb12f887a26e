package dev.dovetail.request;

import dev.dovetail.error.Failure;
import dev.dovetail.execute.Answer;
import dev.dovetail.json.Json;
import dev.dovetail.request.GraphqlAnswer.Header;
import dev.dovetail.session.Session;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Puts answers into the form of the GraphQL endpoint. Data is passed on as bytes, never parsed. */
final class AnswerBody {
    private static final byte[] DATA = "{\"data\":".getBytes(StandardCharsets.UTF_8);

    private static final byte[] ERRORS = ",\"errors\":".getBytes(StandardCharsets.UTF_8);

    private final ErrorFormat errors;

    AnswerBody(ErrorFormat errors) {
        this.errors = errors;
    }

    GraphqlAnswer of(Answer answer, Session session) {
        var data = answer.data();
        var headers = answer.headers().stream()
                .map(each -> new Header(each.name(), each.value()))
                .toList();
        if (data == null) {
            return failed(answer.failures(), session);
        }
        return answer.failures().isEmpty() ? ok(data, headers) : partial(data, answer.failures(), session, headers);
    }

    private GraphqlAnswer partial(byte[] data, List<Failure> failures, Session session, List<Header> headers) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(DATA);
        body.writeBytes(data);
        body.writeBytes(ERRORS);
        body.writeBytes(Json.writeBytes(errors.graphqlErrors(failures, session)));
        body.write('}');
        return new GraphqlAnswer(true, body.toByteArray(), headers);
    }

    GraphqlAnswer ok(byte[] data, List<Header> headers) {
        var body = new byte[DATA.length + data.length + 1];
        System.arraycopy(DATA, 0, body, 0, DATA.length);
        System.arraycopy(data, 0, body, DATA.length, data.length);
        body[body.length - 1] = '}';
        return new GraphqlAnswer(false, body, headers);
    }

    GraphqlAnswer failed(List<Failure> failures, Session session) {
        var body = Json.object();
        body.set("errors", errors.graphqlErrors(failures, session));
        return new GraphqlAnswer(true, Json.writeBytes(body), List.of());
    }

    /** The answers of a batch as a list. */
    GraphqlAnswer together(List<GraphqlAnswer> answers) {
        var body = new ByteArrayOutputStream();
        var headers = new ArrayList<Header>();
        var failed = false;
        var separator = '[';
        for (var answer : answers) {
            body.write(separator);
            body.writeBytes(answer.body());
            headers.addAll(answer.headers());
            failed |= answer.hasErrors();
            separator = ',';
        }
        if (answers.isEmpty()) {
            body.write('[');
        }
        body.write(']');
        return new GraphqlAnswer(failed, body.toByteArray(), headers);
    }
}
