package org.repatria.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of the operations page and of the two libraries that it needs, in memory, compressed once.
 *
 * <p>Their address holds the edition, a digest of all of them: a browser keeps a file for ever, and after an update
 * asks for none of the old ones.
 */
final class PageFiles {

    /** Stands in the page for the edition. */
    private static final String EDITION = "{edition}";

    /** Stands in the page for the links to the modules that it begins with. */
    private static final String MODULES = "{modules}";

    private static final String INDEX = "index.html";

    private static final String FIRST_MODULE = "start.js";

    /** What a module needs before it runs; one that it may fetch later, {@code import("...")}, is not found. */
    private static final Pattern NEEDED = Pattern.compile("\\b(?:from|import)\\s*[\"']([@\\w./-]+)[\"']");

    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    /** In each library's jar: its names, and where its files lie. The version is part of that path. */
    private static final String IMPORTS = "META-INF/importmap.json";

    private static final String ROOT = "META-INF/resources";

    /** The files taken of each library, by its name. */
    private static final Map<String, Pattern> LIBRARIES = Map.of(
            "lit/", Pattern.compile("(directives/)?[a-z-]+\\.js"),
            "lit-html/", Pattern.compile("(directives/)?[a-z-]+\\.js"),
            "lit-element/", Pattern.compile("[a-z-]+\\.js"),
            "@lit/reactive-element/", Pattern.compile("[a-z-]+\\.js"),
            "echarts/", Pattern.compile("dist/echarts\\.esm\\.min\\.js"));

    /** One file as it is sent. */
    static final class PageFile {

        private final byte[] bytes;
        private final byte[] compressed;
        private final String type;
        private final String tag;

        PageFile(String name, byte[] bytes) {
            this.bytes = bytes;
            this.compressed = gzip(bytes);
            this.type = typeOf(name);
            this.tag = '"' + digest(bytes) + '"';
        }

        byte[] bytes() {
            return bytes;
        }

        byte[] compressed() {
            return compressed;
        }

        String type() {
            return type;
        }

        /** The entity tag, in quotes. */
        String tag() {
            return tag;
        }
    }

    private final Map<String, PageFile> files;
    private final PageFile index;
    private final String edition;
    private final String importMapHash;

    private PageFiles(Map<String, byte[]> contents) {
        var all = digest();
        contents.forEach((name, bytes) -> {
            all.update(name.getBytes(StandardCharsets.UTF_8));
            all.update(bytes);
        });
        edition = HexFormat.of().formatHex(all.digest(), 0, 8);
        files = new TreeMap<>();
        contents.forEach((name, bytes) -> files.put(name, new PageFile(name, bytes)));
        files.remove(INDEX);
        var plain = new String(Objects.requireNonNull(contents.get(INDEX)), StandardCharsets.UTF_8)
                .replace(EDITION, edition);
        var html = plain.replace(MODULES, links(plain, contents));
        index = new PageFile(INDEX, html.getBytes(StandardCharsets.UTF_8));
        importMapHash = importMapHash(html);
    }

    /** Reads everything from the class path: blocks. */
    static PageFiles load() {
        var found = new TreeMap<String, byte[]>();
        var resolver = new PathMatchingResourcePatternResolver();
        try {
            for (var resource : resolver.getResources("classpath*:/page/**/*.*")) {
                found.put(after(resource, "/page/"), resource.getContentAsByteArray());
            }
            for (var jar : Collections.list(PageFiles.class.getClassLoader().getResources(IMPORTS))) {
                addLibrary(jar, found);
            }
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return new PageFiles(found);
    }

    /** Looks through the entries: a jar need not list its folders, and no pattern finds what lies there. */
    private static void addLibrary(URL imports, Map<String, byte[]> found) throws IOException {
        if (!(imports.openConnection() instanceof JarURLConnection connection)) {
            return;
        }
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile();
                var map = jar.getInputStream(jar.getEntry(IMPORTS))) {
            for (var named : new JsonMapper().readTree(map).path("imports").properties()) {
                var wanted = LIBRARIES.get(named.getKey());
                if (wanted != null) {
                    var folder = ROOT + named.getValue().asString();
                    addFiles(jar, folder, wanted, named.getKey().replaceFirst("^@[^/]+/", ""), found);
                }
            }
        }
    }

