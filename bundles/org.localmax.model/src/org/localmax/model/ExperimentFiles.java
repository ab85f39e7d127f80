package org.localmax.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;

/** Reading and writing of {@code *.localmax} files. No document type, and so no external entity, is ever read. */
public final class ExperimentFiles {

    /** The version of the file format that this program writes, and the newest that it reads. */
    public static final int FORMAT_VERSION = 1;

    /** The extension of experiment files, without the dot. */
    public static final String EXTENSION = "localmax";

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private ExperimentFiles() {}

    /** A new experiment of this format version, with nothing but its name. */
    public static Experiment newExperiment(String name) {
        Experiment experiment = ExperimentFactory.eINSTANCE.createExperiment();
        experiment.setFormatVersion(FORMAT_VERSION);
        experiment.setName(name);
        return experiment;
    }

    /** An empty resource that loads and saves experiments as this class does, for editing domains. */
    public static XMLResource createResource(URI uri) {
        ExperimentPackage.eINSTANCE.eClass();
        XMIResourceImpl resource = new XMIResourceImpl(uri);
        resource.setEncoding("UTF-8");
        resource.getDefaultLoadOptions().put(XMLResource.OPTION_PARSER_FEATURES, Map.of(NO_DOCTYPE, true));
        resource.getDefaultSaveOptions().put(XMLResource.OPTION_ENCODING, "UTF-8");
        resource.getDefaultSaveOptions().put(XMLResource.OPTION_LINE_WIDTH, 100);
        return resource;
    }

    /**
     * The experiment in a file.
     *
     * @throws ExperimentFormatException if the file is missing, unreadable, damaged or of a newer format
     */
    public static Experiment load(Path file) throws ExperimentFormatException {
        byte[] bytes;
        try {
            if (Files.isDirectory(file)) {
                throw new ExperimentFormatException(file.toString(), 0, "is a directory; expected an experiment file");
            }
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new ExperimentFormatException(
                    file.toString(), 0, "there is no such file; expected an experiment file");
        } catch (IOException e) {
            throw new ExperimentFormatException(file.toString(), 0, "cannot be read (" + e.getMessage() + ")");
        }
        return parse(file.toString(), bytes);
    }

    /**
     * The experiment in a document.
     *
     * @param place how messages name the document
     */
    public static Experiment parse(String place, byte[] document) throws ExperimentFormatException {
        if (document.length == 0) {
            throw new ExperimentFormatException(place, 0, "is empty; expected an experiment (XML)");
        }
        XMLResource resource = createResource(URI.createURI("experiment." + EXTENSION));
        try {
            resource.load(new ByteArrayInputStream(document), null);
        } catch (IOException | RuntimeException e) {
            throw damage(place, resource, e);
        }
        if (resource.getContents().size() != 1 || !(resource.getContents().getFirst() instanceof Experiment found)) {
            throw new ExperimentFormatException(place, 0, "holds no experiment; expected one localmax:Experiment");
        }
        if (found.getFormatVersion() < 1 || found.getFormatVersion() > FORMAT_VERSION) {
            throw new ExperimentFormatException(
                    place,
                    0,
                    "has formatVersion " + found.getFormatVersion()
                            + "; expected " + FORMAT_VERSION
                            + (found.getFormatVersion() > FORMAT_VERSION
                                    ? " (the file was written by a newer version of Localmax)"
                                    : ""));
        }
        return found;
    }

    /** The document of an experiment; the experiment stays where it is contained. */
    public static byte[] toBytes(Experiment experiment) throws IOException {
        XMLResource resource = createResource(URI.createURI("experiment." + EXTENSION));
        resource.getContents().add(EcoreUtil.copy(experiment));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        resource.save(out, null);
        return out.toByteArray();
    }

    private static ExperimentFormatException damage(String place, XMLResource resource, Exception failure) {
        if (resource.getErrors().isEmpty()) {
            return new ExperimentFormatException(
                    place, 0, "is damaged: " + plain(failure) + "; expected an experiment (XML)");
        }
        Resource.Diagnostic first = resource.getErrors().getFirst();
        String fault = first instanceof Exception exception ? plain(exception) : first.getMessage();
        return new ExperimentFormatException(
                place, first.getLine(), fault + "; expected an experiment (XML) of format version " + FORMAT_VERSION);
    }

    /** What a parser says, in one line, without the location that it repeats in brackets and the full stop. */
    private static String plain(Exception failure) {
        Throwable said = failure.getCause() == null ? failure : failure.getCause();
        if (said.getMessage() == null) {
            return "unreadable";
        }
        if (said.getMessage().startsWith("DOCTYPE")) {
            return "has a document type (DOCTYPE), and so perhaps external entities, which are never read";
        }
        String text =
                said.getMessage().strip().replaceAll("\\s+", " ").replaceAll(" \\([^()]*, -?\\d+, -?\\d+\\)$", "");
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
