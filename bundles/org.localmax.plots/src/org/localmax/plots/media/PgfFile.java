package org.localmax.plots.media;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A page as a {@code pgfpicture} for {@code \input} in a paper that loads the package pgf or tikz. Labels are set by
 * LaTeX in the paper's own font, {@link TexLabel} having turned their signs into mathematics. Images are PNG files
 * beside it, named after it.
 */
final class PgfFile implements Medium {

    private final StringBuilder out = new StringBuilder();
    private final List<FigureFile> images = new ArrayList<>();
    private final String name;
    private final AffineTransform upright;
    private final Outline pen = new PgfPen();
    private final List<Columns> measured = new ArrayList<>();
    private Optional<Shape> clip = Optional.empty();
    private Columns.Place column = Columns.NOWHERE;
    private Color ink = Color.BLACK;
    private Optional<BasicStroke> stroke = Optional.empty();
    private boolean evenOdd;

    private PgfFile(Page page, String name) {
        this.name = name;
        upright = new AffineTransform(1, 0, 0, -1, 0, page.height());
    }

    /** The picture and, behind it, its images. */
    static List<FigureFile> of(Page page, Drawing drawing, String name) {
        PgfFile file = new PgfFile(page, name);
        file.begin(page);
        drawing.draw(new PageGraphics(file));
        file.out.append("\\end{pgfscope}%\n\\end{pgfpicture}%\n");
        List<FigureFile> files = new ArrayList<>();
        files.add(new FigureFile(name + ".pgf", file.out.toString().getBytes(StandardCharsets.UTF_8)));
        files.addAll(file.images);
        return files;
    }

    private void begin(Page page) {
        out.append("% ").append(page.title().replaceAll("\\s+", " ")).append('\n');
        out.append("% In the paper: \\usepackage{pgf} and \\input{")
                .append(name)
                .append(".pgf}\n");
        out.append("\\begin{pgfpicture}%\n\\pgfpathrectangle{\\pgfpointorigin}{")
                .append(point(page.width(), page.height()))
                .append("}%\n\\pgfusepath{use as bounding box}%\n\\begin{pgfscope}%\n");
        command("pgfsetcolor{black}");
    }

    @Override
    public void clip(Optional<Shape> shape) {
        if (Shapes.same(clip, shape)) {
            return;
        }
        clip = shape;
        scope();
    }

    @Override
    public void place(Columns.Place next) {
        if (next != column) {
            column = next;
            scope();
        }
    }

    /** Begins anew with the clip and in the column of now. */
    private void scope() {
        out.append("\\end{pgfscope}%\n\\begin{pgfscope}%\n");
        ink = Color.BLACK;
        stroke = Optional.empty();
        evenOdd = false;
        command("pgfsetcolor{black}");
        if (!column.columns().columns().isEmpty()) {
            move();
        }
        if (clip.isPresent()) {
            rule(clip.get());
            trace(clip.get());
            command("pgfusepath{clip}");
        }
    }

    /** By what the columns before are wider or narrower in the font of the paper, less half of what all are. */
    private void move() {
        if (!measured.contains(column.columns())) {
            measured.add(column.columns());
            measure(column.columns());
        }
        StringBuilder before = new StringBuilder();
        StringBuilder all = new StringBuilder();
        for (int k = 0; k < column.columns().columns().size(); k++) {
            String wider = "+" + width(column.columns(), k) + "-"
                    + number(column.columns().columns().get(k).width()) + "bp";
            all.append(wider);
            if (k < column.number()) {
                before.append(wider);
            }
        }
        command("pgftransformshift{\\pgfqpoint{\\dimexpr0pt%s-(0pt%s)/2\\relax}{0pt}}".formatted(before, all));
    }

    /** Has LaTeX find the widest line of each column; within a picture there are no letters. */
    private void measure(Columns columns) {
        for (int k = 0; k < columns.columns().size(); k++) {
            Columns.Column column = columns.columns().get(k);
            out.append("\\begingroup\\dimen0=0pt%\n");
            for (String line : column.lines()) {
                out.append(
                        "\\setbox0=\\hbox{\\pgfinterruptpicture%s%s\\endpgfinterruptpicture}\\ifdim\\wd0>\\dimen0 \\dimen0=\\wd0\\fi%%\n"
                                .formatted(letters(column.size()), TexLabel.of(line)));
            }
            out.append("\\xdef%s{\\the\\dimen0}\\endgroup%%\n".formatted(width(columns, k)));
        }
    }

    /** Where the width of a column is kept; names of TeX are letters alone. */
    private String width(Columns columns, int column) {
        return "\\localmax" + (char) ('a' + measured.indexOf(columns)) + (char) ('a' + column);
    }

    private static String letters(double points) {
        return "\\fontsize{%sbp}{%sbp}\\selectfont{}".formatted(number(points), number(1.2 * points));
    }

    @Override
    public void fill(Shape shape, Color color) {
        paint(color);
        rule(shape);
        trace(shape);
        command("pgfusepath{fill}");
    }

    @Override
    public void stroke(Shape shape, BasicStroke with, Color color) {
        paint(color);
        if (!stroke.equals(Optional.of(with))) {
            stroke = Optional.of(with);
            pen(with);
        }
        trace(shape);
        command("pgfusepath{stroke}");
    }

