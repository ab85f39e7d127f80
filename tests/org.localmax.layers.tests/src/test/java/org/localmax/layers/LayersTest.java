package org.localmax.layers;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each bundle uses only what lies below it, over the class folders of this build. */
class LayersTest {

    private static final Path BUNDLES = Path.of("..", "..", "bundles");

    /** Functions of Math whose last bit may differ from machine to machine; StrictMath has them too. */
    private static final Set<String> INEXACT = Set.of(
            "exp", "expm1", "log", "log10", "log1p", "pow", "sin", "cos", "tan", "asin", "acos", "atan", "atan2",
            "sinh", "cosh", "tanh", "hypot", "cbrt");

    private static JavaClasses classesOf(Bundle bundle) {
        Path folder = BUNDLES.resolve(bundle.id()).resolve("target/classes");
        JavaClasses classes = new ClassFileImporter().importPath(folder);
        assertFalse(classes.isEmpty(), "no classes in " + folder);
        return classes;
    }

    @ParameterizedTest
    @EnumSource(Bundle.class)
    void aBundleUsesOnlyWhatLiesBelow(Bundle bundle) {
        String[] packages = bundle.allowed().stream().map(root -> root + "..").toArray(String[]::new);
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(packages).or(arePrimitive()))
                .check(classesOf(bundle));
    }

    private static DescribedPredicate<JavaClass> arePrimitive() {
        return DescribedPredicate.describe(
                "primitive", type -> type.getBaseComponentType().isPrimitive());
    }

    @ParameterizedTest
    @EnumSource(
            value = Bundle.class,
            names = {"DYNAMICS", "GEOMETRY", "SOLVER", "FLOW", "ANALYSIS", "EXPERIMENTS"})
    void whatDecidesIsTheSameOnEveryMachine(Bundle bundle) {
        noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.<JavaCall<?>>describe(
                                "Math functions that are not exact",
                                call -> call.getTargetOwner().isEquivalentTo(Math.class)
                                        && INEXACT.contains(call.getName()))
                        .forSubtype())
                .check(classesOf(bundle));
    }

    /** Where the vector module is absent, no class that needs it may be loaded. */
    @Test
    void onlyVectorClassesUseTheVectorModule() {
        classes()
                .that()
                .haveSimpleNameNotStartingWith("Vector")
                .or()
                .haveSimpleName("VectorSupport")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("jdk.incubator.vector.."))
                .check(classesOf(Bundle.SOLVER));
    }

    /** One class alone knows the width, for kernels whose bits are tested to be the same with any. */
    @Test
    void noVectorWidthAndNoVectorFunctionOfTheMachineDecides() {
        Set<String> forbidden = Set.of("SPECIES_PREFERRED", "SPECIES_MAX", "EXP", "LOG", "POW", "SIN", "COS");
        noClasses()
                .that()
                .doNotHaveSimpleName("VectorLanes")
                .should()
                .accessFieldWhere(DescribedPredicate.<JavaFieldAccess>describe(
                        "vectors as wide, or functions as exact, as the machine has them",
                        access -> access.getTargetOwner().getPackageName().equals("jdk.incubator.vector")
                                && forbidden.contains(access.getName())))
                .check(classesOf(Bundle.SOLVER));
    }

    @Test
    void everyBundleHasItsPlaceInTheList() throws IOException {
        Set<String> listed =
                Arrays.stream(Bundle.values()).map(Bundle::id).collect(Collectors.toCollection(TreeSet::new));
        try (var folders = Files.list(BUNDLES)) {
            Set<String> found = folders.filter(folder -> Files.isDirectory(folder.resolve("src")))
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(listed, found);
        }
    }

    @Test
    void nothingBelowTheWindowKnowsOfOne() {
        for (Bundle bundle : Bundle.values()) {
            boolean window = bundle == Bundle.UI || bundle == Bundle.UI_PLOTS;
            assertTrue(window || bundle.allowed().stream().noneMatch(root -> root.startsWith("org.eclipse.swt")));
        }
    }
}
