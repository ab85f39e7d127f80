package org.localmax.experiments.sweeps;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.localmax.data.CapsuleFolder;
import org.localmax.data.Checksums;
import org.localmax.data.DataException;
import org.localmax.data.LineWriter;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.ExperimentSentence;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.Software;
import org.localmax.experiments.internal.Members;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFiles;
import org.localmax.model.ExperimentFormatException;

/**
 * The folder of a sweep. It has all that its runs need, so that it can be taken to another machine: {@code sweep.json}, the experiment with
 * its files, and {@code plan.jsonl}, a line a run, none of which ever changes; and in {@code parts} what the runs came to, a file for
 * each part of the plan. A part is written by one process and appears whole or not at all.
 */
public final class SweepFolder {

    /** The name of the document, by which a folder is known to be a sweep. */
    public static final String DOCUMENT = "sweep.json";

    static final String PLAN = "plan.jsonl";
    static final String EXPERIMENT = "experiment.localmax";
    static final String PARTS = "parts";

    private static final int FORMAT_VERSION = 1;

    /** A part has as many runs as make so many parts or somewhat more, but not more than {@link #MOST_RUNS_A_PART}. */
    private static final int PARTS_WANTED = 64;

    private static final int MOST_RUNS_A_PART = 1000;

    private final Path folder;
    private final SweepColumns columns;
    private final String name;
    private final long runs;
    private final int runsAPart;
    private final boolean hasTrajectories;
    private final String planHash;

    private SweepFolder(Path folder, Members document) {
        this.folder = folder;
        name = document.text("experiment");
        columns = new SweepColumns(texts(document.array("axes")), texts(document.array("observables")));
        runs = document.whole("runs");
        runsAPart = document.integer("runsAPart");
        hasTrajectories = document.truth("trajectories");
        planHash = document.text("plan");
    }

    private static List<String> texts(JsonArray array) {
        return array.asList().stream().map(element -> element.getAsString()).toList();
    }

    /**
     * Makes the folder of a sweep, with its plan, for one process.
     *
     * @param output a folder that is new or empty
     * @throws DataException if it cannot be written, or holds anything
     * @throws InvalidInputException if no point fulfils the condition
     */
    public static SweepFolder create(Sweeps sweeps, Path output, CancellationCheck wanted)
            throws DataException, InvalidInputException {
        return create(sweeps, output, 1, wanted);
    }

    /**
     * The same for several processes.
     *
     * @param workers how many parts there should be at least, so that each has work
     */
    public static SweepFolder create(Sweeps sweeps, Path output, int workers, CancellationCheck wanted)
            throws DataException, InvalidInputException {
        try (CapsuleFolder staged = CapsuleFolder.stage(output, false)) {
            InputFiles inputs = InputFiles.of(sweeps);
            inputs.copyTo(staged);
            String hash = writeExperiment(inputs.experiment(), staged.path(EXPERIMENT));
            long runs = writePlan(sweeps.plan(hash), staged.path(PLAN), wanted);
            if (runs == 0) {
                throw noPoint();
            }
            writeDocument(
                    sweeps,
                    runs,
                    Math.max(workers, PARTS_WANTED),
                    Checksums.sha256(staged.path(PLAN), wanted),
                    staged.path(DOCUMENT));
            Files.createDirectory(staged.path(PARTS));
            staged.publish();
        } catch (IOException e) {
            throw DataException.of(output, e);
        }
        return open(output);
    }

    /**
     * The folder of a sweep: the one that is there, or a new one. Any number of processes may ask for it at once.
     *
     * @throws DataException as {@link #create}, or if the folder is that of another sweep
     */
    public static SweepFolder share(Sweeps sweeps, Path output, int workers, CancellationCheck wanted)
            throws DataException, InvalidInputException {
        if (!isSweep(output)) {
            try {
                return create(sweeps, output, workers, wanted);
            } catch (DataException e) {
                if (!isSweep(output)) { // nobody was faster
                    throw e;
                }
            }
        }
        SweepFolder folder = open(output);
        folder.requirePlanOf(sweeps);
        return folder;
    }

    static InvalidInputException noPoint() {
        return new InvalidInputException("sweep, condition: holds at no point; expected one that some fulfil");
    }

    private static String writeExperiment(Experiment experiment, Path file) throws IOException {
        byte[] bytes = ExperimentFiles.toBytes(experiment);
        Files.write(file, bytes);
        return HexFormat.of().formatHex(Checksums.sha256(bytes));
    }

    private static long writePlan(SweepPlan plan, Path file, CancellationCheck wanted)
            throws DataException, InvalidInputException {
        try (LineWriter writer = LineWriter.create(file)) {
            return plan.writeTo(writer, wanted);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("sweep: " + e.getMessage());
        }
    }

    private static void writeDocument(Sweeps sweeps, long runs, int parts, String planHash, Path file)
            throws IOException {
        JsonObject document = new JsonObject();
        document.addProperty("formatVersion", FORMAT_VERSION);
        document.addProperty("software", Software.NAME);
        document.addProperty("version", Software.VERSION);
        document.addProperty("experiment", sweeps.experiment().getName());
        document.add("axes", array(sweeps.columns().axes()));
        document.add("observables", array(sweeps.columns().observables()));
        document.addProperty("runs", runs);
        document.addProperty("runsAPart", (int) Math.clamp(runs / parts, 1, MOST_RUNS_A_PART));
        document.addProperty("trajectories", sweeps.experiment().getSweep().isTrajectories());
        document.addProperty("plan", planHash);
        Files.writeString(file, new GsonBuilder().setPrettyPrinting().create().toJson(document) + "\n");
    }

