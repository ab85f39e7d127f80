package org.localmax.plots.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.localmax.plots.Axis;
import org.localmax.plots.Scale;
import org.localmax.plots.Tick;
import org.localmax.plots.Ticks;

/** The ticks that an axis of some length has room for: as many as stand beside each other without touching, but not many. */
final class AxisTicks {

    private static final int MOST = 5;
    private static final double DISTANCE = 0.9;
    private static final double LINES = 1.5;

    private AxisTicks() {}

    /** @param length in points */
    static List<Tick> across(Axis axis, Scale scale, double length, float size, Lettering lettering) {
        double distance = DISTANCE * size;
        return on(axis, scale, length, tick -> lettering.width(tick.label(), size) + distance);
    }

    /** @param length in points */
    static List<Tick> along(Axis axis, Scale scale, double length, float size) {
        return on(axis, scale, length, _ -> LINES * Lettering.lineHeight(size));
    }

    private static List<Tick> on(Axis axis, Scale scale, double length, ToDoubleFunction<Tick> room) {
        if (axis.kind() == Axis.Kind.HIDDEN) {
            return List.of();
        }
        List<Tick> best = List.of();
        for (int about = MOST; about >= 1; about--) {
            List<Tick> ticks = Ticks.on(scale, axis.kind() == Axis.Kind.WHOLE, about);
            List<Tick> withRoom = withRoom(ticks, scale, length, room);
            if (labelled(withRoom) >= 2 && labelled(withRoom) == labelled(ticks)) {
                return ticks;
            }
            best = labelled(withRoom) > labelled(best) ? withRoom : best;
        }
        return best;
    }

    private static long labelled(List<Tick> ticks) {
        return ticks.stream().filter(Tick::isLabelled).count();
    }

    /** The same ticks without the numbers that would touch one before. */
    private static List<Tick> withRoom(List<Tick> ticks, Scale scale, double length, ToDoubleFunction<Tick> room) {
        List<Tick> kept = new ArrayList<>();
        double end = Double.NEGATIVE_INFINITY;
        for (Tick tick : ticks) {
            double half = room.applyAsDouble(tick) / 2;
            double place = scale.share(tick.value()) * length;
            boolean fits = tick.isLabelled() && place - half >= end;
            kept.add(fits ? tick : Tick.between(tick.value()));
            end = fits ? place + half : end;
        }
        return kept;
    }
}
