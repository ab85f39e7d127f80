package org.localmax.ui.editor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EContentAdapter;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.edit.command.ChangeCommand;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.emf.edit.domain.AdapterFactoryEditingDomain;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.eclipse.emf.edit.provider.ComposedAdapterFactory;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFiles;
import org.localmax.model.ExperimentFormatException;
import org.localmax.model.provider.ExperimentItemProviderAdapterFactory;

/** An open experiment file: the model, and the commands done to it. Used on the UI thread only. */
final class ExperimentDocument {

    private IFile file;
    private final ComposedAdapterFactory adapters =
            new ComposedAdapterFactory(new ExperimentItemProviderAdapterFactory());
    private final BasicCommandStack commands = new BasicCommandStack();
    private final EditingDomain domain = new AdapterFactoryEditingDomain(adapters, commands);
    private final XMLResource resource;
    private final Experiment experiment;
    private Runnable typingListener = () -> {};

    private ExperimentDocument(IFile file, Experiment experiment) {
        this.file = file;
        this.experiment = experiment;
        resource = ExperimentFiles.createResource(
                URI.createPlatformResourceURI(file.getFullPath().toString(), true));
        domain.getResourceSet().getResources().add(resource);
        resource.getContents().add(experiment);
    }

    static ExperimentDocument open(IFile file) throws ExperimentFormatException {
        return new ExperimentDocument(file, ExperimentFiles.load(path(file)));
    }

    private static Path path(IFile file) {
        return file.getLocation().toPath();
    }

    /** The file has got another place. */
    void moved(IFile place) {
        file = place;
    }

    Experiment experiment() {
        return experiment;
    }

    EditingDomain domain() {
        return domain;
    }

    BasicCommandStack commands() {
        return commands;
    }

    /** The folder that paths in the experiment are relative to. */
    Path folder() {
        return path(file).getParent();
    }

    /** Calls back after every change of the model. */
    void onChange(Runnable listener) {
        experiment.eAdapters().add(new EContentAdapter() {
            @Override
            public void notifyChanged(Notification notification) {
                super.notifyChanged(notification);
                if (!notification.isTouch()) {
                    listener.run();
                }
            }
        });
    }

    /** Calls back whenever something is typed into a field, and when it has been handed over. */
    void onTyping(Runnable listener) {
        typingListener = listener;
    }

    void typing() {
        typingListener.run();
    }

    /** Sets a feature by a command, unless it has that value already; null unsets it. */
    void set(EObject element, EStructuralFeature feature, Object value) {
        Command command = setting(element, feature, value);
        if (!Objects.equals(element.eGet(feature), value)) {
            commands.execute(command);
        }
    }

    /** The command that sets a feature; null unsets it. */
    Command setting(EObject element, EStructuralFeature feature, Object value) {
        return SetCommand.create(domain, element, feature, value == null ? SetCommand.UNSET_VALUE : value);
    }

    /** Executes several commands as one. */
    void execute(String label, Command... parts) {
        CompoundCommand whole = new CompoundCommand(label);
        for (Command part : parts) {
            whole.append(part);
        }
        commands.execute(whole.unwrap());
    }

    /** Takes over what another experiment says, as one command. */
    void takeOver(Experiment other, String label) {
        change(label, () -> {
            for (EStructuralFeature feature : experiment.eClass().getEAllStructuralFeatures()) {
                if (!feature.isMany()) {
                    experiment.eSet(feature, other.eGet(feature));
                } else {
                    ((EList<?>) experiment.eGet(feature)).clear();
                    take(feature, other);
                }
            }
        });
    }

    /** Changes the experiment in any way, as one command. */
    void change(String label, Runnable change) {
        commands.execute(new ChangeCommand(experiment) {
            @Override
            protected void doExecute() {
                change.run();
            }

            @Override
            public String getLabel() {
                return label;
            }
        });
    }

    @SuppressWarnings("unchecked")
    private void take(EStructuralFeature feature, Experiment other) {
        ((EList<Object>) experiment.eGet(feature)).addAll(List.copyOf((EList<Object>) other.eGet(feature)));
    }

    /** What would be saved. */
    byte[] content() throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        resource.save(content, null);
        return content.toByteArray();
    }

    boolean isDirty() {
        return commands.isSaveNeeded();
    }

    void save(IFile target, IProgressMonitor monitor) throws CoreException, IOException {
        byte[] content = content();
        if (target.exists()) {
            target.setContents(content, true, true, monitor);
        } else {
            target.create(content, true, false, monitor);
        }
        commands.saveIsDone();
    }

    void dispose() {
        adapters.dispose();
    }
}
