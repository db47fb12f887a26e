package dev.dovetail.http;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.execute.Upload;
import dev.dovetail.json.Json;
import dev.dovetail.request.GraphqlCall.PlacedFile;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A GraphQL multipart request: the part {@code operations} is what would be the body, {@code map} tells where each file
 * belongs. All of it is in memory already, within the bound of a request's size; nothing is put on a disk.
 *
 * @param operations as a request without files would have it
 */
record MultipartForm(byte[] operations, List<PlacedFile> files) {
    private static final String TYPE = "multipart/form-data";

    /** {@code operations} and {@code map}. */
    private static final int PARTS_WITHOUT_FILE = 2;

    static boolean is(@Nullable String contentType) {
        return contentType != null
                && contentType.strip().toLowerCase(Locale.ROOT).startsWith(TYPE);
    }

    /** Throws {@link ApiException} when it is none, or has more files than it may. */
    static MultipartForm parse(String contentType, byte[] body, int filesMax) {
        var request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(body));
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        HttpPostMultipartRequestDecoder decoder = null;
        try {
            decoder = new HttpPostMultipartRequestDecoder(
                    new DefaultHttpDataFactory(false),
                    request,
                    StandardCharsets.UTF_8,
                    filesMax + PARTS_WITHOUT_FILE,
                    body.length + 1);
            return of(decoder, filesMax);
        } catch (DecoderException | IllegalArgumentException | IndexOutOfBoundsException _) {
            throw malformed("it has more than " + filesMax + " files, or is no form");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (decoder != null) {
                decoder.destroy();
            }
        }
    }

    private static MultipartForm of(HttpPostMultipartRequestDecoder decoder, int filesMax) throws IOException {
        var texts = new LinkedHashMap<String, byte[]>();
        var uploads = new LinkedHashMap<String, Upload>();
        for (var part : decoder.getBodyHttpDatas()) {
            switch (part) {
                case FileUpload file -> {
                    var isJson = file.getName().equals("operations")
                            || file.getName().equals("map");
                    if (isJson) {
                        texts.put(file.getName(), file.get());
                    } else {
                        var type = file.getContentType() == null ? "application/octet-stream" : file.getContentType();
                        uploads.put(file.getName(), new Upload(file.getFilename(), type, file.get()));
                    }
                }
                case Attribute text -> texts.put(text.getName(), text.get());
                default -> {}
            }
        }
        if (uploads.size() > filesMax) {
            throw malformed("it has more than " + filesMax + " files");
        }
        var operations = texts.get("operations");
        if (operations == null) {
            throw malformed("it has no part \"operations\"");
        }
        return new MultipartForm(operations, placed(map(texts.get("map")), uploads));
    }

    private static List<PlacedFile> placed(JsonNode map, LinkedHashMap<String, Upload> uploads) {
        var placed = new ArrayList<PlacedFile>();
        for (var entry : map.properties()) {
            var upload = uploads.get(entry.getKey());
            if (upload == null || !entry.getValue().isArray()) {
                throw malformed("its map names \"" + entry.getKey() + "\", and there is no such file");
            }
            entry.getValue().forEach(path -> placed.add(new PlacedFile(path.asString(""), upload)));
        }
        return placed;
    }

    private static JsonNode map(byte @Nullable [] text) {
        try {
            var map = text == null ? Json.object() : Json.read(text);
            if (map.isObject()) {
                return map;
            }
        } catch (JacksonException _) {
            // Told below.
        }
        throw malformed("its part \"map\" is no JSON object");
    }

    private static ApiException malformed(String what) {
        return new ApiException(ErrorCode.BAD_REQUEST, Path.ROOT, "this is no GraphQL multipart request: " + what);
    }
}