    @Override
    public void text(Text text, Color color) {
        paint(color);
        AffineTransform place = text.toPage();
        place.translate(text.alignment().before() * text.width(), 0);
        AffineTransform onPaper = new AffineTransform(upright);
        onPaper.concatenate(place);
        double size = Math.hypot(place.getScaleX(), place.getShearY());
        double angle = Math.toDegrees(StrictMath.atan2(onPaper.getShearY(), onPaper.getScaleX()));
        String side = switch (text.alignment()) {
            case LEFT -> "left,";
            case CENTER -> "";
            case RIGHT -> "right,";
        };
        double points = text.font().getSize2D() * size;
        String face = switch (Typeface.of(text.font())) {
            case REGULAR -> "";
            case ITALIC -> "\\itshape";
            case BOLD -> "\\bfseries\\boldmath";
        };
        out.append("\\pgftext[%sbase,x=%sbp,y=%sbp,rotate=%s]{\\fontsize{%sbp}{%sbp}\\selectfont%s{}%s}%%\n"
                .formatted(
                        side,
                        number(onPaper.getTranslateX()),
                        number(onPaper.getTranslateY()),
                        number(angle),
                        number(points),
                        number(1.2 * points),
                        face,
                        TexLabel.of(text.string())));
    }

    @Override
    public void image(BufferedImage image, AffineTransform toPage, double opacity) {
        String file = name + "-" + (images.size() + 1) + ".png";
        try {
            images.add(new FigureFile(file, PngFile.of(image, 72, "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        AffineTransform place = new AffineTransform(upright);
        place.concatenate(toPage);
        place.concatenate(new AffineTransform(1, 0, 0, -1, 0, image.getHeight()));
        double across = Math.hypot(place.getScaleX(), place.getShearY()); // of a pixel
        double up = Math.hypot(place.getShearX(), place.getScaleY());
        opacity(opacity);
        out.append("\\begin{pgfscope}%\n");
        command("pgftransformcm{%s}{%s}{%s}{%s}{%s}"
                .formatted(
                        number(place.getScaleX() / across),
                        number(place.getShearY() / across),
                        number(place.getShearX() / up),
                        number(place.getScaleY() / up),
                        point(place.getTranslateX(), place.getTranslateY())));
        command("pgftext[left,bottom]{\\pgfimage[width=%sbp,height=%sbp]{%s}}"
                .formatted(number(across * image.getWidth()), number(up * image.getHeight()), file));
        out.append("\\end{pgfscope}%\n");
        opacity(ink.getAlpha() / 255.0);
    }

    private void paint(Color color) {
        if (color.equals(ink)) {
            return;
        }
        command("definecolor{localmax}{RGB}{%d,%d,%d}".formatted(color.getRed(), color.getGreen(), color.getBlue()));
        command("pgfsetcolor{localmax}");
        if (color.getAlpha() != ink.getAlpha()) {
            opacity(color.getAlpha() / 255.0);
        }
        ink = color;
    }

    private void opacity(double opacity) {
        command("pgfsetfillopacity{%s}".formatted(number(opacity)));
        command("pgfsetstrokeopacity{%s}".formatted(number(opacity)));
    }

    private void rule(Shape shape) {
        if (Outline.isEvenOdd(shape) != evenOdd) {
            evenOdd = !evenOdd;
            command(evenOdd ? "pgfseteorule" : "pgfsetnonzerorule");
        }
    }

    private void pen(BasicStroke pen) {
        command("pgfsetlinewidth{%sbp}".formatted(number(pen.getLineWidth())));
        command(
                switch (pen.getEndCap()) {
                    case BasicStroke.CAP_BUTT -> "pgfsetbuttcap";
                    case BasicStroke.CAP_ROUND -> "pgfsetroundcap";
                    default -> "pgfsetrectcap";
                });
        command(
                switch (pen.getLineJoin()) {
                    case BasicStroke.JOIN_MITER -> "pgfsetmiterjoin";
                    case BasicStroke.JOIN_ROUND -> "pgfsetroundjoin";
                    default -> "pgfsetbeveljoin";
                });
        command("pgfsetmiterlimit{%s}".formatted(number(Math.max(1, pen.getMiterLimit()))));
        StringBuilder dashes = new StringBuilder();
        float[] dash = pen.getDashArray() == null ? new float[0] : pen.getDashArray();
        for (int i = 0; i < dash.length * (1 + dash.length % 2); i++) { // pgf wants pairs
            dashes.append('{').append(number(dash[i % dash.length])).append("bp}");
        }
        command("pgfsetdash{%s}{%sbp}".formatted(dashes, number(pen.getDashPhase())));
    }

    private void trace(Shape shape) {
        pen.follow(upright.createTransformedShape(shape));
    }

    private void command(String command) {
        out.append('\\').append(command).append("%\n");
    }

    private static String point(double x, double y) {
        return "\\pgfqpoint{%sbp}{%sbp}".formatted(number(x), number(y));
    }

    /** Four decimals are more than any printer shows. */
    private static String number(double value) {
        return Decimal.of(value, 4);
    }

    private final class PgfPen implements Outline {

        @Override
        public void move(double x, double y) {
            command("pgfpathmoveto{" + point(x, y) + "}");
        }

        @Override
        public void line(double x, double y) {
            command("pgfpathlineto{" + point(x, y) + "}");
        }

        @Override
        public void curve(double x1, double y1, double x2, double y2, double x, double y) {
            command("pgfpathcurveto{" + point(x1, y1) + "}{" + point(x2, y2) + "}{" + point(x, y) + "}");
        }

        @Override
        public void close() {
            command("pgfpathclose");
        }
    }
}
