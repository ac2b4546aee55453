package org.repatria.cases.officers;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.repatria.cases.domain.access.Officer;
import org.repatria.cases.domain.access.Officers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.DefaultResourceLoader;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The directory of officers as one JSON document says it. It is read at the start, and again in the background when
 * somebody asks for an id that is not in it.
 *
 * <p>Where the document cannot be read, those are known who were known before; at the start, nobody.
 */
public final class OfficersDocument implements Officers {

    /** LIMIT: wrong ids make at most one reading in this time, however many there are. */
    static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(OfficersDocument.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** LIMIT: ten thousand officers have room in it; what is longer is no directory of this house. */
    private static final int BYTES_MAX = 2 * 1024 * 1024;

    /** LIMIT: for connecting and for each piece of the answer, so that no thread waits for ever. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);

    private final URI document;
    private final InstantSource clock;
    private final AtomicReference<Map<String, Officer>> officers = new AtomicReference<>(Map.of());
    private final AtomicReference<Instant> lastRead;

    private OfficersDocument(URI document, InstantSource clock) {
        this.document = document;
        this.clock = clock;
        this.lastRead = new AtomicReference<>(clock.instant());
    }

    /**
     * Reads the document for the first time, which may take some seconds.
     *
     * @param document {@code file:}, {@code classpath:} or {@code http:}
     * @param clock the machine's, wherever the story's stands
     */
    public static OfficersDocument readFrom(URI document, InstantSource clock) {
        var directory = new OfficersDocument(document, clock);
        directory.readAgain();
        return directory;
    }

    @Override
    public Optional<Officer> officer(String id) {
        var known = Optional.ofNullable(officers.get().get(id));
        if (known.isEmpty() && isDue()) {
            Mono.fromRunnable(this::readAgain)
                    .subscribeOn(Schedulers.boundedElastic())
                    .subscribe();
        }
        return known;
    }

    /** RACE: of those who find it due at the same time one reads. */
    private boolean isDue() {
        var now = clock.instant();
        var last = lastRead.get();
        return !now.isBefore(last.plus(READ_AGAIN_AFTER)) && lastRead.compareAndSet(last, now);
    }

    private void readAgain() {
        try {
            officers.set(read());
        } catch (IOException | JacksonException | IllegalArgumentException | IllegalStateException e) {
            LOG.warn("the directory of officers cannot be read from {}; those known before stay known", document, e);
        }
    }

    private Map<String, Officer> read() throws IOException {
        var connection = new DefaultResourceLoader()
                .getResource(document.toString())
                .getURL()
                .openConnection();
        connection.setUseCaches(false);
        connection.setConnectTimeout(Math.toIntExact(ANSWER_MAX.toMillis()));
        connection.setReadTimeout(Math.toIntExact(ANSWER_MAX.toMillis()));
        try (var in = connection.getInputStream()) {
            var bytes = in.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                throw new IOException("longer than " + BYTES_MAX + " bytes");
            }
            return JSON.readValue(bytes, Directory.class).officers().stream()
                    .collect(toUnmodifiableMap(Officer::id, Function.identity()));
        }
    }

    /** The document. */
    record Directory(List<Officer> officers) {}
}
