package org.localmax.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a person reads in the window is kept in files of texts, so that it can be translated. */
class TextsTest {

    private static final Path BUNDLES = Path.of("..", "..", "bundles");

    private static final List<Path> SOURCES =
            List.of(BUNDLES.resolve("org.localmax.ui/src"), BUNDLES.resolve("org.localmax.ui.plots/src"));

    /** Packages whose texts are still in their code; whoever moves them strikes the package out. */
    private static final Set<String> NOT_YET = Set.of("org.localmax.ui.editor", "org.localmax.ui.wizards");

    /** Names of files and folders, which are the same in every language. */
    private static final Set<String> NAMES = Set.of("Gallery", "Study");

    @Test
    void noTextThatIsReadIsWrittenInTheCode() throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        for (Path file : files(".java")) {
            if (!NOT_YET.contains(packageOf(file))) {
                List<String> texts = Literals.readByPeople(Files.readString(file)).stream()
                        .filter(text -> !NAMES.contains(text))
                        .toList();
                if (!texts.isEmpty()) {
                    found.put(file.getFileName().toString(), texts);
                }
            }
        }
        assertEquals(Map.of(), found);
    }

    @Test
    void eachPackageOnTheListStillHasTextsInItsCode() throws IOException {
        Set<String> converted = new TreeSet<>(NOT_YET);
        for (Path file : files(".java")) {
            if (!Literals.readByPeople(Files.readString(file)).isEmpty()) {
                converted.remove(packageOf(file));
            }
        }
        assertEquals(Set.of(), converted, "packages to be struck out");
    }

    @Test
    void eachTextHasAFieldAndEachFieldAText() throws IOException {
        int packages = 0;
        for (Path file : files("texts.properties")) {
            Path fields = file.resolveSibling("Texts.java");
            assertTrue(Files.exists(fields), file + " belongs to a class Texts");
            assertEquals(names(fields), keys(file), file.toString());
            packages++;
        }
        assertTrue(packages > 3, packages + " packages with texts");
    }

    @Test
    void everythingInPluginXmlIsAKeyOfItsTexts() throws IOException {
        String plugin = Files.readString(BUNDLES.resolve("org.localmax.ui/plugin.xml"));
        Set<String> keys = keys(BUNDLES.resolve("org.localmax.ui/OSGI-INF/l10n/bundle.properties"));
        Matcher label = Pattern.compile("\\s(?:name|label|tooltip|description)=\"([^\"]*)\"|<description>([^<]*)<")
                .matcher(plugin.replaceAll("<(?:property|parameter|objectClass|separator|with|attribute)[^>]*>", ""));
        Set<String> used = new TreeSet<>();
        while (label.find()) {
            String text = label.group(1) != null ? label.group(1) : label.group(2);
            assertTrue(text.startsWith("%"), text + " is not a key");
            used.add(text.substring(1));
        }
        used.removeAll(keys);
        assertEquals(Set.of(), used, "keys without a text");
        for (String key : keys) {
            assertTrue(
                    key.equals("Bundle-Name")
                            || plugin.contains("\"%" + key + "\"")
                            || plugin.contains(">%" + key + "<"),
                    key + " is used");
        }
    }

    @Test
    void textsInCodeAreFound() {
        assertEquals(
                List.of("Open it"), Literals.readByPeople("f(\"Open it\"); // \"not this\"\n g(\"a.b.c\", \"x\");"));
        assertEquals(List.of("Reading"), Literals.readByPeople("super(\"Reading\");"));
        assertEquals(List.of(), Literals.readByPeople("throw new IllegalArgumentException(\"no such token\");"));
        assertFalse(Literals.readByPeople("label(\"at step\")").isEmpty());
    }

    private static Set<String> names(Path source) throws IOException {
        Set<String> names = new TreeSet<>();
        Matcher field = Pattern.compile("public static String (\\w+);").matcher(Files.readString(source));
        while (field.find()) {
            names.add(field.group(1));
        }
        return names;
    }

    private static Set<String> keys(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }

    private static String packageOf(Path file) throws IOException {
        Matcher declared = Pattern.compile("(?m)^package ([\\w.]+);").matcher(Files.readString(file));
        assertTrue(declared.find(), file + " is in a package");
        return declared.group(1);
    }

    private static List<Path> files(String end) throws IOException {
        Set<Path> found = new TreeSet<>();
        for (Path source : SOURCES) {
            try (Stream<Path> walk = Files.walk(source)) {
                walk.filter(path -> path.toString().endsWith(end)).forEach(found::add);
            }
        }
        assertFalse(found.isEmpty(), "files " + end);
        return List.copyOf(found);
    }
}
