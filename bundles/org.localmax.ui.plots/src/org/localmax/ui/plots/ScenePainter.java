package org.localmax.ui.plots;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Rectangle;
import org.localmax.dynamics.Tokens;

/** Draws hull, trails and tokens of a scene into a rectangle. */
final class ScenePainter {

    /** More tokens than this are rasterised. */
    static final int DRAWN_ONE_BY_ONE = 1500;

    /** Trails of more segments than this are not drawn. */
    private static final int TRAIL_SEGMENTS = 60_000;

    private final GC gc;
    private final Rectangle area;
    private final PlaneView view;
    private final PlotColors colors;

    ScenePainter(GC gc, Rectangle area, PlaneView view, PlotColors colors) {
        this.gc = gc;
        this.area = area;
        this.view = view;
        this.colors = colors;
    }

    /** The radius of a token's disc in screen points. */
    static int radius(int count) {
        return count <= 60 ? 5 : count <= 400 ? 4 : count <= 5000 ? 3 : 2;
    }

    /** How many tokens, from the first, have a trail. */
    static int trailed(TokenScene scene) {
        if (scene.trail().isEmpty()) {
            return 0;
        }
        return Math.min(
                scene.tokens().count(),
                Math.max(1, TRAIL_SEGMENTS / scene.trail().size()));
    }

    void paint(TokenScene scene, Layers layers) {
        gc.setAntialias(SWT.ON);
        gc.setAdvanced(true);
        gc.setClipping(area);
        if (layers.hull()) {
            paintHull(scene.hull());
        }
        if (layers.trails()) {
            paintTrails(scene);
        }
        if (scene.tokens().count() > DRAWN_ONE_BY_ONE) {
            paintCloud(scene);
        } else {
            paintDiscs(scene);
        }
        gc.setClipping((Rectangle) null);
    }

    private void paintHull(double[][] corners) {
        if (corners.length < 2) {
            return;
        }
        Path polygon = new Path(gc.getDevice());
        polygon.moveTo(x(corners[0][0]), y(corners[0][1]));
        for (int k = 1; k < corners.length; k++) {
            polygon.lineTo(x(corners[k][0]), y(corners[k][1]));
        }
        polygon.close();
        gc.setBackground(colors.category(5));
        gc.setAlpha(colors.isDark() ? 50 : 36);
        gc.fillPath(polygon);
        gc.setAlpha(200);
        gc.setForeground(colors.category(5));
        gc.setLineWidth(2);
        gc.drawPath(polygon);
        gc.setAlpha(255);
        polygon.dispose();
    }

    private void paintTrails(TokenScene scene) {
        List<Tokens> states = scene.trail();
        int count = trailed(scene);
        gc.setLineWidth(1);
        gc.setAlpha(count > 100 ? 70 : 120);
        for (int i = 0; i < count; i++) {
            gc.setForeground(colors.category(scene.category(i)));
            Path trail = new Path(gc.getDevice());
            trail.moveTo(x(states.getFirst().get(i, 0)), y(TokenScene.second(states.getFirst(), i)));
            for (Tokens state : states) {
                trail.lineTo(x(state.get(i, 0)), y(TokenScene.second(state, i)));
            }
            trail.lineTo(x(scene.tokens().get(i, 0)), y(TokenScene.second(scene.tokens(), i)));
            gc.drawPath(trail);
            trail.dispose();
        }
        gc.setAlpha(255);
    }

    private void paintDiscs(TokenScene scene) {
        Tokens tokens = scene.tokens();
        int radius = radius(tokens.count());
        for (int i = 0; i < tokens.count(); i++) {
            paintDisc(tokens.get(i, 0), TokenScene.second(tokens, i), radius, colors.category(scene.category(i)));
        }
    }

    /** One disc with a thin rim in the colour of the ground, so that neighbours stay apart. */
    private void paintDisc(double planeX, double planeY, int radius, Color colour) {
        float x = x(planeX);
        float y = y(planeY);
        if (x < area.x - radius || x > area.x + area.width + radius) {
            return;
        }
        if (y < area.y - radius || y > area.y + area.height + radius) {
            return;
        }
        Path disc = new Path(gc.getDevice());
        disc.addArc(x - radius, y - radius, 2 * radius, 2 * radius, 0, 360);
        gc.setBackground(colour);
        gc.fillPath(disc);
        gc.setForeground(colors.background());
        gc.setLineWidth(1);
        gc.drawPath(disc);
        disc.dispose();
    }

    private void paintCloud(TokenScene scene) {
        Image cloud = new Image(
                gc.getDevice(),
                (int zoom) -> new CloudRaster(area.width, area.height, zoom / 100.0).draw(scene, view, colors));
        gc.drawImage(cloud, area.x, area.y);
        cloud.dispose();
    }

    private float x(double planeX) {
        return (float) Math.clamp(view.screenX(planeX, area), -1e6, 1e6);
    }

    private float y(double planeY) {
        return (float) Math.clamp(view.screenY(planeY, area), -1e6, 1e6);
    }
}
