package org.repatria.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What the cores did since the machine started, in ticks.
 *
 * @param worked time in which they worked for anybody on this machine
 * @param stolen time in which they were to work, but the host of this virtual machine let them wait
 */
record ProcessorTime(long worked, long stolen) {

    private static final Path STAT = Path.of("/proc/stat");

    /** Nothing of either where the system does not tell. */
    static ProcessorTime now() throws IOException {
        return Files.isReadable(STAT) ? of(Files.readAllLines(STAT).getFirst()) : new ProcessorTime(0, 0);
    }

    /** Of a line such as {@code cpu user nice system idle iowait irq softirq steal guest guest_nice}. */
    static ProcessorTime of(String line) {
        var ticks = Arrays.stream(line.split("\\s+"))
                .skip(1)
                .mapToLong(Long::parseLong)
                .toArray();
        return new ProcessorTime(ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6], ticks[7]);
    }

    /** The share of the time that was wanted since an earlier moment and that the host gave to others. */
    double stolenSince(ProcessorTime before) {
        var taken = stolen - before.stolen;
        var wanted = worked - before.worked + taken;
        return wanted == 0 ? 0 : (double) taken / wanted;
    }
}
