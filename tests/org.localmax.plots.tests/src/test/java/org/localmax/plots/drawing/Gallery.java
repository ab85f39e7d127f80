package org.localmax.plots.drawing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.localmax.data.DataException;
import org.localmax.plots.Figure;
import org.localmax.plots.Palette;
import org.localmax.plots.media.FigureFormat;

/** Writes all examples in every format, at two widths, light and dark, to be looked at: {@code Gallery FOLDER [EXAMPLE…]}. */
final class Gallery {

    private Gallery() {}

    public static void main(String[] args) throws IOException, DataException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        List<String> asked = List.of(args).subList(1, args.length);
        for (Map.Entry<String, Figure> example : Examples.all().entrySet()) {
            if (asked.isEmpty() || asked.contains(example.getKey())) {
                write(folder, example.getKey(), example.getValue());
            }
        }
    }

    private static void write(Path folder, String name, Figure figure) throws DataException {
        for (FigureFormat format : FigureFormat.values()) {
            for (double width : new double[] {86, 170}) {
                for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
                    FigureExport export = new FigureExport(
                            format, palette, FigureExport.points(width), OptionalDouble.empty(), 300);
                    String file = name + "-" + (int) width + (palette.isDark() ? "-dark" : "") + "." + format.extension();
                    export.write(figure, folder.resolve(file), true);
                }
            }
        }
    }
}
