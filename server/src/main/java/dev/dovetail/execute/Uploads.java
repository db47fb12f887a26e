package dev.dovetail.execute;

import dev.dovetail.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.POJONode;

/**
 * Files on their way to a handler: the request becomes a form whose part {@code payload} is the usual body, with null
 * where a file belongs; the part {@code map} tells where each of the parts that follow belongs, as that of a GraphQL
 * multipart request does.
 *
 * @param places where each stands in the payload, {@code input.photo.0}: one file may stand in many places, and is sent
 *     once. Files are equal only when their content is the very same
 */
record Uploads(SequencedMap<Upload, List<String>> places) {
    private static final String CONTENT_TYPE = "Content-Type";

    /** The files among the arguments of an action. */
    static Uploads in(JsonNode input) {
        var found = new LinkedHashMap<Upload, List<String>>();
        collect("input", input, found);
        return new Uploads(found);
    }

    private static void collect(String path, JsonNode node, SequencedMap<Upload, List<String>> found) {
        if (node instanceof POJONode pojo && pojo.getPojo() instanceof Upload upload) {
            found.computeIfAbsent(upload, _ -> new ArrayList<>()).add(path);
        } else if (node.isArray()) {
            for (var i = 0; i < node.size(); i++) {
                collect(path + "." + i, node.get(i), found);
            }
        } else if (node.isObject()) {
            node.properties().forEach(entry -> collect(path + "." + entry.getKey(), entry.getValue(), found));
        }
    }

    /** The request itself when there are no files. */
    Http.Request with(Http.Request request) {
        if (places.isEmpty()) {
            return request;
        }
        var boundary = "dovetail-" + UUID.randomUUID();
        var headers = new ArrayList<Header>();
        var type = "application/json";
        for (var header : request.headers()) {
            if (header.is(CONTENT_TYPE)) {
                type = header.value();
            } else {
                headers.add(header);
            }
        }
        headers.add(new Header(CONTENT_TYPE, "multipart/form-data; boundary=" + boundary));
        var body = body(boundary, type, request.body());
        return new Http.Request(request.method(), request.url(), List.copyOf(headers), body, request.timeout());
    }

    private byte[] body(String boundary, String payloadType, byte[] payload) {
        var out = new ByteArrayOutputStream();
        part(out, boundary, "name=\"payload\"", payloadType, payload);
        var map = Json.object();
        var number = 0;
        for (var paths : places.values()) {
            var list = map.putArray(String.valueOf(number++));
            paths.forEach(list::add);
        }
        part(out, boundary, "name=\"map\"", "application/json", Json.writeBytes(map));
        number = 0;
        for (var upload : places.keySet()) {
            var name = "name=\"" + number++ + "\"; filename=\"" + quoted(upload.filename()) + "\"";
            part(out, boundary, name, oneLine(upload.contentType()), upload.content());
        }
        out.writeBytes(utf8("--" + boundary + "--\r\n"));
        return out.toByteArray();
    }

    private static void part(ByteArrayOutputStream out, String boundary, String name, String type, byte[] content) {
        out.writeBytes(utf8("--" + boundary + "\r\n"));
        out.writeBytes(utf8("Content-Disposition: form-data; " + name + "\r\n"));
        out.writeBytes(utf8(CONTENT_TYPE + ": " + type + "\r\n\r\n"));
        out.writeBytes(content);
        out.writeBytes(utf8("\r\n"));
    }

    /** As browsers write the name of a file. */
    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String oneLine(String type) {
        return type.chars().allMatch(c -> c >= ' ' && c < 0x7F) ? type : "application/octet-stream";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