    private static JsonArray array(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    /** Whether a folder is that of a sweep. */
    public static boolean isSweep(Path folder) {
        return Files.isRegularFile(folder.resolve(DOCUMENT));
    }

    /**
     * Opens the folder of a sweep.
     *
     * @throws DataException with a message for the user if it is none, or of another version of this program
     */
    public static SweepFolder open(Path folder) throws DataException {
        Path file = folder.resolve(DOCUMENT);
        try {
            Members document =
                    new Members(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
            if (document.integer("formatVersion") != FORMAT_VERSION) {
                throw DataException.at(
                        file,
                        "has formatVersion " + document.integer("formatVersion") + "; expected " + FORMAT_VERSION);
            }
            if (!document.text("version").equals(Software.VERSION)) {
                throw DataException.at(
                        file,
                        "is of version " + document.text("version") + " of " + Software.NAME
                                + ", and runs of one sweep are made by one version; expected " + Software.VERSION);
            }
            return new SweepFolder(folder, document);
        } catch (IOException e) {
            throw DataException.of(file, e);
        } catch (JsonParseException | IllegalStateException | IllegalArgumentException e) {
            throw DataException.at(
                    file, "is no document of a sweep: " + e.getMessage() + "; expected the one that was written");
        }
    }

    /**
     * Refuses a folder that is that of another sweep.
     *
     * @throws DataException with a message for the user
     */
    public void requirePlanOf(Sweeps sweeps) throws DataException {
        Path file = folder.resolve(EXPERIMENT);
        try {
            byte[] expected = ExperimentFiles.toBytes(InputFiles.of(sweeps).experiment());
            if (!Arrays.equals(expected, Files.readAllBytes(file))) {
                throw DataException.at(
                        folder, "is the folder of another sweep; expected that of this experiment, or a new folder");
            }
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }

    public Path folder() {
        return folder;
    }

    /** The name of the experiment. */
    public String name() {
        return name;
    }

    public SweepColumns columns() {
        return columns;
    }

    /** How many runs the plan has. */
    public long runs() {
        return runs;
    }

    /** How many parts the plan has. */
    public int parts() {
        return Math.toIntExact(Math.ceilDiv(runs, (long) runsAPart));
    }

    /** The first run of a part. */
    long firstRun(int part) {
        return (long) part * runsAPart;
    }

    /** How many runs a part has. */
    int count(int part) {
        return (int) Math.min(runsAPart, runs - firstRun(part));
    }

    /** Where the results of a part are. */
    Path part(int part) {
        return folder.resolve(PARTS).resolve("part-%06d.csv".formatted(part));
    }

    /** Whether the recorded states of all runs are kept. */
    boolean hasTrajectories() {
        return hasTrajectories;
    }

    /** Where the recorded states of the runs of a part are, if they are kept. */
    Path trajectories(int part) {
        return folder.resolve(PARTS).resolve("part-%06d.npz".formatted(part));
    }

    /** Where these gather while it is run. */
    Path spool(int part) {
        return folder.resolve(PARTS).resolve("part-%06d.states".formatted(part));
    }

    /** Where the results of a part gather while it is run. */
    Path journal(int part) {
        return folder.resolve(PARTS).resolve("part-%06d.journal".formatted(part));
    }

    /** The experiment in the folder. */
    Experiment experiment() throws InvalidInputException {
        try {
            return ExperimentFiles.load(folder.resolve(EXPERIMENT));
        } catch (ExperimentFormatException e) {
            throw new InvalidInputException(e.getMessage());
        }
    }

    /**
     * What a caption has to say of the runs: the experiment in a sentence, the axes that vary, and how many seeds there are.
     *
     * @throws InvalidInputException if the experiment in the folder cannot be read
     */
    public String setting() throws InvalidInputException {
        Experiment experiment = experiment();
        int seeds = experiment.getSweep().getReplicates();
        String sentence = ExperimentSentence.of(experiment).replaceAll(", seed \\d+", "");
        return "Each run: " + sentence.substring(0, sentence.length() - 1)
                + (columns.axes().isEmpty() ? "" : ", but for " + String.join(" and ", columns.axes()))
                + "; " + seeds + (seeds == 1 ? " seed" : " seeds") + " a point.";
    }

    /** The plans of the runs, by the experiment in the folder. */
    PointPlans plans() throws InvalidInputException {
        Experiment experiment = experiment();
        return new PointPlans(experiment, folder, Sweeps.of(experiment, folder).axes());
    }

    /** The runs, in order, from the plan. */
    PlanFile plan() throws DataException {
        return PlanFile.open(folder.resolve(PLAN), runs);
    }

    /**
     * Checks the plan against its checksum, and the experiment against the plan.
     *
     * @throws DataException if either was changed
     */
    void requireIntact(CancellationCheck wanted) throws DataException {
        Path file = folder.resolve(PLAN);
        if (!Checksums.sha256(file, wanted).equals(planHash)) {
            throw DataException.at(file, "is not as it was written; expected the checksum " + planHash);
        }
        try (PlanFile plan = plan()) {
            SweepRun first = plan.runs(0, 1).getFirst();
            if (!first.isOf(Checksums.sha256(folder.resolve(EXPERIMENT), wanted))) {
                throw DataException.at(
                        folder.resolve(EXPERIMENT),
                        "is not the experiment of the plan; expected it as it was written, or a new folder for another one");
            }
        }
    }
}
