package dev.dovetail.outbound;

import dev.dovetail.execute.HttpFailure;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.NotSslRecordException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, from the client's exceptions. Their messages are not passed on: they may quote what was received.
 */
final class Troubles {
    private Troubles() {}

    static HttpFailure of(@Nullable Throwable trouble) {
        return switch (trouble) {
            case HttpFailure failure -> failure;
            case ConnectTimeoutException _ -> new HttpFailure(HttpFailure.Kind.CONNECTION_TIMEOUT);
            case TimeoutException _ -> new HttpFailure(HttpFailure.Kind.CONNECTION_TIMEOUT);
            case UnknownHostException _ -> new HttpFailure(HttpFailure.Kind.CONNECTION_FAILURE, "unknown host");
            case ConnectException _ -> new HttpFailure(HttpFailure.Kind.CONNECTION_FAILURE, "connection refused");
            case SSLException tls -> new HttpFailure(HttpFailure.Kind.TLS, tlsDetail(tls));
            case ConnectionPoolTooBusyException _ -> new HttpFailure(HttpFailure.Kind.BUSY);
            case HttpClosedException _ -> new HttpFailure(HttpFailure.Kind.NO_RESPONSE);
            case StreamResetException _ -> new HttpFailure(HttpFailure.Kind.NO_RESPONSE);
            case IOException _ -> new HttpFailure(HttpFailure.Kind.NO_RESPONSE, "connection lost");
            case null, default -> new HttpFailure(HttpFailure.Kind.MALFORMED);
        };
    }

    private static String tlsDetail(SSLException trouble) {
        if (trouble instanceof NotSslRecordException) {
            return "the other side does not speak TLS";
        }
        for (Throwable at = trouble; at != null; at = at.getCause()) {
            if (at instanceof CertificateException) {
                return "the certificate is not trusted";
            }
        }
        return "no agreement was reached";
    }
}
