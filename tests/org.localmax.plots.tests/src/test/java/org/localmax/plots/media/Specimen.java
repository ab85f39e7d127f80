package org.localmax.plots.media;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** One of everything that figures are drawn with. */
final class Specimen implements Drawing {

    static final Page PAGE = new Page(244, 200, 300, "Specimen: |Cᵢ| & 100 %");

    /** Labels in level text. */
    static final List<String> LABELS = List.of(
            "x₁", "|Cᵢ|", "−log(1+α)", "10⁻³", "δ = 1.50", "‖xᵢ − K‖ ≤ ε", "⟨A x, y⟩ ∈ S(K)", "√2·∞", "50 % & #1_a");

    @Override
    public void draw(Graphics2D g) {
        frame(g);
        lines(g);
        clippedDiscs(g);
        image(g);
        ring(g);
        labels(g);
        star(g);
    }

    private static void frame(Graphics2D g) {
        g.setStroke(new BasicStroke(0.6f));
        g.setColor(Color.DARK_GRAY);
        g.draw(new Rectangle2D.Double(30, 10, 200, 160));
    }

    private static void lines(Graphics2D g) {
        g.setColor(new Color(0x0072B2));
        g.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Line2D.Double(40, 20, 120, 30));
        g.setStroke(new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {4, 2}, 0));
        g.draw(new Line2D.Double(40, 28, 120, 38));
        g.setStroke(new BasicStroke(1, BasicStroke.CAP_ROUND, BasicStroke.JOIN_MITER, 10, new float[] {0, 3}, 0));
        g.draw(new Line2D.Double(40, 36, 120, 46));
    }

    private static void clippedDiscs(Graphics2D g) {
        var saved = g.getClip();
        g.clip(new Rectangle2D.Double(130, 20, 60, 40));
        g.setColor(new Color(0xD5, 0x5E, 0x00, 128));
        g.fill(new Ellipse2D.Double(120, 15, 40, 40));
        g.setColor(new Color(0x00, 0x9E, 0x73, 128));
        g.fill(new Ellipse2D.Double(145, 25, 40, 40));
        g.setClip(saved);
    }

    private static void image(Graphics2D g) {
        BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB);
        int[] colors = {0xffff0000, 0xff00ff00, 0xff0000ff, 0xffffff00, 0x80000000, 0xff00ffff};
        image.setRGB(0, 0, 3, 2, colors, 0, 3);
        g.drawImage(image, 40, 60, 30, 20, null);
        Graphics2D turned = (Graphics2D) g.create();
        turned.rotate(Math.PI / 6, 90, 60);
        turned.drawImage(image, 90, 60, 30, 20, null);
        turned.dispose();
    }

    private static void ring(Graphics2D g) {
        Area ring = new Area(new Ellipse2D.Double(195, 20, 30, 30));
        ring.subtract(new Area(new Ellipse2D.Double(203, 28, 14, 14)));
        g.setColor(new Color(0xCC79A7));
        g.fill(ring);
        Path2D cross = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        cross.append(new Rectangle2D.Double(200, 55, 20, 8), false);
        cross.append(new Rectangle2D.Double(206, 51, 8, 16), false);
        g.fill(cross);
    }

    private static void labels(Graphics2D g) {
        g.setColor(Color.BLACK);
        g.setFont(Typeface.REGULAR.font(8));
        for (int i = 0; i < LABELS.size(); i++) {
            new Label(LABELS.get(i), i % 2 == 0 ? 40 : 150, 90 + 12 * (i / 2), Alignment.LEFT, Label.Height.TOP)
                    .drawOn(g);
        }
        g.setFont(Typeface.BOLD.font(9));
        new Label("bold Ω", 222, 160, Alignment.RIGHT, Label.Height.BASELINE).drawOn(g);
        g.setFont(Typeface.ITALIC.font(9));
        new Label("step t", 130, 180, Alignment.CENTER, Label.Height.TOP).drawOn(g);
        new Label("distance to K", 10, 90, Alignment.CENTER, Label.Height.BASELINE, -Math.PI / 2).drawOn(g);
        g.setFont(Typeface.REGULAR.font(7));
        for (int i = 0; i < 5; i++) {
            String tick = String.valueOf(-i / 2.0);
            new Label(tick, 28, 10 + 40 * i, Alignment.RIGHT, Label.Height.MIDDLE).drawOn(g);
        }
        g.setColor(new Color(0xD55E00));
        new Label("slope −log 2", 150, 150, Alignment.LEFT, Label.Height.BASELINE, Math.PI / 7).drawOn(g);
    }

    private static void star(Graphics2D g) {
        Path2D star = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            double r = i % 2 == 0 ? 6 : 2.5;
            double x = 210 + r * StrictMath.sin(Math.PI * i / 5);
            double y = 80 - r * StrictMath.cos(Math.PI * i / 5);
            if (i == 0) {
                star.moveTo(x, y);
            } else {
                star.lineTo(x, y);
            }
        }
        star.closePath();
        g.setColor(new Color(0xE69F00));
        g.fill(star);
        g.setColor(Color.BLACK);
        g.setStroke(new BasicStroke(0.5f));
        g.draw(star);
    }
}
