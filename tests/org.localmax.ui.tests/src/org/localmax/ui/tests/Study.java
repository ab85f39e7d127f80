package org.localmax.ui.tests;

import java.nio.charset.StandardCharsets;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.localmax.ui.editor.ExperimentEditor;
import org.localmax.ui.projects.LocalmaxProject;
import org.localmax.ui.run.RunEditor;

/** A project with experiments for one test. */
record Study(LocalmaxProject project) {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <localmax:Experiment xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:localmax="urn:localmax:experiment"
                formatVersion="1"\s""";

    static Study create(String name) throws CoreException {
        return new Study(LocalmaxProject.create(name, new NullProgressMonitor()));
    }

    /** A small experiment under localmax. */
    IFile small(String name) throws CoreException {
        return file(name, HEAD + """
                        name="%s" steps="30" alpha="1/2">
                          <tokens xsi:type="localmax:BallTokens" count="24" seed="7"/>
                          <rules xsi:type="localmax:LocalmaxRule" name="strip" delta="0.6"/>
                        </localmax:Experiment>
                        """.formatted(name));
    }

    /** A small experiment under hardmax. */
    IFile hardmax(String name) throws CoreException {
        return file(name, HEAD + """
                        name="%s" steps="30" alpha="1/2">
                          <tokens xsi:type="localmax:BallTokens" count="24" seed="7"/>
                          <rules xsi:type="localmax:HardmaxRule" name="hardmax"/>
                        </localmax:Experiment>
                        """.formatted(name));
    }

    /** A small experiment under softmax. */
    IFile soft(String name) throws CoreException {
        return file(name, HEAD + """
                        name="%s" steps="10" alpha="1/2">
                          <tokens xsi:type="localmax:BallTokens" count="24" seed="7"/>
                          <rules xsi:type="localmax:SoftmaxRule" name="soft" beta="4"/>
                        </localmax:Experiment>
                        """.formatted(name));
    }

    /** Tokens of which a single step under softmax takes long. */
    IFile heavy(String name) throws CoreException {
        return file(name, HEAD + """
                        name="%s" steps="3" alpha="1/1000" record="last">
                          <tokens xsi:type="localmax:GaussianTokens" count="28000" seed="7"/>
                          <rules xsi:type="localmax:SoftmaxRule" name="soft" beta="1"/>
                        </localmax:Experiment>
                        """.formatted(name));
    }

    /** A few tokens under rules with parameters of each kind. */
    IFile operators(String name) throws CoreException {
        return file(name, HEAD + """
                        name="%s" steps="8" alpha="1/2">
                          <tokens xsi:type="localmax:TokenList">
                            <tokens at="2.1 2.4"/>
                            <tokens at="4 0"/>
                            <tokens at="0 5"/>
                          </tokens>
                          <rules xsi:type="localmax:FormulaRule" name="own" weight="exp(beta*(g-M))"/>
                          <rules xsi:type="localmax:SelfAdjustedSoftmaxRule" name="adjusted"/>
                          <rules xsi:type="localmax:EntmaxRule" name="entmax"/>
                          <rules xsi:type="localmax:TopKRule" name="top-k"/>
                        </localmax:Experiment>
                        """.formatted(name));
    }

    /** More tokens than are drawn one by one. */
    IFile cloud(String name) throws CoreException {
        return file(name, HEAD + """
                        name="%s" steps="4" alpha="1/2">
                          <tokens xsi:type="localmax:GaussianTokens" count="5000" seed="7"/>
                          <rules xsi:type="localmax:HardmaxRule" name="hardmax"/>
                        </localmax:Experiment>
                        """.formatted(name));
    }

    /** Two tokens whose energies break the bound of theorem 3.1 of arXiv 2508.09628 from t = 575 on. */
    IFile bounded(String name) throws CoreException {
        return file(name, HEAD + """
                        name="%s" steps="580" gamma="2/(t+2)" exact="true">
                          <tokens xsi:type="localmax:TokenList">
                            <tokens at="3"/>
                            <tokens at="-1"/>
                          </tokens>
                          <rules xsi:type="localmax:FrankWolfeRule" name="frank-wolfe" sense="min"/>
                        </localmax:Experiment>
                        """.formatted(name));
    }

    /** The same in doubles, with every step recorded. */
    IFile boundedInDoubles(String name) throws CoreException {
        return file(name, HEAD + """
                        name="%s" steps="580" gamma="2/(t+2)">
                          <tokens xsi:type="localmax:TokenList">
                            <tokens at="3"/>
                            <tokens at="-1"/>
                          </tokens>
                          <rules xsi:type="localmax:FrankWolfeRule" name="frank-wolfe" sense="min"/>
                        </localmax:Experiment>
                        """.formatted(name));
    }

    /** Tokens in three dimensions under hardmax. */
    IFile inSpace(String name) throws CoreException {
        return file(name, HEAD + """
                        name="%s" steps="10" alpha="1/2">
                          <tokens xsi:type="localmax:GaussianTokens" count="30" dimension="3" seed="7"/>
                          <rules xsi:type="localmax:HardmaxRule" name="hardmax"/>
                        </localmax:Experiment>
                        """.formatted(name));
    }

    /** Tokens in five dimensions under localmax. */
    IFile inFiveDimensions(String name) throws CoreException {
        return file(name, HEAD + """
                        name="%s" steps="10" alpha="1/2">
                          <tokens xsi:type="localmax:GaussianTokens" count="60" dimension="5" seed="7"/>
                          <rules xsi:type="localmax:LocalmaxRule" name="strip" delta="1"/>
                        </localmax:Experiment>
                        """.formatted(name));
    }

    /** Three rules from the same tokens. */
    IFile rules(String name) throws CoreException {
        return file(name, HEAD + """
                        name="%s" steps="12" alpha="1/2">
                          <tokens xsi:type="localmax:BallTokens" count="24" seed="7"/>
                          <rules xsi:type="localmax:HardmaxRule" name="hardmax"/>
                          <rules xsi:type="localmax:LocalmaxRule" name="strip" delta="0.6"/>
                          <rules xsi:type="localmax:SoftmaxRule" name="soft" beta="4"/>
                        </localmax:Experiment>
                        """.formatted(name));
    }

    /** A sweep over two axes. */
    IFile sweep(String name) throws CoreException {
        return file(name, HEAD + """
                        name="%s" steps="40" alpha="1">
                          <tokens xsi:type="localmax:BoxTokens" count="12"/>
                          <rules xsi:type="localmax:LocalmaxRule" name="strip" delta="0"/>
                          <sweep replicates="4">
                            <axes xsi:type="localmax:RangeAxis" name="alpha" parameter="alpha" from="0.5" to="2" count="3"/>
                            <axes xsi:type="localmax:RangeAxis" name="delta" parameter="strip.delta" from="0" to="1.6" count="4"/>
                          </sweep>
                        </localmax:Experiment>
                        """.formatted(name));
    }

    /** An experiment that would take hours. */
    IFile endless(String name) throws CoreException {
        return file(name, HEAD + """
                        name="%s" steps="1000000" alpha="1/1000" record="last">
                          <tokens xsi:type="localmax:GaussianTokens" count="1500" seed="7"/>
                          <rules xsi:type="localmax:SoftmaxRule" name="soft" beta="1"/>
                        </localmax:Experiment>
                        """.formatted(name));
    }

    /** A rule of one's own whose weights are not numbers at t = 3. */
    IFile dividing(String name) throws CoreException {
        return file(name, HEAD + """
                        name="%s" steps="8" alpha="1/2">
                          <tokens xsi:type="localmax:BallTokens" count="24" seed="7"/>
                          <rules xsi:type="localmax:FormulaRule" name="own" weight="1/(t-3)^2"/>
                        </localmax:Experiment>
                        """.formatted(name));
    }

    /** More tokens than fit into the memory. */
    IFile huge(String name) throws CoreException {
        return file(name, HEAD + """
                        name="%s" steps="2" alpha="1/2">
                          <tokens xsi:type="localmax:BallTokens" count="1000000000" seed="7"/>
                          <rules xsi:type="localmax:HardmaxRule" name="hardmax"/>
                        </localmax:Experiment>
                        """.formatted(name));
    }

    /** A run whose file is larger than a small disk. */
    IFile bulky(String name) throws CoreException {
        return file(name, HEAD + """
                        name="%s" steps="200" alpha="1/1000">
                          <tokens xsi:type="localmax:GaussianTokens" count="1000" seed="7"/>
                          <rules xsi:type="localmax:HardmaxRule" name="hardmax"/>
                        </localmax:Experiment>
                        """.formatted(name));
    }

    /** Tokens that take 128 MB, and as much again for each step. */
    IFile vast(String name) throws CoreException {
        return file(name, HEAD + """
                        name="%s" steps="2" alpha="1/2">
                          <tokens xsi:type="localmax:BoxTokens" count="8000000" seed="7"/>
                          <rules xsi:type="localmax:HardmaxRule" name="hardmax"/>
                        </localmax:Experiment>
                        """.formatted(name));
    }

    /** An experiment that takes some seconds. */
    IFile lasting(String name) throws CoreException {
        return file(name, HEAD + """
                        name="%s" steps="150" alpha="1/1000" record="last">
                          <tokens xsi:type="localmax:GaussianTokens" count="1500" seed="7"/>
                          <rules xsi:type="localmax:SoftmaxRule" name="soft" beta="1"/>
                        </localmax:Experiment>
                        """.formatted(name));
    }

    /** Tokens read from data/NAME.csv. */
    IFile fromData(String name) throws CoreException {
        LocalmaxProject.write(
                "0,0\n1,0\n0,1\n".getBytes(StandardCharsets.UTF_8),
                project.folder(LocalmaxProject.DATA),
                name + ".csv");
        return file(name, HEAD + """
                        name="%s" steps="5" alpha="1/2">
                          <tokens xsi:type="localmax:TokenFile" path="../data/%s.csv"/>
                          <rules xsi:type="localmax:HardmaxRule" name="hardmax"/>
                        </localmax:Experiment>
                        """.formatted(name, name));
    }

    IFile file(String name, String content) throws CoreException {
        return LocalmaxProject.write(
                content.getBytes(StandardCharsets.UTF_8),
                project.folder(LocalmaxProject.EXPERIMENTS),
                name + "." + LocalmaxProject.EXTENSION);
    }

    IFolder results() throws CoreException {
        return project.folder(LocalmaxProject.RESULTS);
    }

    static void opens(IFile file) throws PartInitException {
        IDE.openEditor(Person.page(), file);
    }

    /** Runs an experiment; the editor of the run, once it is shown. */
    static RunEditor runs(IFile experiment) throws PartInitException {
        opens(experiment);
        Person.seesEditor(ExperimentEditor.class);
        Person.commands("org.localmax.ui.run");
        RunEditor editor = Person.seesEditor(RunEditor.class);
        Person.waitFor("the run is shown", editor::isShown);
        return editor;
    }

    /** What a file holds on disk. */
    static String content(IFile file) throws CoreException {
        return file.readString();
    }

    void delete() throws CoreException {
        Person.closesEverything();
        project.project().delete(true, true, new NullProgressMonitor());
    }
}
