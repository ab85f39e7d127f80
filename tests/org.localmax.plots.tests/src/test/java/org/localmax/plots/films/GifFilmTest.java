package org.localmax.plots.films;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** An animated GIF, read back by ImageIO and by ffmpeg. */
class GifFilmTest {

    private static final int WIDTH = 161;
    private static final int HEIGHT = 121;

    @TempDir
    Path folder;

    @Test
    void imageIoAndFfmpegShowTheSameFramesNearTheOnesGiven() throws Exception {
        BufferedImage[] frames = Dots.film(30, WIDTH, HEIGHT);
        List<Shown> shown = written(FrameRate.of(10), frames);
        int[][] decoded = Films.decoded(film(), WIDTH, HEIGHT);
        assertEquals(frames.length, shown.size());
        assertEquals(frames.length, decoded.length);
        for (int i = 0; i < frames.length; i++) {
            assertArrayEquals(decoded[i], Dots.rgb(shown.get(i).image()), "frame " + i);
            double difference = Films.difference(Dots.rgb(frames[i]), decoded[i]);
            assertTrue(difference < 0.6, "frame " + i + " differs by " + difference);
        }
    }

    @Test
    void aDarkFilmKeepsItsBackgroundAndItsColours() throws Exception {
        BufferedImage frame = Dots.at(0, WIDTH, HEIGHT, Dots.DARK);
        Films.write(film(), FilmFormat.GIF, FrameRate.of(1), frame);
        int[] shown = Films.decoded(film(), WIDTH, HEIGHT)[0];
        int[] given = Dots.rgb(frame);
        for (int i = 0; i < given.length; i++) {
            if (given[i] == (Dots.DARK.getRGB() & 0xFFFFFF) || given[i] == 0xD55E00 || given[i] == 0x808080) {
                assertEquals(given[i], shown[i]);
            }
        }
        assertTrue(Films.difference(given, shown) < 0.6);
    }

    @Test
    void coloursOfPlotsThatComeLaterAreExact() throws Exception {
        BufferedImage white = flat(Color.WHITE);
        BufferedImage vermillion = flat(new Color(0xD55E00));
        Films.write(film(), FilmFormat.GIF, FrameRate.of(1), white, vermillion, flat(Color.BLACK));
        int[][] shown = Films.decoded(film(), WIDTH, HEIGHT);
        assertArrayEquals(Dots.rgb(vermillion), shown[1]);
        assertArrayEquals(Dots.rgb(flat(Color.BLACK)), shown[2]);
    }

    @Test
    void aMapOfMagnitudesKeepsItsShades() throws Exception {
        Color[] stops = {new Color(0x440154), new Color(0x3B528B), new Color(0x21918C), new Color(0xFDE725)};
        BufferedImage map = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = map.createGraphics();
        graphics.setPaint(new LinearGradientPaint(0, 0, WIDTH, HEIGHT, new float[] {0.1f, 0.35f, 0.6f, 0.9f}, stops));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.dispose();
        Films.write(film(), FilmFormat.GIF, FrameRate.of(1), map);
        double difference = Films.difference(Dots.rgb(map), Films.decoded(film(), WIDTH, HEIGHT)[0]);
        assertTrue(difference < 2, "differs by " + difference);
    }

    @Test
    void delaysHaveTheRightMean() throws Exception {
        assertEquals(List.of(3, 3, 4, 3, 3, 4, 3), delays(FrameRate.of(30)));
        assertEquals(List.of(2, 2, 2, 2, 2, 2, 2), delays(FrameRate.of(50)));
        assertEquals(List.of(4, 4, 4, 4, 4, 4, 4), delays(FrameRate.of(25)));
        assertEquals(List.of(150, 150, 150, 150, 150, 150, 150), delays(FrameRate.of("2/3")));
        assertEquals(List.of(14, 14, 14, 15, 14, 14, 15), delays(FrameRate.of(7)));
    }

