package org.localmax.batch;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.localmax.experiments.sweeps.SweepListener;

/** Tells how far a sweep is, how fast it goes and when it will end: on a terminal in place, a line a minute elsewhere. */
final class SweepProgress implements SweepListener, AutoCloseable {

    private final StatusLine line;
    private final long runs;
    private final Interruption interruption;
    private final long started = System.nanoTime();
    private final PrintWriter messages;
    private long found;
    private long done;
    private long failed;

    /** @param runs how many there are to be, those that are there already included */
    SweepProgress(PrintWriter messages, long runs, Interruption interruption) {
        this.messages = messages;
        line = new StatusLine(messages);
        this.runs = runs;
        this.interruption = interruption;
    }

    @Override
    public synchronized void found(long more) {
        found += more;
    }

    @Override
    public synchronized void ran(boolean hasFailed) {
        done++;
        failed += hasFailed ? 1 : 0;
        if (line.isDue()) {
            line.tell((double) (found + done) / runs, text());
        }
    }

    @Override
    public synchronized void waits(Path part) {
        line.close();
        messages.println("localmax: " + part + ": another process runs this part; waiting for it");
        messages.flush();
    }

    private String text() {
        double seconds = (System.nanoTime() - started) / 1e9;
        double rate = done / seconds;
        long left = (long) Math.ceil((runs - found - done) / rate);
        String speed = (rate >= 100 ? "%.0f" : "%.3g").formatted(rate);
        return "%d of %d runs, %s a second, %s left%s"
                .formatted(found + done, runs, speed, inWords(left), failed == 0 ? "" : ", " + failed + " failed");
    }

    /** Such as 1 h 20 min, 3 min or 12 s. */
    static String inWords(long seconds) {
        Duration time = Duration.ofSeconds(seconds);
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toMinutes() > 2 ? time.toMinutes() + " min" : seconds + " s";
    }

    @Override
    public boolean isStopping() {
        return interruption.isRequested();
    }

    @Override
    public boolean isCancelled() {
        return interruption.isCancelled();
    }

    @Override
    public void close() {
        line.close();
    }
}
