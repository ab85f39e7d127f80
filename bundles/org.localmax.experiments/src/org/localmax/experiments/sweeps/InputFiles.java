package org.localmax.experiments.sweeps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.localmax.data.CapsuleFolder;
import org.localmax.data.Checksums;
import org.localmax.data.DataException;
import org.localmax.model.Experiment;

/**
 * An experiment whose files lie beside it, each named by its contents, so that the experiment says all that its runs depend on.
 *
 * @param experiment the experiment with the new paths
 * @param files the files by their new paths
 */
record InputFiles(Experiment experiment, Map<String, Path> files) {

    private static final String FOLDER = "inputs";
    private static final int HASH_DIGITS = 12;

    /**
     * Those of a sweep's experiment.
     *
     * @throws DataException if a file cannot be read
     */
    static InputFiles of(Sweeps sweeps) throws DataException {
        Experiment copy = EcoreUtil.copy(sweeps.experiment());
        Map<String, Path> files = new LinkedHashMap<>();
        for (TreeIterator<EObject> all = copy.eAllContents(); all.hasNext(); ) {
            EObject element = all.next();
            EStructuralFeature path = element.eClass().getEStructuralFeature("path");
            if (path != null && element.eGet(path) instanceof String text && !text.isBlank()) {
                Path file = sweeps.folder().resolve(text);
                String name = FOLDER + "/" + Checksums.sha256(file).substring(0, HASH_DIGITS) + "-" + plain(file);
                files.put(name, file);
                element.eSet(path, name);
            }
        }
        return new InputFiles(copy, files);
    }

    /** The name of a file as in the folder; a file of the folder keeps the one that it has. */
    private static String plain(Path file) {
        String name = file.getFileName().toString();
        boolean isOurs = FOLDER.equals(String.valueOf(
                        file.getParent() == null ? "" : file.getParent().getFileName()))
                && name.length() > HASH_DIGITS
                && name.charAt(HASH_DIGITS) == '-';
        return isOurs ? name.substring(HASH_DIGITS + 1) : name;
    }

    /** Copies the files into a folder. */
    void copyTo(CapsuleFolder folder) throws DataException {
        for (Map.Entry<String, Path> file : files.entrySet()) {
            Path copy = folder.path(file.getKey());
            try {
                Files.createDirectories(copy.getParent());
                Files.copy(file.getValue(), copy);
            } catch (IOException e) {
                throw DataException.of(copy, e);
            }
        }
    }
}
