package org.localmax.ui.fixes;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.window.Window;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.PlatformUI;
import org.localmax.model.ColumnAxis;
import org.localmax.model.TokenFile;
import org.localmax.ui.projects.LocalmaxProject;
import org.localmax.ui.wizards.ImportTokensWizard;

/** For an element that reads a file which is not there: another file of the project's data, or one that is imported. */
final class FileFixes {

    private static final String PATH = "path";

    private FileFixes() {}

    static List<Fix> of(MarkedProblem problem) {
        List<Fix> fixes = new ArrayList<>();
        Stream.concat(Stream.of(problem.element()), problem.element().eContents().stream())
                .filter(element -> isWithoutFile(problem, element))
                .findFirst()
                .ifPresent(element -> {
                    fixes.addAll(others(problem, element));
                    if (element instanceof TokenFile) {
                        fixes.add(new Fix.Question(Texts.importTokens, () -> imported(problem, element)));
                    }
                });
        return fixes;
    }

    private static boolean isWithoutFile(MarkedProblem problem, EObject element) {
        EStructuralFeature feature = element.eClass().getEStructuralFeature(PATH);
        if (feature == null || problem.element() == problem.experiment()) {
            return false;
        }
        String path = (String) element.eGet(feature);
        try {
            boolean isNamed = path != null && !path.isBlank();
            Path folder = problem.file().getLocation().toPath().getParent();
            return isNamed ? !Files.isRegularFile(folder.resolve(path)) : !hasValues(element);
        } catch (InvalidPathException _) {
            return true;
        }
    }

    /** Whether it says by itself what would be in the file. */
    private static boolean hasValues(EObject element) {
        EStructuralFeature values = element.eClass().getEStructuralFeature("values");
        return values != null && element.eGet(values) != null;
    }

    private static List<Fix> others(MarkedProblem problem, EObject element) {
        EStructuralFeature feature = element.eClass().getEStructuralFeature(PATH);
        String path = Optional.ofNullable((String) element.eGet(feature)).orElse("");
        TreeMap<String, IFile> present = new TreeMap<>();
        data(problem.file().getProject(), element).forEach(file -> present.put(file.getName(), file));
        return Nearest.to(path.replaceFirst(".*[/\\\\]", ""), present.keySet()).stream()
                .<Fix>map(name -> read(problem, element, present.get(name)))
                .toList();
    }

    private static Fix.Edit read(MarkedProblem problem, EObject element, IFile file) {
        IPath folder = problem.file().getParent().getFullPath();
        return Fix.Edit.set(
                Texts.name(Texts.readInstead, file.getProjectRelativePath()),
                problem,
                element,
                element.eClass().getEStructuralFeature(PATH),
                file.getFullPath().makeRelativeTo(folder).toString());
    }

    /** The files of the project's data that such an element may read. */
    private static List<IFile> data(IProject project, EObject element) {
        List<String> kinds = element instanceof ColumnAxis ? List.of("csv") : List.of("csv", "npy");
        IFolder folder = project.getFolder(LocalmaxProject.DATA);
        try {
            return !folder.exists()
                    ? List.of()
                    : Arrays.stream(folder.members())
                            .filter(IFile.class::isInstance)
                            .map(IFile.class::cast)
                            .filter(file -> file.getFileExtension() != null
                                    && kinds.contains(file.getFileExtension().toLowerCase(Locale.ROOT)))
                            .toList();
        } catch (CoreException _) {
            return List.of(); // the folder has gone meanwhile
        }
    }

    private static Optional<Fix.Edit> imported(MarkedProblem problem, EObject element) {
        ImportTokensWizard wizard = new ImportTokensWizard(problem.file().getProject());
        wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
        WizardDialog dialog = new WizardDialog(
                PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(), wizard);
        return dialog.open() == Window.OK
                ? wizard.imported().map(file -> read(problem, element, file))
                : Optional.empty();
    }
}