    @Test
    void ffprobeSeesTheRate() throws Exception {
        Films.write(film(), FilmFormat.GIF, FrameRate.of(25), Dots.film(50, 40, 30));
        assertEquals("50", Films.probe(film()).get("nb_read_frames"));
        assertEquals("25/1", Films.probe(film()).get("avg_frame_rate"));
        assertEquals(2.0, Double.parseDouble(Films.probe(film()).get("duration")));
    }

    @Test
    void itRepeatsForEverAndWritesOnlyWhatChanged() throws Exception {
        BufferedImage first = flat(Color.WHITE);
        BufferedImage second = flat(Color.WHITE);
        second.setRGB(7, 9, 0x0072B2);
        second.setRGB(10, 20, 0x0072B2);
        List<Shown> shown = written(FrameRate.of(5), first, second, second, first);
        assertArrayEquals(new byte[] {1, 0, 0}, shown.getFirst().repetition());
        assertEquals(List.of("0 0 161 121", "7 9 4 12", "0 0 1 1", "7 9 4 12"), places(shown));
        assertTrue(shown.stream().skip(1).allMatch(frame -> frame.repetition().length == 0));
    }

    @Test
    void moreThanFiftyFramesASecondAreRefused() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new FilmSettings(FilmFormat.GIF, 4, 4, FrameRate.of("101/2")))
                .getMessage();
        assertEquals("a GIF cannot show 101/2 frames a second; expected at most 50, or mp4, webm or png", message);
    }

    private Path film() {
        return folder.resolve("film.gif");
    }

    private static BufferedImage flat(Color colour) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, colour.getRGB());
            }
        }
        return image;
    }

    private List<Integer> delays(FrameRate rate) throws Exception {
        List<Integer> delays =
                written(rate, Dots.film(7, 20, 20)).stream().map(Shown::delay).toList();
        Files.delete(film());
        return delays;
    }

    private static List<String> places(List<Shown> shown) {
        return shown.stream().map(Shown::place).toList();
    }

    /** A frame over those before it, and what stands beside it. */
    private record Shown(BufferedImage image, int delay, String place, byte[] repetition) {}

    private List<Shown> written(FrameRate rate, BufferedImage... frames) throws Exception {
        Films.write(film(), FilmFormat.GIF, rate, frames);
        List<Shown> shown = new ArrayList<>();
        BufferedImage screen =
                new BufferedImage(frames[0].getWidth(), frames[0].getHeight(), BufferedImage.TYPE_INT_RGB);
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(film().toFile())) {
            reader.setInput(in);
            for (int i = 0; i < reader.getNumImages(true); i++) {
                Element tree = (Element) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                Element at =
                        (Element) tree.getElementsByTagName("ImageDescriptor").item(0);
                Element control = (Element)
                        tree.getElementsByTagName("GraphicControlExtension").item(0);
                assertEquals("doNotDispose", control.getAttribute("disposalMethod"));
                assertEquals("FALSE", control.getAttribute("transparentColorFlag"));
                int left = Integer.parseInt(at.getAttribute("imageLeftPosition"));
                int top = Integer.parseInt(at.getAttribute("imageTopPosition"));
                BufferedImage part = reader.read(i);
                screen.createGraphics().drawImage(part, left, top, null);
                BufferedImage copy = new BufferedImage(screen.getWidth(), screen.getHeight(), screen.getType());
                copy.setData(screen.getData());
                shown.add(new Shown(
                        copy,
                        Integer.parseInt(control.getAttribute("delayTime")),
                        left + " " + top + " " + part.getWidth() + " " + part.getHeight(),
                        repetition(tree.getElementsByTagName("ApplicationExtension"))));
            }
        } finally {
            reader.dispose();
        }
        return Collections.unmodifiableList(shown);
    }

    private static byte[] repetition(NodeList extensions) {
        return extensions.getLength() == 0
                ? new byte[0]
                : (byte[]) ((IIOMetadataNode) extensions.item(0)).getUserObject();
    }
}
