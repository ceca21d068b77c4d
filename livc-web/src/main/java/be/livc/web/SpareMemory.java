package be.livc.web;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gives back what only the start needed. A start makes some hundred megabytes of garbage, and a heap that grew for it
 * stays with the process: by itself the machine's Java reckons with bursts that this program does not have. Once it is
 * ready it collects once and keeps a smaller reserve from then on. An operator's own setting goes before.
 */
final class SpareMemory {

    /** How much of the heap may be free before it grows or shrinks, in percent. The lower bound comes first. */
    private static final Map<String, String> RESERVE = new LinkedHashMap<>();

    static {
        RESERVE.put("MinHeapFreeRatio", "20");
        RESERVE.put("MaxHeapFreeRatio", "40");
    }

    private SpareMemory() {}

    /** Does so in the background: whoever signs in first need not wait for it. */
    static void giveBack() {
        Thread collecting = new Thread(SpareMemory::collect, "spare-memory");
        collecting.setDaemon(true);
        collecting.start();
    }

    private static void collect() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        RESERVE.forEach((option, percent) -> {
            if (machine.getVMOption(option).getOrigin() == VMOption.Origin.DEFAULT) {
                machine.setVMOption(option, percent);
            }
        });
        System.gc();
    }
}
