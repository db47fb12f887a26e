package dev.dovetail.outbound;

import dev.dovetail.execute.HttpFailure.Kind;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** What a service may do to whoever calls it, and what is told of it. */
enum BadBehaviour {
    SILENCE(Kind.RESPONSE_TIMEOUT) {
        @Override
        void answer(Socket connection) throws Exception {
            Thread.sleep(20_000);
        }
    },
    SILENCE_AFTER_THE_HEAD(Kind.RESPONSE_TIMEOUT) {
        @Override
        void answer(Socket connection) throws Exception {
            RawServer.write(connection, OK + "Content-Length: 4\r\n\r\n");
            Thread.sleep(20_000);
        }
    },
    A_BYTE_NOW_AND_THEN(Kind.RESPONSE_TIMEOUT) {
        @Override
        void answer(Socket connection) throws Exception {
            RawServer.write(connection, OK + "Content-Length: 1000\r\n\r\n");
            while (true) {
                RawServer.write(connection, " ");
                Thread.sleep(50);
            }
        }
    },
    A_HUGE_BODY(Kind.TOO_LARGE) {
        @Override
        void answer(Socket connection) throws Exception {
            RawServer.write(connection, OK + "Content-Length: 104857600\r\n\r\n");
            while (true) {
                RawServer.write(connection, "[".repeat(10_000));
            }
        }
    },
    AN_ENDLESS_BODY(Kind.TOO_LARGE) {
        @Override
        void answer(Socket connection) throws Exception {
            RawServer.write(connection, OK + "Transfer-Encoding: chunked\r\n\r\n");
            while (true) {
                RawServer.write(connection, "2710\r\n" + "x".repeat(10_000) + "\r\n");
            }
        }
    },
    AN_ENDLESS_HEAD(Kind.MALFORMED) {
        @Override
        void answer(Socket connection) throws Exception {
            RawServer.write(connection, OK);
            while (true) {
                RawServer.write(connection, "X-More: " + "y".repeat(1_000) + "\r\n");
            }
        }
    },
    A_BODY_CUT_SHORT(Kind.NO_RESPONSE) {
        @Override
        void answer(Socket connection) throws Exception {
            RawServer.write(connection, OK + "Content-Length: 100\r\n\r\n{\"data\":");
        }
    },
    A_RESET(Kind.NO_RESPONSE) {
        @Override
        void answer(Socket connection) throws Exception {
            connection.setSoLinger(true, 0);
        }
    },
    NOTHING_AT_ALL(Kind.NO_RESPONSE) {
        @Override
        void answer(Socket connection) {}
    },
    NO_HTTP(Kind.MALFORMED) {
        @Override
        void answer(Socket connection) throws Exception {
            RawServer.write(connection, "SSH-2.0-nonsense\r\n\r\n\r\n");
        }
    },
    NO_TLS(Kind.TLS) {
        @Override
        void answer(Socket connection) throws Exception {
            RawServer.write(connection, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        }
    },
    NO_JSON(null) {
        @Override
        void answer(Socket connection) throws Exception {
            body(connection, "200 OK", "", "{\"data\": {\"a\": ");
        }
    },
    DEEP_JSON(null) {
        @Override
        void answer(Socket connection) throws Exception {
            body(connection, "200 OK", "", "[".repeat(50_000) + "]".repeat(50_000));
        }
    },
    A_WAY_ROUND(null) {
        @Override
        void answer(Socket connection) throws Exception {
            body(connection, "302 Found", "Location: http://127.0.0.1:1/else\r\n", "");
        }
    };

    private static final String OK = "HTTP/1.1 200 OK\r\n";

    /** Null when the exchange itself is in order. */
    final @Nullable Kind kind;

    BadBehaviour(@Nullable Kind kind) {
        this.kind = kind;
    }

    abstract void answer(Socket connection) throws Exception;

    private static void body(Socket connection, String status, String headers, String body) throws Exception {
        RawServer.write(
                connection,
                "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }
}
