package org.localmax.ui.projects;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.resources.ICommand;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IProjectNature;
import org.eclipse.core.runtime.CoreException;

/** Makes a project one of experiments: they are checked whenever they are saved. */
public final class LocalmaxNature implements IProjectNature {

    public static final String ID = "org.localmax.ui.nature";

    private IProject project;

    @Override
    public void configure() throws CoreException {
        IProjectDescription description = project.getDescription();
        List<ICommand> commands = new ArrayList<>(List.of(description.getBuildSpec()));
        if (commands.stream().noneMatch(command -> command.getBuilderName().equals(ExperimentCheck.ID))) {
            ICommand check = description.newCommand();
            check.setBuilderName(ExperimentCheck.ID);
            commands.add(check);
            description.setBuildSpec(commands.toArray(ICommand[]::new));
            project.setDescription(description, null);
        }
    }

    @Override
    public void deconfigure() throws CoreException {
        IProjectDescription description = project.getDescription();
        description.setBuildSpec(List.of(description.getBuildSpec()).stream()
                .filter(command -> !command.getBuilderName().equals(ExperimentCheck.ID))
                .toArray(ICommand[]::new));
        project.setDescription(description, null);
    }

    @Override
    public IProject getProject() {
        return project;
    }

    @Override
    public void setProject(IProject owner) {
        project = owner;
    }
}
