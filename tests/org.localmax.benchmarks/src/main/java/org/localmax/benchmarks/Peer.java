package org.localmax.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Another program that takes the same steps: a process that lives as long as the comparison, and answers each request, a
 * line, by a line. What can be asked is written at the top of {@code peers.py}.
 *
 * <p>Every method throws {@link PeerException} if the other side fails at the request or is gone.
 */
final class Peer implements Contender, AutoCloseable {

    private final String name;
    private final BufferedReader answers;
    private final Writer requests;

    /** @param name for people */
    Peer(String name, BufferedReader answers, Writer requests) {
        this.name = name;
        this.answers = answers;
        this.requests = requests;
    }

    String name() {
        return name;
    }

    /**
     * What it says of itself: version, BLAS, threads.
     *
     * @throws PeerException if it says that it is unfit to be compared
     */
    String about() {
        String about = ask("about");
        if (about.startsWith("unfit ")) {
            throw new PeerException(about.substring("unfit ".length()));
        }
        return about;
    }

    /** Gives it n x d coordinates, row by row, in a file of {@link RawDoubles}. */
    void tokens(int n, int d, Path file) {
        expect("ready", ask("tokens " + n + " " + d + " " + file));
    }

    /** Tells it the step, waits until it is warm, and returns which of its ways it will take; empty if it has but one. */
    String step(StepCase step, double ruleParameter) {
        String answer = ask("step " + step.rule().text() + " " + ruleParameter + " " + step.gamma());
        return expect("ready", answer);
    }

    /** One step. */
    @Override
    public double milliseconds() {
        return number(ask("run"));
    }

    /** Writes what its runs start from into a file of {@link RawDoubles}. */
    void start(Path file) {
        expect("started", ask("start " + file));
    }

    /** Writes the tokens after the latest step. */
    void save(Path file) {
        expect("saved", ask("save " + file));
    }

    /** The milliseconds of one product of two square matrices of this size. */
    double product(int size) {
        return number(ask("product " + size));
    }

    /** The largest difference of what it found from what is there to compare. */
    double difference() {
        return number(ask("compare"));
    }

    private String ask(String request) {
        try {
            requests.write(request + "\n");
            requests.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new PeerException(name + " ended when asked to " + request);
            }
            if (answer.startsWith("error ")) {
                throw new PeerException(name + " failed to " + request + ": " + answer.substring("error ".length()));
            }
            return answer;
        } catch (IOException e) {
            throw new PeerException(name + " is gone and was asked to " + request);
        }
    }

    private String expect(String start, String answer) {
        if (!answer.startsWith(start)) {
            throw new PeerException(name + " answered \"" + answer + "\"; expected " + start);
        }
        return answer.substring(start.length()).strip();
    }

    private double number(String answer) {
        try {
            double value = Double.parseDouble(answer);
            if (value > 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new PeerException(String.format(
                Locale.ROOT, "%s answered \"%s\"; expected a positive number of milliseconds", name, answer));
    }

    /** It ends when nothing more can be asked. */
    @Override
    public void close() {
        try {
            requests.close();
        } catch (IOException e) {
            // it has ended by itself
        }
    }
}
