package org.localmax.plots.films;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;

/** Writes a film in a process of its own: output, format, frames, and what to draw. */
final class DotsProgram {

    static final int FAILED = 3;

    private DotsProgram() {}

    public static void main(String[] arguments) throws Exception {
        FilmFormat format = FilmFormat.of(arguments[1]).orElseThrow();
        int count = Integer.parseInt(arguments[2]);
        FilmSettings settings = new FilmSettings(format, 400, 300, FrameRate.of(25));
        try (FilmWriter film = FilmWriter.open(Path.of(arguments[0]), settings, false, CancellationCheck.NONE)) {
            BufferedImage image = Dots.at(0, 400, 300, Color.WHITE);
            for (int i = 0; i < count; i++) {
                switch (arguments[3]) {
                    case "square" -> square(image, i);
                    case "noise" -> noise(image, i);
                    default -> throw new IllegalArgumentException(arguments[3]);
                }
                film.add(image);
            }
            if (arguments.length > 4) {
                System.out.print('s');
                System.out.flush();
                System.in.read(); // until it is killed, or the test is gone
            }
            film.finish();
        } catch (DataException e) {
            System.out.println(e.getMessage());
            System.exit(FAILED);
        }
    }

    /** A square of 20 pixels that moves on. */
    private static void square(BufferedImage image, int time) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(time % 2 == 0 ? Color.BLUE : Color.WHITE);
        graphics.fillRect(time * 3 % 380, time % 280, 20, 20);
        graphics.dispose();
    }

    /** A square of 200 pixels in 64 colours that no encoding makes small. */
    private static void noise(BufferedImage image, int time) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        SplittableRandom random = new SplittableRandom(time);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 200; x++) {
                pixels[y * 400 + x] = (random.nextInt() & 0x030303) * 85;
            }
        }
    }
}
