package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localmax.dynamics.Tokens;
import org.localmax.ui.plots.TokenCanvas;
import org.localmax.ui.run.TokenPreview;

/** The token view by itself. */
class TokenCanvasTest {

    private Shell shell;
    private TokenCanvas canvas;

    @BeforeEach
    void open() {
        shell = new Shell(Person.window().getShell(), SWT.SHELL_TRIM);
        shell.setLayout(new FillLayout());
        shell.setBounds(100, 60, 800, 640);
        canvas = new TokenCanvas(shell, SWT.NONE);
        canvas.setBackground(new Color(255, 255, 255));
        canvas.setForeground(new Color(0, 0, 0));
        canvas.setEmptyText("Tokens appear here");
        shell.open();
        Person.lookFor(300);
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    private static Tokens gaussian(int count, int dimension) {
        Random random = new Random(5);
        double[] values = random.doubles((long) count * dimension).toArray();
        for (int k = 0; k < values.length; k++) {
            values[k] = random.nextGaussian();
        }
        return Tokens.ofRows(count, dimension, values);
    }

    private void shows(Tokens tokens) {
        canvas.show(TokenPreview.of(tokens));
    }

    private byte[] shows(Tokens tokens, String name) {
        shows(tokens);
        Screenshot.take(name);
        return Screenshot.pixels(canvas);
    }

    @Test
    void an_empty_view_says_what_it_will_show() {
        byte[] withText = Screenshot.pixels(canvas);
        Screenshot.take("tokens-none");
        canvas.setEmptyText("");
        Person.waitFor("the words are gone", () -> !Arrays.equals(withText, Screenshot.pixels(canvas)));
    }

    @Test
    void one_token_is_in_the_middle_of_the_axes() {
        shows(Tokens.of(new double[] {3, -2}), "tokens-one");
        Point at = canvas.locationOf(0);
        assertTrue(Math.abs(at.x - 400) < 60 && Math.abs(at.y - 320) < 60, at.toString());
    }

    @Test
    void both_axes_have_the_same_scale() {
        shows(Tokens.of(new double[] {0, 0}, new double[] {1, 0}, new double[] {0, 1}));
        Point origin = canvas.locationOf(0);
        assertEquals(canvas.locationOf(1).x - origin.x, origin.y - canvas.locationOf(2).y, 1);
    }

    @Test
    void tokens_of_dimension_one_lie_on_a_line() {
        shows(gaussian(30, 1));
        Screenshot.take("tokens-on-a-line");
        for (int i = 1; i < 30; i++) {
            assertEquals(canvas.locationOf(0).y, canvas.locationOf(i).y);
        }
    }

    @Test
    void tokens_of_dimension_eight_say_that_principal_axes_are_shown() {
        Tokens plane = gaussian(40, 2);
        double[] values = new double[8 * plane.count()];
        for (int i = 0; i < plane.count(); i++) {
            values[8 * i] = plane.get(i, 0);
            values[8 * i + 1] = plane.get(i, 1);
        }
        byte[] two = shows(plane, "tokens-dimension-2");
        byte[] eight = shows(Tokens.ofRows(plane.count(), 8, values), "tokens-dimension-8");
        assertFalse(Arrays.equals(two, eight), "the label makes the difference");
    }

    @Test
    void a_hundred_thousand_tokens_are_drawn_and_found() {
        shows(gaussian(100_000, 2));
        Person.waitFor("all tokens are drawn", canvas::isSettled);
        byte[] before = Screenshot.pixels(canvas);
        for (int notch = 0; notch < 5; notch++) {
            Event wheel = new Event();
            wheel.count = 1;
            wheel.x = 400;
            wheel.y = 300;
            canvas.notifyListeners(SWT.MouseVerticalWheel, wheel);
        }
        Person.waitFor("they are drawn again", canvas::isSettled);
        Screenshot.take("tokens-100000");
        assertFalse(Arrays.equals(before, Screenshot.pixels(canvas)), "the cloud is larger");
        Point at = canvas.locationOf(99_999);
        assertTrue(canvas.tokenAt(at.x, at.y) >= 0);
    }

    @Test
    void a_dark_ground_gives_light_axes_and_text() {
        canvas.setBackground(new Color(30, 31, 34));
        canvas.setForeground(new Color(220, 220, 220));
        canvas.show(TokenPreview.of(List.of(gaussian(40, 2), gaussian(40, 2))));
        Screenshot.take("tokens-dark");
        assertEquals(TokenCanvas.NONE, canvas.hoveredToken());
    }
}
