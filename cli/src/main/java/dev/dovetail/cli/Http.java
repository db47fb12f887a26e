package dev.dovetail.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One request, one answer. The JDK's newer client sets up TLS and threads before it knows whether they are needed,
 * which for a program that asks once is most of its time.
 */
final class Http {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    /** A metadata of many thousand tables takes its time. */
    private static final Duration ANSWER = Duration.ofMinutes(15);

    private final Settings settings;

    Http(Settings settings) {
        this.settings = settings;
    }

    record Answer(int status, byte[] body) {}

    /** Posts the body, or gets without one. Throws {@link Failed} when no answer comes. */
    Answer send(URI address, byte @Nullable [] body) {
        try {
            return exchange(open(address), body);
        } catch (SSLException e) {
            throw Failed.noServer("no trusted connection to " + settings.endpoint() + ": " + e.getMessage()
                    + ". --certificate-authority names a file with the certificate to trust");
        } catch (SocketTimeoutException e) {
            throw unreachable("no answer in time");
        } catch (ConnectException e) {
            throw unreachable("connection refused");
        } catch (UnknownHostException e) {
            throw unreachable("no host of that name is known");
        } catch (IOException e) {
            throw unreachable(String.valueOf(e.getMessage()));
        }
    }

    private HttpURLConnection open(URI address) throws IOException {
        var connection = (HttpURLConnection) address.toURL().openConnection();
        if (connection instanceof HttpsURLConnection secure) {
            Trust.apply(settings, secure);
        }
        connection.setConnectTimeout((int) CONNECT.toMillis());
        connection.setReadTimeout((int) ANSWER.toMillis());
        connection.setInstanceFollowRedirects(false);
        var secret = settings.adminSecret();
        if (secret != null) {
            connection.setRequestProperty("X-Hasura-Admin-Secret", secret);
        }
        return connection;
    }

    private static Answer exchange(HttpURLConnection connection, byte @Nullable [] body) throws IOException {
        if (body != null) {
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            try (var out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        var status = connection.getResponseCode();
        try (var in = status < HttpURLConnection.HTTP_BAD_REQUEST
                ? connection.getInputStream()
                : connection.getErrorStream()) {
            return new Answer(status, in == null ? new byte[0] : in.readAllBytes());
        }
    }

    private Failed unreachable(String reason) {
        return Failed.noServer("cannot reach the server at " + settings.endpoint() + settings.origin("endpoint") + ": "
                + reason + ". --endpoint names another one");
    }
}
