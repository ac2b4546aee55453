package org.repatria.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * Under which conditions figures came about.
 *
 * @param memoryMiB of the machine, -1 where the JVM cannot tell
 * @param load average of the last minute when the run began, negative where the system does not tell
 * @param stolen share of the processor time that was wanted in the run so far and that the host of a virtual machine
 *     gave to others; negative before the run
 */
record Conditions(int cores, long memoryMiB, String jdk, String system, double load, double stolen) {

    static Conditions now() {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        var memory = machine instanceof com.sun.management.OperatingSystemMXBean known
                ? known.getTotalMemorySize() / 1024 / 1024
                : -1;
        return new Conditions(
                machine.getAvailableProcessors(),
                memory,
                System.getProperty("java.vm.vendor") + " " + Runtime.version(),
                machine.getName() + " " + machine.getVersion() + " " + machine.getArch(),
                machine.getSystemLoadAverage(),
                -1);
    }

    /** The same at the end of a run. */
    Conditions after(double stolenMeanwhile) {
        return new Conditions(cores, memoryMiB, jdk, system, load, stolenMeanwhile);
    }

    /** Whether the machine had next to nothing else to do; where nobody tells, nobody may claim it. */
    boolean quiet() {
        return load >= 0 && load <= cores * Limits.FOREIGN_LOAD_MAX && stolen <= Limits.STOLEN_MAX;
    }

    String verdict() {
        return quiet()
                ? "The machine was quiet" + (stolen < 0 ? " at the start." : ".")
                : ("NOT CLEAN: %s at the start, %.2f allowed%s. These figures show that the measurement "
                                + "works and nothing else:" + " do not compare or record them as the system's.")
                        .formatted(
                                loadText(),
                                cores * Limits.FOREIGN_LOAD_MAX,
                                stolen < 0
                                        ? ""
                                        : stolenText() + ", %.0f %% allowed".formatted(100 * Limits.STOLEN_MAX));
    }

    private String stolenText() {
        return stolen < 0
                ? ""
                : String.format(Locale.ROOT, "; %.0f %% of the processor time taken by the host", 100 * stolen);
    }

    private String loadText() {
        return load < 0 ? "load average unknown" : String.format(Locale.ROOT, "load average %.2f", load);
    }

    @Override
    public String toString() {
        return "%d cores, %,d MiB, %s, %s, %s at the start%s"
                .formatted(cores, memoryMiB, system, jdk, loadText(), stolenText());
    }
}
