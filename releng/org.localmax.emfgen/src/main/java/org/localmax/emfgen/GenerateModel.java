package org.localmax.emfgen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.eclipse.emf.codegen.ecore.generator.Generator;
import org.eclipse.emf.codegen.ecore.genmodel.GenModel;
import org.eclipse.emf.codegen.ecore.genmodel.GenModelPackage;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenBaseGeneratorAdapter;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenModelGeneratorAdapterFactory;
import org.eclipse.emf.common.util.BasicMonitor;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.plugin.EcorePlugin;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.xmi.impl.EcoreResourceFactoryImpl;

/**
 * Generates the Java code of an EMF model and of its EMF.Edit providers, with no Eclipse running.
 *
 * <p>Arguments: the bundle's directory, and the genmodel's path within it. The bundle's {@code src-gen} is made anew.
 */
public final class GenerateModel {

    private GenerateModel() {}

    public static void main(String[] arguments) throws IOException {
        Path bundle = Path.of(arguments[0]).toAbsolutePath().normalize();
        GenModel model = load(bundle, arguments[1]);
        empty(bundle.resolve("src-gen"));
        Generator generator = new Generator();
        generator
                .getAdapterFactoryDescriptorRegistry()
                .addDescriptor(GenModelPackage.eNS_URI, GenModelGeneratorAdapterFactory.DESCRIPTOR);
        generator.setInput(model);
        for (Object projectType :
                List.of(GenBaseGeneratorAdapter.MODEL_PROJECT_TYPE, GenBaseGeneratorAdapter.EDIT_PROJECT_TYPE)) {
            failOnError(generator.generate(model, projectType, new BasicMonitor()));
        }
    }

    private static GenModel load(Path bundle, String genmodel) {
        String name = bundle.getFileName().toString();
        ResourceSet resources = new ResourceSetImpl();
        for (String extension : List.of("ecore", "genmodel")) {
            resources
                    .getResourceFactoryRegistry()
                    .getExtensionToFactoryMap()
                    .put(extension, new EcoreResourceFactoryImpl());
        }
        EcorePackage.eINSTANCE.eClass();
        GenModelPackage.eINSTANCE.eClass();
        EcorePlugin.getPlatformResourceMap()
                .put(name, URI.createURI(bundle.toUri().toString()));
        resources.getURIConverter().getURIMap().putAll(EcorePlugin.computePlatformURIMap(false));
        Resource resource = resources.getResource(URI.createPlatformResourceURI(name + "/" + genmodel, true), true);
        GenModel model = (GenModel) resource.getContents().get(0);
        model.reconcile();
        model.setCanGenerate(true);
        model.setValidateModel(true);
        failOnError(model.diagnose());
        return model;
    }

    private static void empty(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            try (var files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(directory);
    }

    private static void failOnError(Diagnostic diagnostic) {
        if (diagnostic.getSeverity() >= Diagnostic.ERROR) {
            throw new IllegalStateException("EMF generation failed: " + diagnostic);
        }
    }
}