    private static void addFiles(JarFile jar, String folder, Pattern wanted, String library, Map<String, byte[]> found)
            throws IOException {
        for (var entry : Collections.list(jar.entries())) {
            var name = entry.getName();
            if (name.startsWith(folder)
                    && wanted.matcher(name.substring(folder.length())).matches()) {
                try (var file = jar.getInputStream(entry)) {
                    found.put("lib/" + library + name.substring(folder.length()), file.readAllBytes());
                }
            }
        }
    }

    String edition() {
        return edition;
    }

    /** The page itself, the same for all its places. */
    PageFile index() {
        return index;
    }

    Optional<PageFile> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** All of them, by name. */
    Map<String, PageFile> files() {
        return Map.copyOf(files);
    }

    /** The one script that stands in the page, as a source of its security policy. */
    String importMapSource() {
        return "'sha256-" + importMapHash + "'";
    }

    /**
     * Links to all modules that the page begins with. A browser that only reads the first would find each of the others
     * in one that it has just fetched.
     */
    private String links(String html, Map<String, byte[]> contents) {
        var folder = "/page/" + edition + "/";
        var libraries = new JsonMapper().readTree(importMap(html)).path("imports");
        var found = new LinkedHashSet<>(List.of(FIRST_MODULE));
        for (var open = new ArrayDeque<>(found); !open.isEmpty(); ) {
            var module = open.remove();
            NEEDED.matcher(new String(Objects.requireNonNull(contents.get(module), module), StandardCharsets.UTF_8))
                    .results()
                    .map(needed -> address(folder + module, needed.group(1), libraries))
                    .map(address -> address.substring(folder.length()))
                    .filter(found::add)
                    .forEach(open::add);
        }
        return found.stream()
                .map(module -> "<link rel=\"modulepreload\" href=\"" + folder + module + "\">")
                .collect(Collectors.joining("\n"));
    }

    /** The address of what a module names: beside the module, or by the longest name of the import map. */
    private static String address(String module, String named, JsonNode libraries) {
        if (named.startsWith(".")) {
            return URI.create(module).resolve(named).toString();
        }
        return libraries.propertyNames().stream()
                .filter(library -> library.endsWith("/") ? named.startsWith(library) : named.equals(library))
                .max(Comparator.comparingInt(String::length))
                .map(library -> libraries.path(library).asString() + named.substring(library.length()))
                .orElseThrow(() -> new IllegalStateException(module + " asks for " + named + ", which is nowhere."));
    }

    private static String importMap(String html) {
        var map = IMPORT_MAP.matcher(html);
        if (!map.find()) {
            throw new IllegalStateException("The page has no import map.");
        }
        return map.group(1);
    }

    private static String importMapHash(String html) {
        return Base64.getEncoder()
                .encodeToString(digest().digest(importMap(html).getBytes(StandardCharsets.UTF_8)));
    }

    private static String after(Resource resource, String folder) throws IOException {
        var address = resource.getURL().toString();
        return address.substring(address.lastIndexOf(folder) + folder.length());
    }

    private static byte[] gzip(byte[] bytes) {
        var compressed = new ByteArrayOutputStream(bytes.length / 3);
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }

    private static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes), 0, 8);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String typeOf(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html;charset=UTF-8";
            case "js" -> "text/javascript;charset=UTF-8";
            case "css" -> "text/css;charset=UTF-8";
            case "svg" -> "image/svg+xml";
            case "json" -> "application/json";
            default -> "application/octet-stream";
        };
    }
}
