package dev.dovetail.http;

import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Compresses answers with gzip, when the client takes it and it pays. */
final class Compression {
    /** Below this, gzip saves nothing worth the time; a client that takes nothing but gzip gets it nevertheless. */
    static final int WORTHWHILE_BYTES = 700;

    /** Above this, an event loop would be held up too long. */
    static final int QUICK_BYTES = 32 * 1024;

    private static final int IDLE_MAX = 8;
    private static final int FAST_LEVEL = 1;
    private static final int BETTER_LEVEL = 4;
    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    /** Deflaters hold a quarter of a megabyte outside the heap each, and are slow to make. */
    private final Queue<Deflater> idle = new ConcurrentLinkedQueue<>();

    /** As the reference decides it: quality values count only where they refuse. */
    boolean wanted(HttpServerRequest request, int answerBytes) {
        var accepted = accepted(request);
        if (!takesGzip(accepted)) {
            return false;
        }
        return answerBytes >= WORTHWHILE_BYTES || refusesPlain(accepted);
    }

    static boolean takesGzip(HttpServerRequest request) {
        return takesGzip(accepted(request));
    }

    private static List<String> accepted(HttpServerRequest request) {
        var header = request.headers().getAll("Accept-Encoding");
        if (header.isEmpty()) {
            return List.of();
        }
        return header.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .toList();
    }

    private static boolean takesGzip(List<String> accepted) {
        return accepted.stream().anyMatch(value -> value.startsWith("gzip")) && !accepted.contains("gzip;q=0");
    }

    private static boolean refusesPlain(List<String> accepted) {
        return accepted.contains("identity;q=0")
                || (accepted.contains("*;q=0") && accepted.stream().noneMatch(value -> value.startsWith("identity")));
    }

    byte[] gzip(byte[] plain) {
        var deflater = idle.poll();
        if (deflater == null) {
            deflater = new Deflater(FAST_LEVEL, true);
        }
        deflater.setLevel(plain.length > QUICK_BYTES ? BETTER_LEVEL : FAST_LEVEL);
        var out = new ByteArrayOutputStream(plain.length / 3 + 64);
        out.writeBytes(GZIP_HEADER);
        deflater.setInput(plain);
        deflater.finish();
        var chunk = new byte[8192];
        while (!deflater.finished()) {
            out.write(chunk, 0, deflater.deflate(chunk));
        }
        giveBack(deflater);
        var crc = new CRC32();
        crc.update(plain);
        writeLittleEndian(out, crc.getValue());
        writeLittleEndian(out, plain.length);
        return out.toByteArray();
    }

    private void giveBack(Deflater deflater) {
        if (idle.size() < IDLE_MAX) {
            deflater.reset();
            idle.offer(deflater);
        } else {
            deflater.end();
        }
    }

    private static void writeLittleEndian(ByteArrayOutputStream out, long value) {
        for (var shift = 0; shift < 32; shift += 8) {
            out.write((int) (value >>> shift));
        }
    }
}
